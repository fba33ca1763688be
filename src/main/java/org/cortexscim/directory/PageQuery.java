package org.cortexscim.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.cortexscim.directory.query.SqlCondition;

/** Reads a page of the rows that fulfil a condition, and counts them all. */
record PageQuery(String table, SqlCondition condition) {

    /** Some of the rows, in the order of their ids. */
    <T> List<T> page(EntityManager entities, Class<T> type, int offset, int count) {
        String sql = "select r.* from %s r where %s order by r.id offset %d rows fetch next %d rows only"
                .formatted(table, condition.sql(), offset, count);
        List<?> rows = bind(entities.createNativeQuery(sql, type)).getResultList();
        return rows.stream().map(type::cast).toList();
    }

    long count(EntityManager entities) {
        String sql = "select count(*) from %s r where %s".formatted(table, condition.sql());
        return ((Number) bind(entities.createNativeQuery(sql)).getSingleResult()).longValue();
    }

    private Query bind(Query query) {
        for (int i = 0; i < condition.values().size(); i++) {
            query.setParameter(i + 1, condition.values().get(i));
        }
        return query;
    }
}
