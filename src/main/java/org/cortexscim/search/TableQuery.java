package org.cortexscim.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.cortexscim.storage.Sql;

/**
 * Reads the resources of one kind from the table, or view, whose rows they are. In SQL the row is {@code r}.
 *
 * @param table the table's name
 * @param columns the columns to read
 * @param bytes an expression for the size of a row, where rows can be large
 * @param reader reads entities and makes resources of them
 * @param id tells a resource's id
 */
public record TableQuery<T>(String table, String columns, String bytes, Reader<T> reader, Function<T, String> id) {

    /** Reads the resources that a statement selects. */
    @FunctionalInterface
    public interface Reader<T> {
        List<T> read(EntityManager entities, Sql statement);
    }

    /** A table with small rows that JPA maps to an entity. */
    public static <E, T> TableQuery<T> of(
            String table, Class<E> entity, Function<E, T> resource, Function<T, String> id) {
        return of(table, "r.*", "0", entity, resource, id);
    }

    /** A table that JPA maps to an entity, or some of its columns. */
    public static <E, T> TableQuery<T> of(
            String table,
            String columns,
            String bytes,
            Class<E> entity,
            Function<E, T> resource,
            Function<T, String> id) {
        return new TableQuery<>(
                table,
                columns,
                bytes,
                (entities, statement) -> statement.entities(entities, entity).stream()
                        .map(resource)
                        .toList(),
                id);
    }

    /** Some of the resources that fulfil the condition, in the order of their ids, or in the reverse order. */
    public List<T> page(EntityManager entities, Sql condition, boolean descending, int offset, int count) {
        return reader.read(entities, inOrder(columns, condition, descending, offset, count));
    }

    /** The sizes in bytes of what {@link #page} reads. */
    public List<Long> sizes(EntityManager entities, Sql condition, int offset, int count) {
        return rows(entities, condition, false, offset, count).stream()
                .map(row -> ((Number) row[1]).longValue())
                .toList();
    }

    /** The ids and sizes in bytes of what {@link #page} reads. */
    List<Object[]> rows(EntityManager entities, Sql condition, boolean descending, int offset, int count) {
        return inOrder("r.id, " + bytes, condition, descending, offset, count).rows(entities);
    }

    private Sql inOrder(String selected, Sql condition, boolean descending, int offset, int count) {
        String statement = "select %s from %s r where ? order by r.id%s offset %d rows fetch next %d rows only";
        return Sql.of(statement.formatted(selected, table, descending ? " desc" : "", offset, count), condition);
    }

    /** The number of resources that fulfil the condition. */
    public long count(EntityManager entities, Sql condition) {
        return Sql.of("select count(*) from %s r where ?".formatted(table), condition)
                .number(entities);
    }

    /** The resources with these ids, in any order; an id without a resource is passed over. */
    public List<T> list(EntityManager entities, Collection<String> ids) {
        List<T> found = new ArrayList<>();
        for (List<String> chunk : Sql.chunks(ids)) {
            found.addAll(reader.read(
                    entities, Sql.of("select %s from %s r where r.id in (?)".formatted(columns, table), chunk)));
        }
        return found;
    }
}
