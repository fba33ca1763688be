package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cortexscim.search.sql.SortKey;
import org.cortexscim.search.sql.SqlCondition;
import org.jspecify.annotations.Nullable;

/** Orders resources in the database by a sort key, and resources of several kinds in one list. */
@ApplicationScoped
class SearchStore {
    @PersistenceContext
    private EntityManager entities;

    /** The rows of one kind that a search selects. */
    record Source(String table, SqlCondition condition, SortKey key) {}

    /**
     * A selected row.
     *
     * @param source which of the sources it is from, counted from 0
     */
    record Row(int source, Position position) {}

    /** Some of the rows of all sources, in order. */
    List<Row> rows(List<Source> sources, Ordering ordering, Optional<Position> after, int offset, int count) {
        SqlCondition selected = selected(sources, ordering, after);
        String sql = "select t.source, t.id%s from %s%s offset %d rows fetch next %d rows only"
                .formatted(ordering.sorted() ? ", t.k" : "", selected.sql(), ordering.clause("t"), offset, count);
        List<?> rows = PageQuery.bind(entities.createNativeQuery(sql), selected.values())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> row(row, ordering.sorted()))
                .toList();
    }

    /** The number of rows of all sources after a position. */
    long count(List<Source> sources, Ordering ordering, Position after) {
        SqlCondition selected = selected(sources, ordering, Optional.of(after));
        String sql = "select count(*) from " + selected.sql();
        Object count = PageQuery.bind(entities.createNativeQuery(sql), selected.values())
                .getSingleResult();
        return ((Number) count).longValue();
    }

    private static SqlCondition selected(List<Source> sources, Ordering ordering, Optional<Position> after) {
        List<Object> values = new ArrayList<>();
        List<String> selects = IntStream.range(0, sources.size())
                .mapToObj(i -> select(i, sources.get(i), ordering.sorted(), values))
                .toList();
        SqlCondition rest = after.map(position -> ordering.after("t", position)).orElse(SqlCondition.TRUE);
        values.addAll(rest.values());
        return new SqlCondition("(" + String.join(" union all ", selects) + ") t where " + rest.sql(), values);
    }

    private static String select(int number, Source source, boolean sorted, List<Object> values) {
        if (sorted) {
            values.addAll(source.key().values());
        }
        values.addAll(source.condition().values());
        String key = sorted ? ", " + source.key().sql() + " as k" : "";
        return "select %d as source, r.id as id%s from %s r where %s"
                .formatted(number, key, source.table(), source.condition().sql());
    }

    private static Row row(Object[] columns, boolean sorted) {
        Object key = sorted ? key(columns[2]) : null;
        return new Row(((Number) columns[0]).intValue(), new Position(key, columns[1].toString()));
    }

    private static @Nullable Object key(@Nullable Object column) {
        return column instanceof Number number ? (Object) number.longValue() : column;
    }
}
