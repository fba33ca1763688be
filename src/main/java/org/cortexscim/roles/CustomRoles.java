package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.storage.InTransaction;

/**
 * The roles that admins create. To create, change or delete one, a caller needs every permission that it has before and after, so
 * that no one can use a role to gain a permission. A change applies to everyone who has the role within a second.
 */
@ApplicationScoped
@InTransaction
public class CustomRoles {
    @Inject
    private RoleStore store;

    @Inject
    private RoleUses uses;

    @Inject
    private Event<RoleChanged> changes;

    /**
     * Makes a custom role.
     *
     * @throws ScimException 403 when it has more permissions than its creator, 409 uniqueness for a tag that is taken
     */
    public RoleDefinition create(RoleDefinition role, Authority maker) {
        maker.requireAll(role.permissions());
        store.add(new CustomRoleEntity(tag(role.ref()), role));
        fire(RoleChanged.Kind.CREATED, role.ref(), new ScimObject(), role.document());
        return role;
    }

    /**
     * Gives a custom role another name, description and other permissions.
     *
     * @throws ScimException 403 when it has or would have more permissions than who changes it, or is built in; 404
     */
    public RoleDefinition replace(RoleDefinition role, Authority editor) {
        CustomRoleEntity row = lock(role.ref(), editor);
        editor.requireAll(role.permissions());
        RoleDefinition before = row.definition();
        if (!before.equals(role)) {
            row.write(role);
            fire(RoleChanged.Kind.UPDATED, role.ref(), before.document(), role.document());
        }
        return role;
    }

    /**
     * Deletes a custom role that is not assigned.
     *
     * @throws ScimException 403 when it has more permissions than who deletes it, or is built in; 404; 409 saying where it
     *     is assigned
     */
    public void delete(RoleRef role, Authority editor) {
        CustomRoleEntity row = lock(role, editor);
        uses.requireNone(role);
        ScimObject before = row.definition().document();
        store.delete(row);
        fire(RoleChanged.Kind.DELETED, role, before, new ScimObject());
    }

    private CustomRoleEntity lock(RoleRef role, Authority editor) {
        CustomRoleEntity row = store.lock(tag(role)).orElseThrow(Roles::unknown);
        editor.requireAll(row.permissions());
        return row;
    }

    private static String tag(RoleRef role) {
        return role.tag()
                .orElseThrow(() -> ScimException.forbidden(
                        "'%s' is a built-in role, which cannot be changed or deleted.".formatted(role.name())));
    }

    private void fire(RoleChanged.Kind kind, RoleRef role, ScimObject before, ScimObject after) {
        List<Difference> differences = Difference.between(before, after);
        changes.fire(new RoleChanged(kind, tag(role), differences));
    }
}
