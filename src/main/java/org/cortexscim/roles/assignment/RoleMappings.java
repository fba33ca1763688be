package org.cortexscim.roles.assignment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/**
 * Roles that the identity provider's values mean. Roles are computed when they are read, so a mapping applies at
 * once for every user who has the value.
 */
@ApplicationScoped
@InTransaction
public class RoleMappings {
    /** The longest value, in characters: as long as a user's {@code roles.value} can be. */
    private static final int MAX_VALUE = 500;

    @Inject
    private RoleMappingStore store;

    @Inject
    private Roles roles;

    @Inject
    private LastAdmin lastAdmin;

    @Inject
    private Event<RoleMappingChanged> changes;

    /** All mappings, in the order of their values. */
    @InTransaction(readOnly = true)
    public List<RoleMapping> all() {
        return store.all();
    }

    /**
     * Maps a value to a role, even when the value is another role's id.
     *
     * @return the mapping, which may have been there already
     * @throws ScimException invalidValue for a blank value or one of more than 500 characters, 403 when the role has a
     *     permission which the creator lacks, 409 when the value is already mapped to another role
     */
    public RoleMapping create(String idpValue, RoleRef role, Authority maker) {
        if (idpValue.isBlank() || idpValue.length() > MAX_VALUE) {
            throw ScimException.invalidValue("'idpValue' must be a string of 1 to %d characters.".formatted(MAX_VALUE));
        }
        roles.requireWithin(maker, List.of(role));
        roles.hold(List.of(role));
        return store.ofValue(idpValue)
                .map(present -> same(present, role))
                .orElseGet(() ->
                        insert(new RoleMapping(UuidCreator.getTimeOrderedEpoch().toString(), idpValue, role)));
    }

    /**
     * Deletes a mapping; the value then means the role with that id, if one exists.
     *
     * @throws ScimException 403 when one of these roles has a permission which the editor lacks, 404, 409 when it makes the
     *     last Admin
     */
    public void delete(String id, Authority editor) {
        RoleMapping mapping = store.lock(id).orElseThrow(() -> ScimException.notFound("No role mapping has this id."));
        roles.requireWithin(editor, List.of(mapping.role()));
        roles.find(mapping.idpValue()).ifPresent(role -> roles.requireWithin(editor, List.of(role)));
        LastAdmin.Watch admins = lastAdmin.watchRole(mapping.role());
        store.delete(id);
        admins.requireOne();
        changes.fire(new RoleMappingChanged(RoleMappingChanged.Kind.DELETED, mapping));
    }

    private static RoleMapping same(RoleMapping present, RoleRef role) {
        if (present.role().equals(role)) {
            return present;
        }
        throw ScimException.conflict(
                "'%s' is already mapped to another role; delete that mapping first.".formatted(present.idpValue()));
    }

    private RoleMapping insert(RoleMapping mapping) {
        // Until now the value may have stood for the Admin role by its id.
        LastAdmin.Watch admins = lastAdmin.watchRoleOfId(mapping.idpValue());
        store.insert(mapping);
        admins.requireOne();
        changes.fire(new RoleMappingChanged(RoleMappingChanged.Kind.CREATED, mapping));
        return mapping;
    }
}
