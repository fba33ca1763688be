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
import org.cortexscim.scim.filter.SearchKey;

/** A role that an admin has made. */
@Entity
@Table(name = "custom_role")
@SuppressWarnings("UnusedVariable") // roles are searched by the columns, in SQL
class CustomRoleEntity {
    @Id
    private String tag = "";

    @Column(name = "tag_key")
    private String tagKey = "";

    private String name = "";

    @Column(name = "name_key")
    private String nameKey = "";

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "custom_role_permission", joinColumns = @JoinColumn(name = "role_tag"))
    @Column(name = "permission")
    @Enumerated(EnumType.STRING)
    private Set<Permission> permissions = EnumSet.noneOf(Permission.class);

    protected CustomRoleEntity() {}

    CustomRoleEntity(String tag, String name, Set<Permission> permissions) {
        this.tag = tag;
        this.tagKey = SearchKey.folded(tag);
        this.name = name;
        this.nameKey = SearchKey.folded(name);
        this.permissions.addAll(permissions);
    }

    String tag() {
        return tag;
    }

    String name() {
        return name;
    }

    Set<Permission> permissions() {
        return permissions;
    }
}
