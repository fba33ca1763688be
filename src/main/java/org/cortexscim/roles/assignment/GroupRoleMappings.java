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

/** Roles that groups give their members, in addition to their own. */
@ApplicationScoped
@InTransaction
public class GroupRoleMappings {
    @Inject
    private GroupRoleMappingStore store;

    @Inject
    private Roles roles;

    @Inject
    private LastAdmin lastAdmin;

    @Inject
    private Event<GroupRoleMappingChanged> changes;

    /** All mappings, in the order of the groups' names. */
    @InTransaction(readOnly = true)
    public List<GroupRoleMapping> all() {
        return store.all();
    }

    /**
     * Gives a group's members a role.
     *
     * @return the mapping, which may have been there already
     * @throws ScimException invalidValue when the group does not exist, 403 when the role has a permission which the creator
     *     lacks
     */
    public GroupRoleMapping create(String groupId, RoleRef role, Authority maker) {
        roles.requireWithin(maker, List.of(role));
        roles.hold(List.of(role));
        String groupName = store.groupName(groupId)
                .orElseThrow(() -> ScimException.invalidValue("No group has the id '%s'.".formatted(groupId)));
        return store.find(groupId, role).orElseGet(() -> insert(groupId, groupName, role));
    }

    /**
     * Takes a role from a group's members.
     *
     * @throws ScimException 403 when the role has a permission which the editor lacks, 404, 409 when it makes the last Admin
     */
    public void delete(String id, Authority editor) {
        GroupRoleMapping mapping =
                store.lock(id).orElseThrow(() -> ScimException.notFound("No group role mapping has this id."));
        roles.requireWithin(editor, List.of(mapping.role()));
        LastAdmin.Watch admins = lastAdmin.watchRole(mapping.role());
        delete(mapping);
        admins.requireOne();
    }

    /** Takes every role from a group that is about to be deleted; whether an Admin is left is the caller's to watch. */
    public void deleteOfGroup(String groupId) {
        store.ofGroup(groupId).forEach(this::delete);
    }

    private void delete(GroupRoleMapping mapping) {
        store.delete(mapping.id());
        changes.fire(new GroupRoleMappingChanged(RoleMappingChanged.Kind.DELETED, mapping));
    }

    private GroupRoleMapping insert(String groupId, String groupName, RoleRef role) {
        GroupRoleMapping mapping =
                new GroupRoleMapping(UuidCreator.getTimeOrderedEpoch().toString(), groupId, groupName, role);
        store.insert(mapping);
        changes.fire(new GroupRoleMappingChanged(RoleMappingChanged.Kind.CREATED, mapping));
        return mapping;
    }
}
