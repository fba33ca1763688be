package org.cortexscim.roles;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.Set;

/** A role that an admin has made. */
@Entity
@Table(name = "custom_role")
class CustomRoleEntity {
    @Id
    private String tag = "";

    /** For admins to read; nothing in here decides by it. */
    @SuppressWarnings("UnusedVariable")
    private String name = "";

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "custom_role_permission", joinColumns = @JoinColumn(name = "role_tag"))
    @Column(name = "permission")
    @Enumerated(EnumType.STRING)
    private Set<Permission> permissions = EnumSet.noneOf(Permission.class);

    protected CustomRoleEntity() {}

    CustomRoleEntity(String tag, String name, Set<Permission> permissions) {
        this.tag = tag;
        this.name = name;
        this.permissions.addAll(permissions);
    }

    Set<Permission> permissions() {
        return permissions;
    }
}
