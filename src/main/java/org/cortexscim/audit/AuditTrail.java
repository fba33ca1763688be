package org.cortexscim.audit;

import static org.cortexscim.audit.AuditWriter.changes;
import static org.cortexscim.audit.AuditWriter.named;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.access.SignInFailures;
import org.cortexscim.access.allowlist.IpAllowlistChanged;
import org.cortexscim.access.keys.ApiKeyChanged;
import org.cortexscim.directory.GroupChanged;
import org.cortexscim.directory.UserChanged;
import org.cortexscim.roles.RoleChanged;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.assignment.DefaultRoleChanged;
import org.cortexscim.roles.assignment.RoleGrant;
import org.cortexscim.roles.assignment.RoleGrantChanged;
import org.cortexscim.roles.assignment.UserRolesChanged;
import org.cortexscim.schemas.SchemaChanged;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Discovery;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.settings.SettingChanged;
import org.cortexscim.storage.InTransaction;

/**
 * Writes an entry for every change. The observers run inside the transaction of the change: both are committed, or
 * neither.
 */
@ApplicationScoped
public class AuditTrail {
    @Inject
    private AuditWriter writer;

    void userChanged(@Observes UserChanged change) {
        ScimObject details = ScimObject.of("event", change.kind().name())
                .with("changes", changes(change.changes()))
                .with("ignoredAttributes", new ArrayList<>(change.ignored()));
        writer.write(action(change.kind()), AuditObject.USER, change.userName(), Optional.of(change.userId()), details);
    }

    void groupChanged(@Observes GroupChanged change) {
        ScimObject details = ScimObject.of("event", change.kind().name())
                .with("changes", changes(change.changes()))
                .with("addedMembers", named(change.added()))
                .with("addedMemberCount", BigDecimal.valueOf(change.added().size()))
                .with("removedMembers", named(change.removed()))
                .with("removedMemberCount", BigDecimal.valueOf(change.removedCount()));
        AuditAction action = switch (change.kind()) {
            case CREATED -> AuditAction.CREATE;
            case UPDATED -> AuditAction.UPDATE;
            case DELETED -> AuditAction.DELETE;
        };
        writer.write(action, AuditObject.GROUP, change.displayName(), Optional.of(change.groupId()), details);
    }

    void roleGrantChanged(@Observes RoleGrantChanged change) {
        RoleGrant grant = change.grant();
        boolean created = change.kind() == RoleGrantChanged.Kind.CREATED;
        String role = grant.role().name();
        Difference difference = new Difference("role", created ? null : role, created ? role : null);
        ScimObject details = ScimObject.of("event", change.kind().name()).with("changes", changes(List.of(difference)));
        AuditObject objectType = switch (grant.source().kind()) {
            case VALUE -> AuditObject.ROLE_MAPPING;
            case GROUP -> AuditObject.GROUP_ROLE_MAPPING;
        };
        writer.write(
                created ? AuditAction.CREATE : AuditAction.DELETE,
                objectType,
                grant.source().name(),
                Optional.of(grant.id()),
                details);
    }

    void roleChanged(@Observes RoleChanged change) {
        AuditAction action = switch (change.kind()) {
            case CREATED -> AuditAction.CREATE;
            case UPDATED -> AuditAction.UPDATE;
            case DELETED -> AuditAction.DELETE;
        };
        ScimObject details = ScimObject.of("event", change.kind().name()).with("changes", changes(change.changes()));
        writer.write(action, AuditObject.ROLE, change.tag(), Optional.empty(), details);
    }

    void userRolesChanged(@Observes UserRolesChanged change) {
        Difference difference = new Difference("roles", names(change.before()), names(change.after()));
        ScimObject details = ScimObject.of("event", "UPDATED").with("changes", changes(List.of(difference)));
        writer.write(
                AuditAction.UPDATE, AuditObject.USER_ROLES, change.userName(), Optional.of(change.userId()), details);
    }

    private static List<String> names(Set<RoleRef> roles) {
        return roles.stream().map(RoleRef::name).toList();
    }

    void defaultRoleChanged(@Observes DefaultRoleChanged change) {
        Difference difference = new Difference(
                "defaultRole", change.before().name(), change.after().name());
        ScimObject details = ScimObject.of("event", "UPDATED").with("changes", changes(List.of(difference)));
        writer.write(AuditAction.UPDATE, AuditObject.WORKSPACE_SETTINGS, "defaultRole", Optional.empty(), details);
    }

    void apiKeyChanged(@Observes ApiKeyChanged change) {
        AuditAction action = switch (change.kind()) {
            case CREATED -> AuditAction.CREATE;
            case UPDATED, ROTATION_STARTED, ROTATION_COMPLETED, ROTATION_UNDONE, ROTATED, EXPIRES_SOON ->
                AuditAction.UPDATE;
            case DELETED -> AuditAction.DELETE;
        };
        ScimObject details = ScimObject.of("event", change.kind().name()).with("changes", changes(change.changes()));
        writer.write(action, AuditObject.API_KEY, change.name(), Optional.of(change.cid()), details);
    }

    void settingChanged(@Observes SettingChanged change) {
        String key = change.setting().key();
        ScimObject details = ScimObject.of("event", "UPDATED")
                .with("changes", changes(List.of(new Difference(key, change.before(), change.after()))));
        writer.write(AuditAction.UPDATE, AuditObject.SCIM_SETTINGS, key, Optional.empty(), details);
    }

    void allowlistChanged(@Observes IpAllowlistChanged change) {
        writer.write(
                AuditAction.UPDATE,
                AuditObject.IP_ALLOWLIST,
                "ip-allowlist",
                Optional.empty(),
                AllowlistDetails.of(change));
    }

    void schemaChanged(@Observes SchemaChanged change) {
        AuditAction action = change.before().isEmpty()
                ? AuditAction.CREATE
                : change.after().isEmpty() ? AuditAction.DELETE : AuditAction.UPDATE;
        ScimObject details = ScimObject.of("event", action.name() + "D")
                .with("changes", changes(Difference.between(definition(change.before()), definition(change.after()))));
        writer.write(action, AuditObject.SCIM_SCHEMA, change.urn(), Optional.empty(), details);
    }

    /** Uses the address as the object, because the caller is unknown. The aggregating timer has no transaction. */
    @InTransaction
    void signInFailed(@Observes SignInFailures failures) {
        ScimObject details = ScimObject.of("event", "SIGN_IN_FAILED")
                .with("reason", failures.reason())
                .with("count", BigDecimal.valueOf(failures.count()))
                .with("first", failures.first().toString())
                .with("last", failures.last().toString());
        writer.write(
                AuditAction.READ,
                AuditObject.SIGN_IN,
                failures.address(),
                Optional.empty(),
                details,
                failures.address());
    }

    private static ScimObject definition(Optional<Schema> schema) {
        return schema.map(Discovery::definition).orElseGet(ScimObject::new);
    }

    private static AuditAction action(UserChanged.Kind kind) {
        return switch (kind) {
            case CREATED -> AuditAction.CREATE;
            case UPDATED, DEACTIVATED, REACTIVATED -> AuditAction.UPDATE;
            case DELETED -> AuditAction.DELETE;
        };
    }
}
