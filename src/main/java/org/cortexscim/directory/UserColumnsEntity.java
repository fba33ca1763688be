package org.cortexscim.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/** A user's row without the document, for lists that ask for nothing else; never written. */
@Entity
@Table(name = "scim_user")
class UserColumnsEntity {
    static final String COLUMNS = "r.id, r.user_name, r.external_id, r.active, r.created, r.last_modified, r.version";

    @Id
    private String id = "";

    @Column(name = "user_name")
    private String userName = "";

    @Column(name = "external_id")
    private @Nullable String externalId;

    private boolean active;

    private long created;

    @Column(name = "last_modified")
    private long lastModified;

    private long version;

    protected UserColumnsEntity() {}

    /** The user with the attributes of {@link UserParts#COLUMNS} only. */
    User toUser() {
        ScimObject document = ScimObject.of("userName", userName);
        if (externalId != null) {
            document.put("externalId", externalId);
        }
        return new User(
                id,
                document.with("active", active),
                List.of(),
                Instant.ofEpochMilli(created),
                Instant.ofEpochMilli(lastModified),
                version);
    }
}
