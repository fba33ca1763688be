package org.cortexscim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.cortexscim.Deployments;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.WorkspaceSettings;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries leave the log when they are older than the workspace keeps them, and never without a trace. */
@ArquillianTest
class AuditRetentionContainerIT {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private AuditRetention retention;

    @Inject
    private AuditLog log;

    @Inject
    private AuditStore store;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private UserTransaction transaction;

    private final String object = "old-" + UUID.randomUUID();

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(AuditRetentionContainerIT.class);
    }

    @AfterEach
    void keepEverything() {
        settings.change(ScimObject.of("auditRetentionDays", BigDecimal.valueOf(30)));
        while (retention.deleteBatch()) {
            // until nothing is left of the test's entries
        }
        settings.change(new ScimObject().with("auditRetentionDays", null));
    }

    @Test
    void deletesWhatIsOlder_andSaysHowMuch() throws Exception {
        insert(1, 29);
        insert(2, 31);
        settings.change(ScimObject.of("auditRetentionDays", BigDecimal.valueOf(30)));
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        assertThat(retention.deleteBatch()).isFalse();

        assertThat(mine()).hasSize(1);
        List<AuditEntry> written = deletionsSince(start);
        assertThat(written).hasSize(1);
        assertThat(written.get(0).action()).isEqualTo(AuditAction.DELETE);
        assertThat(written.get(0).details().get("deletedEntries")).hasToString("2");
        assertThat(Instant.parse(written.get(0).details().text("before").orElseThrow()))
                .isBetween(start.minus(DAY.multipliedBy(30)), Instant.now().minus(DAY.multipliedBy(30)));
    }

    @Test
    void deletesNothing_untilAnAdminSaysWhen() throws Exception {
        insert(1, 4000);
        Instant start = Instant.now();

        assertThat(retention.deleteBatch()).isFalse();

        assertThat(mine()).hasSize(1);
        assertThat(deletionsSince(start)).isEmpty();
    }

    @Test
    void saysNothing_whenNothingIsOldEnough() throws Exception {
        insert(1, 29);
        settings.change(ScimObject.of("auditRetentionDays", BigDecimal.valueOf(30)));
        Instant start = Instant.now();

        assertThat(retention.deleteBatch()).isFalse();

        assertThat(mine()).hasSize(1);
        assertThat(deletionsSince(start)).isEmpty();
    }

    /** All in one millisecond, which must not make a batch larger. */
    @Test
    void deletesInBatches_eachWithItsEntry() throws Exception {
        insert(AuditRetention.BATCH + 3, 40);
        settings.change(ScimObject.of("auditRetentionDays", BigDecimal.valueOf(36)));
        Instant start = Instant.now();

        assertThat(retention.deleteBatch()).isTrue();
        assertThat(log.page(filter(), 0, 1).total()).isEqualTo(3);
        assertThat(retention.deleteBatch()).isFalse();

        assertThat(mine()).isEmpty();
        assertThat(deletionsSince(start))
                .extracting(entry -> String.valueOf(entry.details().get("deletedEntries")))
                .containsExactly("3", String.valueOf(AuditRetention.BATCH));
    }

    @Test
    void losesTheDeletion_withItsEntry() throws Exception {
        insert(1, 31);
        settings.change(ScimObject.of("auditRetentionDays", BigDecimal.valueOf(30)));
        Instant start = Instant.now();

        transaction.begin();
        retention.deleteBatch();
        transaction.rollback();

        assertThat(mine()).hasSize(1);
        assertThat(deletionsSince(start)).isEmpty();
    }

    private void insert(int count, int daysAgo) throws Exception {
        Instant occurred = Instant.now().minus(DAY.multipliedBy(daysAgo));
        transaction.begin();
        for (int i = 0; i < count; i++) {
            store.insert(Entries.about(object, occurred));
        }
        transaction.commit();
    }

    private List<AuditEntry> mine() {
        return log.first(filter(), 1000);
    }

    private AuditFilter filter() {
        return AuditFilter.ALL.with(AuditCriterion.OBJECT_IDENTIFIERS, List.of(object));
    }

    private List<AuditEntry> deletionsSince(Instant start) {
        AuditFilter deletions = AuditFilter.between(java.util.Optional.of(start), java.util.Optional.empty())
                .with(AuditCriterion.OBJECT_TYPES, List.of("AUDIT_LOG"));
        return log.first(deletions, 1000);
    }
}
