package org.cortexscim.roles.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.cortexscim.roles.RoleRef;

/** The row of a {@link RoleMapping}; nothing updates it. */
@Entity
@Table(name = "role_mapping")
@SuppressWarnings("UnusedVariable") // the key is read in SQL
class RoleMappingEntity {
    @Id
    private String id = "";

    @Column(name = "idp_value")
    private String idpValue = "";

    @Column(name = "idp_key")
    private String idpKey = "";

    private String role = "";

    protected RoleMappingEntity() {}

    RoleMappingEntity(RoleMapping mapping) {
        id = mapping.id();
        idpValue = mapping.idpValue();
        idpKey = RoleValues.key(mapping.idpValue());
        role = mapping.role().name();
    }

    RoleMapping toMapping() {
        return new RoleMapping(id, idpValue, new RoleRef(role));
    }
}
