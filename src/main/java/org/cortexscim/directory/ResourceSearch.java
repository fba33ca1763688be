package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cortexscim.directory.query.FilterSql;
import org.cortexscim.directory.query.SqlCondition;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.FilterParser;
import org.cortexscim.scim.schema.ResourceType;

/** Finds the page that a list request asks for (RFC 7644 §3.4.2). */
@ApplicationScoped
class ResourceSearch {
    @Inject
    private PageBookmarks bookmarks;

    /**
     * A page of the resources that fulfil the query's filter.
     *
     * @throws ScimException 400 invalidFilter
     */
    <T> SearchPage<T> page(
            ResourceType type, FilterSql filters, SearchQuery query, Pages<T> pages, Function<T, String> id) {
        SqlCondition condition =
                query.filter().map(FilterParser::parse).map(filters::compile).orElse(SqlCondition.TRUE);
        Optional<String> after = bookmarks.before(type.name(), query);
        SqlCondition rest = after.map(last -> condition.and(SqlCondition.of("r.id > ?", last)))
                .orElse(condition);
        int passed = query.startIndex() - 1;
        // What was deleted behind a walk still counts for it, or it would end before it has seen everything.
        long total = pages.count(rest) + (after.isPresent() ? passed : 0);
        if (query.count() == 0 || passed >= total) {
            return new SearchPage<>(total, query.startIndex(), List.of());
        }
        List<T> found = pages.page(rest, after.isPresent() ? 0 : passed, query.count());
        if (!found.isEmpty()) {
            bookmarks.remember(type.name(), query, found.size(), id.apply(found.get(found.size() - 1)));
        }
        return new SearchPage<>(total, query.startIndex(), found);
    }
}
