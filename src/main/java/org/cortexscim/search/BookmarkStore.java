package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.cortexscim.storage.Sql;

/** The bookmarks in the database. */
@ApplicationScoped
class BookmarkStore {
    @PersistenceContext
    private EntityManager entities;

    Optional<BookmarkEntity> find(String place) {
        return Optional.ofNullable(entities.find(BookmarkEntity.class, place));
    }

    void insert(BookmarkEntity bookmark) {
        entities.persist(bookmark);
    }

    /** Notes that a bookmark was followed, unless it has been changed since. */
    void follow(String place, long version, long expires) {
        Sql.of(
                        "update search_bookmark set followed = true, expires = ?, version = version + 1"
                                + " where place = ? and version = ?",
                        expires,
                        place,
                        version)
                .execute(entities);
    }

    /** The expiry of the newest one after that many; 0 when there are not more. */
    long expiryBeyond(int count) {
        return entities.createQuery("select b.expires from BookmarkEntity b order by b.expires desc", Long.class)
                .setFirstResult(count)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    void deleteUntil(long expires) {
        Sql.of("delete from search_bookmark where expires <= ?", expires).execute(entities);
    }
}
