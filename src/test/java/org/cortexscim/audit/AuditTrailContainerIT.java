package org.cortexscim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.UUID;
import org.cortexscim.Deployments;
import org.cortexscim.directory.User;
import org.cortexscim.directory.UserDirectory;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.settings.WorkspaceSettings;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change and its audit entry are committed together, or neither is. */
@ArquillianTest
class AuditTrailContainerIT {
    @Inject
    private UserDirectory users;

    @Inject
    private AuditLog log;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private UserTransaction transaction;

    private final String userName = UUID.randomUUID() + "@example.com";

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(AuditTrailContainerIT.class);
    }

    @BeforeEach
    void turnTheSwitchesOn() {
        settings.change(ScimObject.of("automaticProvisioning", true).with("automaticDeprovisioning", true));
    }

    @Test
    void writesOneEntry_forEachChange() {
        User user = users.create(person());
        users.replace(user.id(), person().with("active", false), Precondition.NONE);
        users.delete(user.id(), Precondition.NONE);

        assertThat(entries())
                .extracting(AuditEntry::action)
                .containsExactly(AuditAction.DELETE, AuditAction.UPDATE, AuditAction.CREATE);
        assertThat(entries())
                .extracting(entry -> entry.details().get("event"))
                .containsExactly("DELETED", "DEACTIVATED", "CREATED");
    }

    @Test
    void losesTheEntry_withTheChange() throws Exception {
        transaction.begin();
        User user = users.create(person());
        transaction.rollback();

        assertThat(entries()).isEmpty();
        assertThatThrownBy(() -> users.get(user.id())).isInstanceOf(ScimException.class);
    }

    @Test
    void writesNothing_whenNothingIsDone() {
        User user = users.create(person());
        users.patch(user.id(), List.of(), Precondition.NONE);
        users.replace(user.id(), person(), Precondition.NONE);
        assertThatThrownBy(() -> users.create(person())).hasMessageContaining("already");

        assertThat(entries()).hasSize(1);
        assertThat(users.get(user.id()).version()).isEqualTo(user.version());
    }

    @Test
    void notesWhatWasIgnored_alsoWhenNothingElseChanged() {
        User user = users.create(person());
        users.patch(user.id(), PatchOperation.parse(replaceTitle(), Conformance.TOLERANT), Precondition.NONE);

        assertThat(entries().get(0).details().list("ignoredAttributes")).isEqualTo(List.of("title"));
        assertThat(entries().get(0).details().list("changes")).isEmpty();
    }

    private ScimObject person() {
        return ScimObject.of("userName", userName)
                .with("name", ScimObject.of("givenName", "Anna").with("familyName", "Berg"));
    }

    private static ScimObject replaceTitle() {
        ScimObject operation =
                ScimObject.of("op", "replace").with("path", "title").with("value", "Boss");
        return ScimObject.of("Operations", List.of(operation));
    }

    private List<AuditEntry> entries() {
        return log.first(AuditFilter.ALL, 1000).stream()
                .filter(entry -> entry.objectIdentifier().equals(userName))
                .toList();
    }
}
