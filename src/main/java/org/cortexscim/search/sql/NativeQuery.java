package org.cortexscim.search.sql;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A statement of SQL with its values, which {@link SqlCondition} puts together. */
public record NativeQuery(SqlCondition statement) {

    /** The statement that says with %s where its condition is. */
    public static NativeQuery of(String template, SqlCondition condition) {
        return new NativeQuery(condition.within(template));
    }

    /** Executes the statement and returns the number of changed rows. */
    public int execute(EntityManager entities) {
        return bound(entities).executeUpdate();
    }

    /** Its rows, of several columns. */
    public List<Object[]> rows(EntityManager entities) {
        List<?> rows = bound(entities).getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    /** Its only column, each value once, in the order of the rows. */
    public Set<String> ids(EntityManager entities) {
        Set<String> ids = new LinkedHashSet<>();
        List<?> rows = bound(entities).getResultList();
        rows.forEach(id -> ids.add((String) id));
        return ids;
    }

    /** Its only value. */
    public long number(EntityManager entities) {
        return ((Number) bound(entities).getSingleResult()).longValue();
    }

    private Query bound(EntityManager entities) {
        Query query = entities.createNativeQuery(statement.sql());
        for (int i = 0; i < statement.values().size(); i++) {
            query.setParameter(i + 1, statement.values().get(i));
        }
        return query;
    }
}
