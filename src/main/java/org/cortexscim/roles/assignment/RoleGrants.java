package org.cortexscim.roles.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.Ids;
import org.cortexscim.storage.InTransaction;

/**
 * Roles that the identity provider gives: the role that a value means, and those that a group gives its members. Roles
 * are computed when they are read, so a grant applies at once for every user who has the value or is in the group.
 */
@ApplicationScoped
@InTransaction
public class RoleGrants {
    /** The longest value, in characters: as long as a user's {@code roles.value} can be. */
    private static final int MAX_VALUE = 500;

    @Inject
    private RoleGrantStore store;

    @Inject
    private Roles roles;

    @Inject
    private LastAdmin lastAdmin;

    @Inject
    private Event<RoleGrantChanged> changes;

    /** All grants of that kind, in the order of the values or of the groups' names. */
    @InTransaction(readOnly = true)
    public List<RoleGrant> all(GrantSource.Kind kind) {
        return store.all(kind);
    }

    /**
     * A page of the grants of that kind, in the same order.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction(readOnly = true)
    public ListResponse<RoleGrant> page(GrantSource.Kind kind, int page, int pageSize) {
        int offset = (int) Math.min((long) page * pageSize, Integer.MAX_VALUE - 1);
        return ListResponse.at(offset + 1, store.count(kind), store.page(kind, offset, pageSize));
    }

    /** The grant with that id, of that kind; empty when it does not exist. */
    @InTransaction(readOnly = true)
    public Optional<RoleGrant> find(GrantSource.Kind kind, String id) {
        return store.find(id).filter(grant -> grant.source().kind() == kind);
    }

    /** What some groups give their members. */
    @InTransaction(readOnly = true)
    public List<RoleGrant> ofGroups(Collection<String> groupIds) {
        return store.ofGroups(groupIds);
    }

    /**
     * Maps a value to a role, even when the value is another role's id.
     *
     * @return the grant, which may have been there already
     * @throws ScimException invalidValue for a blank value or one of more than 500 characters, 403 when the role has a
     *     permission which the creator lacks, 409 when the value is already mapped to another role
     */
    public RoleGrant createForValue(String idpValue, RoleRef role, Authority maker) {
        if (idpValue.isBlank() || idpValue.length() > MAX_VALUE) {
            throw ScimException.invalidValue("'idpValue' must be a string of 1 to %d characters.".formatted(MAX_VALUE));
        }
        hold(role, maker);
        GrantSource value = GrantSource.value(idpValue);
        Optional<RoleGrant> present =
                store.of(GrantSource.Kind.VALUE, value.key()).stream().findFirst();
        present.filter(grant -> !grant.role().equals(role)).ifPresent(other -> {
            throw ScimException.conflict("'%s' is already mapped to another role; delete that mapping first."
                    .formatted(other.source().name()));
        });
        // Until now the value may have stood for the Admin role by its id.
        return present.orElseGet(() -> lastAdmin.guardRoleOfId(idpValue, () -> insert(value, role)));
    }

    /**
     * Gives a group's members a role.
     *
     * @return the grant, which may have been there already
     * @throws ScimException invalidValue when the group does not exist, 403 when the role has a permission which the creator
     *     lacks
     */
    public RoleGrant createForGroup(String groupId, RoleRef role, Authority maker) {
        hold(role, maker);
        GrantSource group = store.group(groupId)
                .orElseThrow(() -> ScimException.invalidValue("No group has the id '%s'.".formatted(groupId)));
        return store.of(GrantSource.Kind.GROUP, groupId).stream()
                .filter(grant -> grant.role().equals(role))
                .findFirst()
                .orElseGet(() -> insert(group, role));
    }

    /**
     * Deletes a grant of that kind. A value then means the role with that id, if one exists.
     *
     * @throws ScimException 403 when a role that comes or goes has a permission which the editor lacks, 404, 409 when it
     *     makes the last Admin
     */
    public void delete(GrantSource.Kind kind, String id, Authority editor) {
        RoleGrant grant = store.lock(id)
                .filter(found -> found.source().kind() == kind)
                .orElseThrow(() -> ScimException.notFound(
                        kind == GrantSource.Kind.VALUE
                                ? "No role mapping has this id."
                                : "No group role mapping has this id."));
        roles.requireWithin(editor, List.of(grant.role()));
        if (kind == GrantSource.Kind.VALUE) {
            roles.find(grant.source().name()).ifPresent(role -> roles.requireWithin(editor, List.of(role)));
        }
        lastAdmin.guardRole(grant.role(), () -> delete(grant));
    }

    /** Takes every role from a group that is about to be deleted; whether an Admin is left is the caller's to guard. */
    public void deleteOfGroup(String groupId) {
        store.of(GrantSource.Kind.GROUP, groupId).forEach(this::delete);
    }

    private void hold(RoleRef role, Authority maker) {
        roles.requireWithin(maker, List.of(role));
        roles.hold(List.of(role));
    }

    private RoleGrant insert(GrantSource source, RoleRef role) {
        RoleGrant grant = new RoleGrant(Ids.next(), source, role);
        store.insert(grant);
        changes.fire(new RoleGrantChanged(RoleGrantChanged.Kind.CREATED, grant));
        return grant;
    }

    private void delete(RoleGrant grant) {
        store.delete(grant.id());
        changes.fire(new RoleGrantChanged(RoleGrantChanged.Kind.DELETED, grant));
    }
}
