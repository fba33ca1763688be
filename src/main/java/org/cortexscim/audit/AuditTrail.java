package org.cortexscim.audit;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.directory.GroupChange;
import org.cortexscim.directory.ProvisioningChange;
import org.cortexscim.directory.assignment.GroupRoleMapping;
import org.cortexscim.directory.assignment.GroupRoleMappingChange;
import org.cortexscim.directory.assignment.RoleMapping;
import org.cortexscim.directory.assignment.RoleMappingChange;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.schemas.SchemaChanged;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Discovery;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.settings.SettingChanged;

/**
 * Writes an entry for every change. The observers run inside the transaction of the change: both are committed, or
 * neither.
 */
@ApplicationScoped
public class AuditTrail {
    private static final int MAX_IDENTIFIER = 600;
    private static final int MAX_NAMED_MEMBERS = 20_000;

    @Inject
    private AuditStore store;

    @Inject
    private CurrentCaller current;

    @Inject
    private Clock clock;

    void userChanged(@Observes ProvisioningChange change) {
        ScimObject details = ScimObject.of("event", change.kind().name())
                .with("changes", changes(change.changes()))
                .with("ignoredAttributes", new ArrayList<>(change.ignored()));
        write(action(change.kind()), "USER", change.userName(), Optional.of(change.userId()), details);
    }

    void groupChanged(@Observes GroupChange change) {
        ScimObject details = ScimObject.of("event", change.kind().name())
                .with("changes", changes(change.changes()))
                .with("addedMembers", named(change.added()))
                .with("addedMemberCount", BigDecimal.valueOf(change.added().size()))
                .with("removedMembers", named(change.removed()))
                .with("removedMemberCount", BigDecimal.valueOf(change.removedCount()));
        String action = switch (change.kind()) {
            case CREATED -> "CREATE";
            case UPDATED -> "UPDATE";
            case DELETED -> "DELETE";
        };
        write(action, "GROUP", change.displayName(), Optional.of(change.groupId()), details);
    }

    void roleMappingChanged(@Observes RoleMappingChange change) {
        RoleMapping mapping = change.mapping();
        writeRole(change.kind(), "ROLE_MAPPING", mapping.idpValue(), mapping.id(), mapping.role());
    }

    void groupRoleMappingChanged(@Observes GroupRoleMappingChange change) {
        GroupRoleMapping mapping = change.mapping();
        writeRole(change.kind(), "GROUP_ROLE_MAPPING", mapping.groupName(), mapping.id(), mapping.role());
    }

    private void writeRole(
            RoleMappingChange.Kind kind, String objectType, String identifier, String objectId, RoleRef role) {
        boolean created = kind == RoleMappingChange.Kind.CREATED;
        Difference difference = new Difference("role", created ? null : role.name(), created ? role.name() : null);
        ScimObject details = ScimObject.of("event", kind.name()).with("changes", changes(List.of(difference)));
        write(created ? "CREATE" : "DELETE", objectType, identifier, Optional.of(objectId), details);
    }

    void settingChanged(@Observes SettingChanged change) {
        String key = change.setting().key();
        ScimObject details = ScimObject.of("event", "UPDATED")
                .with("changes", changes(List.of(new Difference(key, change.before(), change.after()))));
        write("UPDATE", "SCIM_SETTINGS", key, Optional.empty(), details);
    }

    void schemaChanged(@Observes SchemaChanged change) {
        String action = change.before().isEmpty() ? "CREATE" : change.after().isEmpty() ? "DELETE" : "UPDATE";
        ScimObject details = ScimObject.of("event", action + "D")
                .with("changes", changes(Difference.between(definition(change.before()), definition(change.after()))));
        write(action, "SCIM_SCHEMA", change.urn(), Optional.empty(), details);
    }

    private static ScimObject definition(Optional<Schema> schema) {
        return schema.map(Discovery::definition).orElseGet(ScimObject::new);
    }

    private static String action(ProvisioningChange.Kind kind) {
        return switch (kind) {
            case CREATED -> "CREATE";
            case UPDATED, DEACTIVATED, REACTIVATED -> "UPDATE";
            case DELETED -> "DELETE";
        };
    }

    /** A group of any size can lose all its members at once, and the entry has to fit its column. */
    private static List<String> named(Set<String> ids) {
        return ids.stream().sorted().limit(MAX_NAMED_MEMBERS).toList();
    }

    private static List<ScimObject> changes(List<Difference> differences) {
        return differences.stream()
                .map(difference -> ScimObject.of("attribute", difference.path())
                        .with("before", difference.before())
                        .with("after", difference.after()))
                .toList();
    }

    private void write(
            String action, String objectType, String identifier, Optional<String> objectId, ScimObject details) {
        Optional<Caller> caller = current.caller();
        store.insert(new AuditEntry(
                UuidCreator.getTimeOrderedEpoch().toString(),
                clock.instant(),
                action,
                objectType,
                identifier.substring(0, Math.min(MAX_IDENTIFIER, identifier.length())),
                objectId,
                caller.map(known -> known.type().name()).orElse("ANONYMOUS"),
                caller.map(Caller::identifier),
                text(current.address()),
                text(current.requestId()),
                details));
    }

    /** A change that no request has asked for has neither an address nor a request's id. */
    private static Optional<String> text(String text) {
        return Optional.of(text).filter(known -> !known.isEmpty());
    }
}
