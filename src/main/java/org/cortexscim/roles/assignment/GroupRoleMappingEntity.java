package org.cortexscim.roles.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.cortexscim.roles.RoleRef;

/** The row of a {@link GroupRoleMapping}; nothing updates it. */
@Entity
@Table(name = "group_role_mapping")
class GroupRoleMappingEntity {
    @Id
    private String id = "";

    @Column(name = "group_id")
    private String groupId = "";

    private String role = "";

    protected GroupRoleMappingEntity() {}

    GroupRoleMappingEntity(GroupRoleMapping mapping) {
        id = mapping.id();
        groupId = mapping.groupId();
        role = mapping.role().name();
    }

    GroupRoleMapping toMapping(String groupName) {
        return new GroupRoleMapping(id, groupId, groupName, new RoleRef(role));
    }
}
