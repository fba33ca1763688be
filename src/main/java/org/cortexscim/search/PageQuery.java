package org.cortexscim.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.cortexscim.search.sql.SqlCondition;

/** Reads a page of the rows that fulfil a condition, in the order of their ids, and counts them all. */
public record PageQuery(String table, SqlCondition condition) {

    /** Some of the rows. */
    public <T> List<T> page(EntityManager entities, Class<T> type, boolean descending, int offset, int count) {
        String sql = "select r.* from %s r where %s order by r.id%s offset %d rows fetch next %d rows only"
                .formatted(table, condition.sql(), descending ? " desc" : "", offset, count);
        List<?> rows =
                bind(entities.createNativeQuery(sql, type), condition.values()).getResultList();
        return rows.stream().map(type::cast).toList();
    }

    public long count(EntityManager entities) {
        String sql = "select count(*) from %s r where %s".formatted(table, condition.sql());
        Object count = bind(entities.createNativeQuery(sql), condition.values()).getSingleResult();
        return ((Number) count).longValue();
    }

    static Query bind(Query query, List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }
}
