package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cortexscim.search.sql.SortKey;
import org.cortexscim.storage.Sql;
import org.jspecify.annotations.Nullable;

/** Orders resources in the database by a sort key, and resources of several kinds in one list. */
@ApplicationScoped
class SearchStore {
    @PersistenceContext
    private EntityManager entities;

    /** The rows of one kind that a search selects. */
    record Source(TableQuery<?> table, Sql condition, SortKey key) {}

    /**
     * A selected row.
     *
     * @param source which of the sources it is from, counted from 0
     * @param bytes its size
     */
    record Row(int source, Position position, long bytes) {}

    /** Some of the rows of one kind, in the order of their ids. */
    List<Row> rows(TableQuery<?> table, Sql condition, boolean descending, int offset, int count) {
        return table.rows(entities, condition, descending, offset, count).stream()
                .map(row -> new Row(0, new Position(null, row[0].toString()), ((Number) row[1]).longValue()))
                .toList();
    }

    /** The resources of one kind with these ids, in any order. */
    <T> List<T> list(TableQuery<T> table, Collection<String> ids) {
        return table.list(entities, ids);
    }

    /** The number of resources of one kind. */
    long count(TableQuery<?> table, Sql condition) {
        return table.count(entities, condition);
    }

    /** Some of the rows of all sources, in order. */
    List<Row> rows(List<Source> sources, Ordering ordering, Optional<Position> after, int offset, int count) {
        String statement = "select t.source, t.id, t.bytes%s from ?%s offset %d rows fetch next %d rows only"
                .formatted(ordering.sorted() ? ", t.k" : "", ordering.clause("t"), offset, count);
        return Sql.of(statement, selected(sources, ordering, after)).rows(entities).stream()
                .map(row -> row(row, ordering.sorted()))
                .toList();
    }

    /** The number of rows of all sources after a position. */
    long count(List<Source> sources, Ordering ordering, Position after) {
        return Sql.of("select count(*) from ?", selected(sources, ordering, Optional.of(after)))
                .number(entities);
    }

    private static Sql selected(List<Source> sources, Ordering ordering, Optional<Position> after) {
        List<Sql> selects = IntStream.range(0, sources.size())
                .mapToObj(i -> select(i, sources.get(i), ordering.sorted()))
                .toList();
        Sql rest = after.map(position -> ordering.after("t", position)).orElse(Sql.TRUE);
        return Sql.of("(?) t where ?", Sql.joined("union all", selects), rest);
    }

    private static Sql select(int number, Source source, boolean sorted) {
        Sql key = sorted ? Sql.of(", ? as k", source.key().expression()) : Sql.of("");
        return Sql.of(
                "select %d as source, r.id as id, %s as bytes? from %s r where ?"
                        .formatted(
                                number, source.table().bytes(), source.table().table()),
                key,
                source.condition());
    }

    private static Row row(Object[] columns, boolean sorted) {
        Object key = sorted ? key(columns[3]) : null;
        return new Row(
                ((Number) columns[0]).intValue(),
                new Position(key, columns[1].toString()),
                ((Number) columns[2]).longValue());
    }

    private static @Nullable Object key(@Nullable Object column) {
        return column instanceof Number number ? (Object) number.longValue() : column;
    }
}
