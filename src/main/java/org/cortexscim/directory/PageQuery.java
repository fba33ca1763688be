package org.cortexscim.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import java.util.Optional;
import org.cortexscim.directory.query.SqlCondition;

/** Reads a page of the rows that fulfil a condition, and counts them all. */
record PageQuery(String table, SqlCondition condition) {

    /** The rows in the order of their ids, behind one id or an offset. */
    <T> List<T> page(EntityManager entities, Class<T> type, Optional<String> afterId, int offset, int count) {
        SqlCondition where = afterId.map(id -> condition.and(SqlCondition.of("r.id > ?", id)))
                .orElse(condition);
        String sql = "select r.* from %s r where %s order by r.id offset %d rows fetch next %d rows only"
                .formatted(table, where.sql(), afterId.isPresent() ? 0 : offset, count);
        List<?> rows = bind(entities.createNativeQuery(sql, type), where).getResultList();
        return rows.stream().map(type::cast).toList();
    }

    long count(EntityManager entities) {
        String sql = "select count(*) from %s r where %s".formatted(table, condition.sql());
        return ((Number) bind(entities.createNativeQuery(sql), condition).getSingleResult()).longValue();
    }

    private static Query bind(Query query, SqlCondition condition) {
        for (int i = 0; i < condition.values().size(); i++) {
            query.setParameter(i + 1, condition.values().get(i));
        }
        return query;
    }
}
