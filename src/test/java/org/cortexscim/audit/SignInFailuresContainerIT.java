package org.cortexscim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cortexscim.Deployments;
import org.cortexscim.access.SignInFailures;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Who guesses keys leaves a trace, though there is neither a caller nor a transaction. */
@ArquillianTest
class SignInFailuresContainerIT {
    @Inject
    private Event<SignInFailures> failures;

    @Inject
    private AuditLog log;

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(SignInFailuresContainerIT.class);
    }

    @Test
    void writesOneEntry_forAllFailuresOfAnAddress() {
        String address = "test-" + UUID.randomUUID();
        Instant first = Instant.parse("2026-11-24T08:00:00Z");

        failures.fire(new SignInFailures(address, "The API key is not valid.", 17, first, first.plusSeconds(59)));

        List<AuditEntry> entries =
                log.first(AuditFilter.ALL.with(AuditCriterion.ACTOR_IP_ADDRESSES, List.of(address)), 10);
        assertThat(entries).hasSize(1);
        AuditEntry entry = entries.get(0);
        assertThat(entry.action()).isEqualTo(AuditAction.READ);
        assertThat(entry.objectType()).isEqualTo(AuditObject.SIGN_IN);
        assertThat(entry.objectIdentifier()).isEqualTo(address);
        assertThat(entry.ipAddress()).contains(address);
        assertThat(entry.actorType()).isEqualTo(AuditActor.ANONYMOUS);
        assertThat(entry.actorIdentifier()).isEmpty();
        assertThat(entry.details().get("count")).hasToString("17");
        assertThat(entry.details().text("reason")).contains("The API key is not valid.");
        assertThat(entry.details().text("first")).contains("2026-11-24T08:00:00Z");
        assertThat(entry.details().text("last")).contains("2026-11-24T08:00:59Z");
    }
}
