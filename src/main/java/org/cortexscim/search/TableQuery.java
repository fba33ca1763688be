package org.cortexscim.search;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.cortexscim.storage.Sql;

/**
 * Reads the resources of one kind from the table, or view, whose rows they are. In a condition the row is {@code r}.
 *
 * @param table the table's name
 * @param reader reads entities and makes resources of them
 * @param id tells a resource's id
 */
public record TableQuery<T>(String table, Reader<T> reader, Function<T, String> id) {

    /** Reads the resources that a statement selects. */
    @FunctionalInterface
    public interface Reader<T> {
        List<T> read(EntityManager entities, Sql statement);
    }

    /** A table that JPA maps to an entity. */
    public static <E, T> TableQuery<T> of(
            String table, Class<E> entity, Function<E, T> resource, Function<T, String> id) {
        return new TableQuery<>(
                table,
                (entities, statement) -> statement.entities(entities, entity).stream()
                        .map(resource)
                        .toList(),
                id);
    }

    /** Some of the resources that fulfil the condition, in the order of their ids, or in the reverse order. */
    public List<T> page(EntityManager entities, Sql condition, boolean descending, int offset, int count) {
        String statement = "select r.* from %s r where ? order by r.id%s offset %d rows fetch next %d rows only"
                .formatted(table, descending ? " desc" : "", offset, count);
        return reader.read(entities, Sql.of(statement, condition));
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
            found.addAll(
                    reader.read(entities, Sql.of("select r.* from %s r where r.id in (?)".formatted(table), chunk)));
        }
        return found;
    }
}
