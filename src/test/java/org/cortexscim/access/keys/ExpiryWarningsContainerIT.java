package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.cortexscim.Deployments;
import org.cortexscim.audit.AuditEntry;
import org.cortexscim.audit.AuditFilter;
import org.cortexscim.audit.AuditLog;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.BuiltInRole;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.scim.ScimObject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A key is announced twenty days, seven days and one day before its end, once each. */
@ArquillianTest
class ExpiryWarningsContainerIT {
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);
    private static final Duration MONTH = Duration.ofDays(30);

    @Inject
    private ApiKeys keys;

    @Inject
    private KeyUse use;

    @Inject
    private KeyRotation rotation;

    @Inject
    private ExpiryWarnings warnings;

    @Inject
    private ExpiringKeys expiring;

    @Inject
    private AuditLog log;

    @Inject
    private Clock clock;

    @Inject
    private Instance<RequestContextController> requestScope;

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(ExpiryWarningsContainerIT.class);
    }

    @Test
    void warnsOnce_inEachWindow() {
        ApiKey key = keyEndingAfter(MONTH);
        Instant end = key.expires().orElseThrow();

        warnings.warn(end.minus(Duration.ofDays(21)));
        assertThat(warningsOf(key)).isEmpty();

        warnings.warn(end.minus(Duration.ofDays(19)));
        warnings.warn(end.minus(Duration.ofDays(18)));
        assertThat(warningsOf(key)).containsExactly("20d");

        warnings.warn(end.minus(Duration.ofDays(6)));
        warnings.warn(end.minus(Duration.ofDays(5)));
        assertThat(warningsOf(key)).containsExactly("7d", "20d");

        warnings.warn(end.minus(Duration.ofHours(12)));
        warnings.warn(end.minus(Duration.ofHours(11)));
        assertThat(warningsOf(key)).containsExactly("1d", "7d", "20d");
    }

    @Test
    void leavesOutWhatIsLate_whenADayIsLeft() {
        ApiKey key = keyEndingAfter(MONTH);

        warnings.warn(key.expires().orElseThrow().minus(Duration.ofHours(12)));

        assertThat(warningsOf(key)).containsExactly("1d");
    }

    @Test
    void saysNothing_onceItIsOver() {
        ApiKey key = keyEndingAfter(MONTH);

        warnings.warn(key.expires().orElseThrow());

        assertThat(warningsOf(key)).isEmpty();
    }

    @Test
    void warnsOnce_whenSeveralNodesDo() {
        ApiKey key = keyEndingAfter(MONTH);
        Instant then = key.expires().orElseThrow().minus(Duration.ofDays(6));

        CompletableFuture<?>[] nodes = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(() -> warnAsTimer(key, then)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();

        assertThat(warningsOf(key)).containsExactly("7d");
    }

    /** A timer's call has a request scope of its own, which a plain thread has not. */
    private void warnAsTimer(ApiKey key, Instant then) {
        RequestContextController scope = requestScope.get();
        scope.activate();
        try {
            warnings.warn(List.of(key), then);
        } finally {
            scope.deactivate();
        }
    }

    @Test
    void countsWhatEndsSoon() {
        expiring.count();
        long day = expiring.within(ExpiryWindow.DAY);
        long week = expiring.within(ExpiryWindow.WEEK);
        long twentyDays = expiring.within(ExpiryWindow.TWENTY_DAYS);

        keyEndingAfter(Duration.ofHours(1));
        keyEndingAfter(Duration.ofDays(2));
        keyEndingAfter(EIGHT_DAYS);
        keyEndingAfter(MONTH);
        expiring.count();

        assertThat(expiring.within(ExpiryWindow.DAY)).isEqualTo(day + 1);
        assertThat(expiring.within(ExpiryWindow.WEEK)).isEqualTo(week + 2);
        assertThat(expiring.within(ExpiryWindow.TWENTY_DAYS)).isEqualTo(twentyDays + 3);
    }

    /** To the minute, and never back: of two nodes the one that writes last may have the earlier use. */
    @Test
    void keepsTheLastUse() {
        IssuedKey issued = issuedKeyEndingAfter(EIGHT_DAYS);
        Instant noon = Instant.parse("2026-11-24T12:00:30Z");

        writeUse(issued, noon);
        writeUse(issued, noon.minusSeconds(300));

        ApiKey key = keys.get(issued.key().cid());
        assertThat(key.lastUsed()).contains(Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(key.secrets()).extracting(KeySecret::lastUsed).containsExactly(key.lastUsed());
    }

    /** Each secret has its own, and the key the latest of them, also when that secret has been ended. */
    @Test
    void keepsTheLastUseOfEachSecret() {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        IssuedKey issued = issuedKeyEndingAfter(EIGHT_DAYS);
        String cid = issued.key().cid();
        Authority user = new Authority(BuiltInRole.USER.permissions());
        IssuedKey rotated = rotation.start(cid, Duration.ofHours(1), user);

        writeUse(rotated, noon);
        writeUse(issued, noon.minusSeconds(300));

        assertThat(keys.get(cid).secrets())
                .extracting(KeySecret::lastUsed)
                .containsExactly(Optional.of(noon), Optional.of(noon.minusSeconds(300)));
        assertThat(keys.get(cid).lastUsed()).contains(noon);
        rotation.undo(cid, user);
        writeUse(rotated, noon.plusSeconds(60));
        assertThat(keys.get(cid).secrets())
                .extracting(KeySecret::lastUsed)
                .containsExactly(Optional.of(noon.minusSeconds(300)));
        assertThat(keys.get(cid).lastUsed()).contains(noon.plusSeconds(60));
    }

    private void writeUse(IssuedKey issued, Instant time) {
        use.write(Map.of(
                ApiKeySecret.hash(issued.secret()), new KeyUse.Note(issued.key().cid(), time)));
    }

    private ApiKey keyEndingAfter(Duration time) {
        return issuedKeyEndingAfter(time).key();
    }

    private IssuedKey issuedKeyEndingAfter(Duration time) {
        KeyLabel label = new KeyLabel("test", Optional.empty());
        RoleRef role = RoleRef.builtIn(BuiltInRole.USER);
        Optional<Instant> end = Optional.of(clock.instant().plus(time));
        return keys.create(new NewApiKey(label, Set.of(role), end), new Authority(Set.of()));
    }

    /** What the audit log says, the newest first. */
    private List<Object> warningsOf(ApiKey key) {
        return log.first(AuditFilter.ALL, 1000).stream()
                .filter(entry -> entry.objectId().equals(Optional.of(key.cid())))
                .map(AuditEntry::details)
                .filter(details -> "EXPIRES_SOON".equals(details.get("event")))
                .map(details -> ((ScimObject) details.list("changes").get(0)).get("after"))
                .toList();
    }
}
