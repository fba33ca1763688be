package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.settings.WorkspaceSettings;
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

    /** A resource and its position in the list. */
    private record Located<T>(T resource, Position position) {}

    /**
     * A page of the resources of these kinds that fulfil the query's filter.
     *
     * @throws ScimException 400 invalidFilter, invalidValue, invalidCursor, expiredCursor, invalidCount
     */
    public <T> ListResponse<T> page(List<? extends Searchable<? extends T>> kinds, SearchQuery query) {
        Scope<T> scope = Scope.of(kinds, query, settings.current().conformance());
        return query.start() instanceof SearchQuery.Cursor cursor
                ? atCursor(scope, query, cursors.open(cursor.text(), scope, query))
                : atIndex(scope, query, (SearchQuery.Index) query.start());
    }

    private <T> ListResponse<T> atIndex(Scope<T> scope, SearchQuery query, SearchQuery.Index index) {
        Optional<Position> after = bookmarks.before(PageBookmarks.Place.of(scope, query, index.startIndex()));
        // What was deleted behind a walk still counts for it, or it would end before it has seen everything.
        long total =
                after.map(position -> rest(scope, position) + index.passed()).orElseGet(() -> total(scope));
        if (query.count() == 0 || index.passed() >= total) {
            return ListResponse.at(index.startIndex(), total, List.of());
        }
        List<Located<T>> found =
                located(scope, scope.ordering(), after, after.isPresent() ? 0 : index.passed(), query.count());
        // The walk ends with the last page: a request for a later index means the list as it is by then.
        if (!found.isEmpty() && index.passed() + found.size() < total) {
            PageBookmarks.Place next = PageBookmarks.Place.of(scope, query, index.startIndex() + found.size());
            bookmarks.remember(
                    next, scope.ordering(), found.get(found.size() - 1).position());
        }
        return ListResponse.at(index.startIndex(), total, resources(found));
    }

    private long total(Scope<?> scope) {
        return scope.sources().stream()
                .mapToLong(source -> store.count(source.table(), source.condition()))
                .sum();
    }

    private long rest(Scope<?> scope, Position after) {
        return scope.single()
                .map(kind -> store.count(
                        kind.table(),
                        scope.sources().get(0).condition().and(scope.ordering().after("r", after))))
                .orElseGet(() -> store.count(scope.sources(), scope.ordering(), after));
    }

    private <T> ListResponse<T> atCursor(Scope<T> scope, SearchQuery query, Cursors.Mark mark) {
        boolean backward = mark.backward();
        Ordering ordering = backward ? scope.ordering().reversed() : scope.ordering();
        // One more than wanted tells whether there is a page behind this one.
        List<Located<T>> found = query.count() == 0
                ? List.of()
                : new ArrayList<>(located(scope, ordering, mark.position(), 0, query.count() + 1));
        boolean more = found.size() > query.count();
        List<Located<T>> page = new ArrayList<>(found.subList(0, Math.min(found.size(), query.count())));
        if (backward) {
            Collections.reverse(page);
        }
        boolean hasNext = backward || more;
        boolean hasPrevious = backward ? more : mark.position().isPresent();
        return new ListResponse<>(
                total(scope),
                Optional.empty(),
                resources(page),
                hasPrevious
                        ? first(page).map(position -> cursors.seal(scope, query, position, true))
                        : Optional.empty(),
                hasNext ? last(page).map(position -> cursors.seal(scope, query, position, false)) : Optional.empty());
    }

    private <T> List<Located<T>> located(
            Scope<T> scope, Ordering ordering, Optional<Position> after, int offset, int count) {
        Optional<Searchable<? extends T>> single = scope.single();
        return single.isPresent()
                ? direct(single.get(), scope.sources().get(0).condition(), ordering, after, offset, count)
                : ordered(scope, ordering, after, offset, count);
    }

    /** One statement reads the resources themselves. */
    private <T, K extends T> List<Located<T>> direct(
            Searchable<K> kind, Sql condition, Ordering ordering, Optional<Position> after, int offset, int count) {
        Sql rest = after.map(position -> condition.and(ordering.after("r", position)))
                .orElse(condition);
        return store.page(kind.table(), rest, ordering.descending(), offset, count).stream()
                .map(resource -> new Located<T>(
                        resource, new Position(null, kind.table().id().apply(resource))))
                .toList();
    }

    /** One statement orders the ids; another, for each kind, reads the resources of the page. */
    private <T> List<Located<T>> ordered(
            Scope<T> scope, Ordering ordering, Optional<Position> after, int offset, int count) {
        List<SearchStore.Row> rows = store.rows(scope.sources(), ordering, after, offset, count);
        Map<String, T> resources = new HashMap<>();
        IntStream.range(0, scope.kinds().size())
                .forEach(i -> read(
                        scope.kinds().get(i),
                        rows.stream()
                                .filter(row -> row.source() == i)
                                .map(row -> row.position().id())
                                .toList(),
                        resources));
        // A resource may have been deleted between the two statements.
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(resources.get(row.position().id()))
                        .map(resource -> new Located<T>(resource, row.position())))
                .toList();
    }

    private <T, K extends T> void read(Searchable<K> kind, List<String> ids, Map<String, T> resources) {
        if (!ids.isEmpty()) {
            store.list(kind.table(), ids)
                    .forEach(resource -> resources.put(kind.table().id().apply(resource), resource));
        }
    }

    private static <T> List<T> resources(List<Located<T>> found) {
        return found.stream().map(Located::resource).toList();
    }

    private static Optional<Position> first(List<? extends Located<?>> page) {
        return page.isEmpty() ? Optional.empty() : Optional.of(page.get(0).position());
    }

    private static Optional<Position> last(List<? extends Located<?>> page) {
        return page.isEmpty()
                ? Optional.empty()
                : Optional.of(page.get(page.size() - 1).position());
    }
}
