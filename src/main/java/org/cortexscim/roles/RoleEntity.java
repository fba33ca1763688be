package org.cortexscim.roles;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the view of all roles, built-in and custom; only read. */
@Entity
@Table(name = "workspace_role")
class RoleEntity {
    @Id
    private String id = "";

    @Column(name = "display_name")
    private String displayName = "";

    private @Nullable String description;

    protected RoleEntity() {}

    Role toRole() {
        return new Role(id, displayName, Optional.ofNullable(description));
    }
}
