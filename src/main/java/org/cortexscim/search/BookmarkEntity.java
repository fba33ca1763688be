package org.cortexscim.search;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A bookmark in the database: its {@link Place} as a digest, and its {@link Position} sealed. */
@Entity
@Table(name = "search_bookmark")
class BookmarkEntity {
    @Id
    private String place = "";

    @Lob
    @Basic(optional = false)
    private String position = "";

    private boolean followed;

    private long expires;

    @Version
    private long version;

    protected BookmarkEntity() {}

    BookmarkEntity(String place, String position, long expires) {
        this.place = place;
        this.position = position;
        this.expires = expires;
    }

    /** Makes it a bookmark that nobody has followed yet. */
    void replace(String newPosition, long newExpires) {
        position = newPosition;
        followed = false;
        expires = newExpires;
    }

    String place() {
        return place;
    }

    String position() {
        return position;
    }

    boolean isFollowed() {
        return followed;
    }

    long expires() {
        return expires;
    }

    long version() {
        return version;
    }
}
