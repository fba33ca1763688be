package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortexscim.capacity.Capacity;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.Sql;

/** Finds the page that a list request asks for (RFC 7644 §3.4.2, RFC 9865). */
@ApplicationScoped
public class ResourceSearch {
    @Inject
    private PageBookmarks bookmarks;

    @Inject
    private Cursors cursors;

    @Inject
    private SearchStore store;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private Capacity capacity;

    /**
     * A page of the resources of these kinds that fulfil the query's filter.
     *
     * @throws ScimException 400 invalidFilter, invalidValue, invalidCursor, expiredCursor, invalidCount
     */
    @InTransaction(readOnly = true)
    public <T> ListResponse<T> page(List<? extends Searchable<? extends T>> kinds, SearchQuery query) {
        Scope<T> scope = Scope.of(kinds, query, settings.current().conformance());
        return query.start() instanceof SearchQuery.Cursor cursor
                ? atCursor(scope, query, cursors.open(cursor.text(), scope, query))
                : atIndex(scope, query, (SearchQuery.Index) query.start());
    }

    private <T> ListResponse<T> atIndex(Scope<T> scope, SearchQuery query, SearchQuery.Index index) {
        Optional<Position> after = bookmarks.before(Place.of(scope, query, index.startIndex()));
        // What was deleted behind a walk still counts for it, or it would end before it has seen everything.
        long total =
                after.map(position -> rest(scope, position) + index.passed()).orElseGet(() -> total(scope));
        if (query.count() == 0 || index.passed() >= total) {
            return ListResponse.at(index.startIndex(), total, List.of());
        }
        Slice<T> found = slice(scope, query, scope.ordering(), after, after.isPresent() ? 0 : index.passed());
        // The walk ends with the last page: a request for a later index means the list as it is by then.
        if (found.more()) {
            Place next = Place.of(
                    scope, query, index.startIndex() + found.resources().size());
            bookmarks.remember(next, scope.ordering(), found.last());
        }
        return ListResponse.at(index.startIndex(), total, found.resources());
    }

    private long total(Scope<?> scope) {
        return scope.sources().stream()
                .mapToLong(source -> store.count(source.table(), source.condition()))
                .sum();
    }

    private long rest(Scope<?> scope, Position after) {
        SearchStore.Source source = scope.sources().get(0);
        return scope.single()
                ? store.count(
                        source.table(), source.condition().and(scope.ordering().after("r", after)))
                : store.count(scope.sources(), scope.ordering(), after);
    }

    private <T> ListResponse<T> atCursor(Scope<T> scope, SearchQuery query, Cursors.Mark mark) {
        if (query.count() == 0) {
            return new ListResponse<>(total(scope), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        }
        boolean backward = mark.backward();
        Ordering ordering = backward ? scope.ordering().reversed() : scope.ordering();
        Slice<T> found = slice(scope, query, ordering, mark.position(), 0);
        Slice<T> page = backward ? found.reversed() : found;
        boolean hasNext = backward || found.more();
        boolean hasPrevious = backward ? found.more() : mark.position().isPresent();
        return new ListResponse<>(
                total(scope),
                Optional.empty(),
                page.resources(),
                hasPrevious
                        ? page.cursor(Slice::first, place -> cursors.seal(scope, query, place, true))
                        : Optional.empty(),
                hasNext
                        ? page.cursor(Slice::last, place -> cursors.seal(scope, query, place, false))
                        : Optional.empty());
    }

    /**
     * A page of the list: one statement selects the rows, and others read as many of the resources as an answer may have
     * bytes. A resource may have been deleted in between.
     */
    private <T> Slice<T> slice(
            Scope<T> scope, SearchQuery query, Ordering ordering, Optional<Position> after, int offset) {
        // One more than wanted tells whether there is a page behind this one.
        List<SearchStore.Row> found = rows(scope, ordering, after, offset, query.count() + 1);
        List<SearchStore.Row> wanted = found.subList(0, Math.min(query.count(), found.size()));
        List<SearchStore.Row> page = wanted.subList(
                0, capacity.holdPage(wanted.size(), (count, most) -> bytes(scope, wanted.subList(0, count), most)));
        if (query.start().whole() && page.size() < wanted.size()) {
            throw Capacity.pageTooLarge();
        }
        return new Slice<>(
                read(scope, page), page.stream().map(SearchStore.Row::position).toList(), found.size() > page.size());
    }

    private List<SearchStore.Row> rows(
            Scope<?> scope, Ordering ordering, Optional<Position> after, int offset, int count) {
        if (!scope.single()) {
            return store.rows(scope.sources(), ordering, after, offset, count);
        }
        SearchStore.Source source = scope.sources().get(0);
        Sql rest = after.map(position -> source.condition().and(ordering.after("r", position)))
                .orElse(source.condition());
        return store.rows(source.table(), rest, ordering.descending(), offset, count);
    }

    /** What the resources of the rows take in an answer; more than {@code most} is not counted to the end. */
    private static long bytes(Scope<?> scope, List<SearchStore.Row> rows, long most) {
        long bytes = rows.stream().mapToLong(SearchStore.Row::bytes).sum();
        for (int i = 0; i < scope.kinds().size() && bytes <= most; i++) {
            bytes += scope.kinds().get(i).parts().bytes(ids(rows, i), most - bytes);
        }
        return bytes;
    }

    private static List<String> ids(List<SearchStore.Row> rows, int source) {
        return rows.stream()
                .filter(row -> row.source() == source)
                .map(row -> row.position().id())
                .toList();
    }

    /** The resources of the rows, in their order. */
    private <T> List<T> read(Scope<T> scope, List<SearchStore.Row> rows) {
        Map<String, T> resources = new HashMap<>();
        IntStream.range(0, scope.kinds().size()).forEach(i -> read(scope.kinds().get(i), ids(rows, i), resources));
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(resources.get(row.position().id())))
                .toList();
    }

    private <T, K extends T> void read(Searchable<K> kind, List<String> ids, Map<String, T> resources) {
        if (!ids.isEmpty()) {
            store.list(kind.table(), ids)
                    .forEach(resource -> resources.put(kind.table().id().apply(resource), resource));
        }
    }
}
