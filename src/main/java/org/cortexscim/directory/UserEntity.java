package org.cortexscim.directory;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.CoreUser;
import org.jspecify.annotations.Nullable;

/**
 * A user's row: the document, and the columns by which users are searched, sorted and counted.
 * Every other value of the document has a row of its own, see {@link UserValueEntity}.
 */
@Entity
@Table(name = "scim_user")
@SuppressWarnings("UnusedVariable") // filters read the columns, in SQL
class UserEntity {
    /** The largest user, in bytes of JSON. */
    static final int MAX_BYTES = 1024 * 1024;

    @Id
    private String id = "";

    @Column(name = "user_name")
    private String userName = "";

    @Column(name = "user_name_key")
    private String userNameKey = "";

    @Column(name = "external_id")
    private @Nullable String externalId;

    private boolean active;

    @Column(name = "given_name")
    private @Nullable String givenName;

    @Column(name = "family_name")
    private @Nullable String familyName;

    @Column(name = "display_name")
    private @Nullable String displayName;

    @Column(name = "shown_name")
    private String shownName = "";

    private long created;

    @Column(name = "last_modified")
    private long lastModified;

    @Version
    private long version;

    @Lob
    @Basic(optional = false)
    private String document = "";

    @Column(name = "document_bytes")
    private int documentBytes;

    protected UserEntity() {}

    UserEntity(String id, ScimObject document, Instant now) {
        this.id = id;
        this.created = now.toEpochMilli();
        write(document, now);
    }

    void write(ScimObject user, Instant now) {
        userName = user.text("userName").orElseThrow();
        userNameKey = SearchKey.folded(userName);
        externalId = user.text("externalId").orElse(null);
        active = CoreUser.isActive(user);
        Optional<ScimObject> name = user.object("name");
        givenName = folded(name.flatMap(parts -> parts.text("givenName"))).orElse(null);
        familyName = folded(name.flatMap(parts -> parts.text("familyName"))).orElse(null);
        displayName = folded(user.text("displayName")).orElse(null);
        shownName = user.text("displayName").orElse(userName);
        lastModified = now.toEpochMilli();
        document = JsonText.print(user);
        documentBytes = document.getBytes(StandardCharsets.UTF_8).length;
        if (documentBytes > MAX_BYTES) {
            throw ScimException.status(
                    413,
                    "The user would be larger than %d bytes; leave out what the workspace does not need, such as photos or certificates."
                            .formatted(MAX_BYTES));
        }
    }

    User toUser() {
        return new User(
                id,
                JsonText.parseObject(document),
                List.of(),
                Instant.ofEpochMilli(created),
                Instant.ofEpochMilli(lastModified),
                version);
    }

    private static Optional<String> folded(Optional<String> text) {
        return text.map(SearchKey::folded);
    }
}
