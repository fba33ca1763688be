package org.cortexscim.roles.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.cortexscim.roles.RoleRef;
import org.jspecify.annotations.Nullable;

/** The row of a {@link RoleGrant}, with a value or a group; nothing updates it. */
@Entity
@Table(name = "role_grant")
@SuppressWarnings("UnusedVariable") // queries read the key and the group
class RoleGrantEntity {
    @Id
    private String id = "";

    @Column(name = "idp_value")
    private @Nullable String idpValue;

    @Column(name = "idp_key")
    private @Nullable String idpKey;

    @Column(name = "group_id")
    private @Nullable String groupId;

    private String role = "";

    protected RoleGrantEntity() {}

    RoleGrantEntity(RoleGrant grant) {
        id = grant.id();
        GrantSource source = grant.source();
        switch (source.kind()) {
            case VALUE -> {
                idpValue = source.name();
                idpKey = source.key();
            }
            case GROUP -> groupId = source.key();
        }
        role = grant.role().name();
    }

    /**
     * The grant of the row.
     *
     * @param groupName null for a value
     */
    RoleGrant toGrant(@Nullable String groupName) {
        GrantSource source = groupId != null && groupName != null
                ? GrantSource.group(groupId, groupName)
                : GrantSource.value(Objects.requireNonNull(idpValue));
        return new RoleGrant(id, source, new RoleRef(role));
    }
}
