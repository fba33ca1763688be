package org.cortexscim.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.FilterParser;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.search.sql.FilterSql;
import org.cortexscim.search.sql.SortKey;
import org.cortexscim.storage.Sql;

/** A compiled search: for each kind of resource the matching rows, and the order of all. */
record Scope<T>(List<? extends Searchable<? extends T>> kinds, List<SearchStore.Source> sources, Ordering ordering) {

    /**
     * Compiles a query for some kinds of resources. An attribute that one kind lacks has no value there; one that all
     * of them lack is refused.
     *
     * @throws ScimException 400 invalidFilter, or invalidValue for an attribute that cannot be sorted by
     */
    static <T> Scope<T> of(List<? extends Searchable<? extends T>> kinds, SearchQuery query, Conformance conformance) {
        List<ResourceType> types = kinds.stream().map(Searchable::type).toList();
        Optional<Filter> filter = query.filter().map(text -> FilterParser.parse(text, types, conformance));
        filter.ifPresent(tree -> requireSearchable(kinds, tree, query.inUrl()));
        Optional<SortKey.Kind> sorted = query.sort().map(sort -> keyKind(kinds, sort.attribute()));
        List<SearchStore.Source> sources = kinds.stream()
                .map(kind -> new SearchStore.Source(
                        kind.table(),
                        filter.map(kind.sql()::compile).orElse(Sql.TRUE),
                        key(kind.sql(), query.sort(), sorted)))
                .toList();
        boolean descending = query.sort().map(SearchQuery.Sort::descending).orElse(false);
        return new Scope<>(kinds, sources, new Ordering(sorted.isPresent(), descending));
    }

    /** Whether the rows can be read directly, in the order of their ids: those of one kind, without a sort attribute. */
    boolean single() {
        return kinds.size() == 1 && !ordering.sorted();
    }

    /** The kinds by name. */
    String names() {
        return kinds.stream().map(kind -> kind.type().name()).collect(Collectors.joining(","));
    }

    private static void requireSearchable(List<? extends Searchable<?>> kinds, Filter filter, boolean inUrl) {
        filter.paths().stream().filter(CoreSchemas::isSecret).findFirst().ifPresent(path -> {
            throw inUrl
                    ? ScimException.sensitive("A URL must not contain a password, and passwords cannot be searched."
                            + " Change the password that was sent.")
                    : ScimException.invalidFilter("'%s' cannot be searched.".formatted(path));
        });
        for (String path : filter.paths()) {
            if (kinds.stream().noneMatch(kind -> kind.sql().knows(path))) {
                throw ScimException.invalidFilter("'%s' is not an attribute of %s; see /Schemas."
                        .formatted(
                                path,
                                kinds.stream().map(kind -> kind.type().name()).collect(Collectors.joining(" or "))));
            }
        }
    }

    private static SortKey.Kind keyKind(List<? extends Searchable<?>> kinds, String attribute) {
        return kinds.stream()
                .flatMap(kind -> kind.sql().sortKey(attribute).stream())
                .map(SortKey::kind)
                .findFirst()
                .orElseThrow(() -> ScimException.invalidValue(
                        "'sortBy' names '%s', which is not an attribute that can be sorted by; see /Schemas."
                                .formatted(attribute)));
    }

    private static SortKey key(FilterSql sql, Optional<SearchQuery.Sort> sort, Optional<SortKey.Kind> kind) {
        SortKey none = SortKey.none(kind.orElse(SortKey.Kind.TEXT));
        return sort.flatMap(by -> sql.sortKey(by.attribute())).orElse(none);
    }
}
