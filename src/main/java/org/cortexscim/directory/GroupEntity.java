package org.cortexscim.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.cortexscim.scim.StringPreparation;
import org.cortexscim.scim.filter.SearchKey;
import org.jspecify.annotations.Nullable;

/** A group's row; its members are in a separate table. */
@Entity
@Table(name = "scim_group")
@SuppressWarnings("UnusedVariable") // filters read the columns, in SQL
class GroupEntity {
    @Id
    private String id = "";

    @Column(name = "display_name")
    private String displayName = "";

    @Column(name = "display_key")
    private String displayKey = "";

    @Column(name = "external_id")
    private @Nullable String externalId;

    private long created;

    @Column(name = "last_modified")
    private long lastModified;

    @Version
    private long version;

    protected GroupEntity() {}

    GroupEntity(String id, String displayName, Optional<String> externalId, Instant now) {
        this.id = id;
        this.created = now.toEpochMilli();
        write(displayName, externalId, now);
    }

    /** Every change creates a new version, even a change of members only. */
    void write(String name, Optional<String> external, Instant now) {
        displayName = name;
        displayKey = SearchKey.folded(StringPreparation.withoutOuterBlanks(name));
        externalId = external.orElse(null);
        // Always another instant, or a change of the members alone would not be seen as a change of this row.
        lastModified = Math.max(now.toEpochMilli(), lastModified + 1);
    }

    Group toGroup() {
        return new Group(
                id,
                displayName,
                Optional.ofNullable(externalId),
                Optional.empty(),
                Instant.ofEpochMilli(created),
                Instant.ofEpochMilli(lastModified),
                version);
    }
}
