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
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.filter.SearchKey;
import org.jspecify.annotations.Nullable;

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

    private @Nullable String description;

    @Column(name = "description_key")
    private @Nullable String descriptionKey;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "custom_role_permission", joinColumns = @JoinColumn(name = "role_tag"))
    @Column(name = "permission")
    @Enumerated(EnumType.STRING)
    private Set<Permission> permissions = EnumSet.noneOf(Permission.class);

    protected CustomRoleEntity() {}

    CustomRoleEntity(String tag, RoleDefinition role) {
        this.tag = tag;
        this.tagKey = SearchKey.folded(tag);
        write(role);
    }

    /** Everything but the tag, which stays. */
    final void write(RoleDefinition role) {
        name = role.name();
        nameKey = SearchKey.folded(name);
        description = role.description().orElse(null);
        descriptionKey = role.description().map(SearchKey::folded).orElse(null);
        permissions.retainAll(role.permissions());
        permissions.addAll(role.permissions());
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

    RoleDefinition definition() {
        return new RoleDefinition(RoleRef.custom(tag), name, Optional.ofNullable(description), permissions);
    }
}
