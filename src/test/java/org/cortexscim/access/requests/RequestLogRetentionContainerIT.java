package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.naming.InitialContext;
import javax.sql.DataSource;
import org.cortexscim.Deployments;
import org.cortexscim.access.requests.RequestLogStore.Kind;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests leave the log when they are old, and the oldest when they are many; those that failed stay longer. */
@ArquillianTest
class RequestLogRetentionContainerIT {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private RequestLog log;

    @Inject
    private RequestLogStore store;

    private final String caller = "ak" + UUID.randomUUID();

    @Deployment
    static WebArchive product() {
        return Deployments.productWith(RequestLogRetentionContainerIT.class);
    }

    @AfterEach
    @SuppressWarnings("BanJNDI") // the name is a constant
    void removeMine() throws Exception {
        DataSource database = InitialContext.doLookup("jdbc/cortex");
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from request_log where caller = ?")) {
            delete.setString(1, caller);
            delete.executeUpdate();
        }
    }

    @Test
    void deletesWhatIsOld() {
        Instant now = Instant.now();
        insert(now.minus(DAY.multipliedBy(29)), 403, 200);
        insert(now.minus(DAY.multipliedBy(31)), 403, 200);

        log.prune();

        assertThat(mine()).hasSize(2).allMatch(request -> request.time().isAfter(now.minus(DAY.multipliedBy(30))));
    }

    /** All of them in one millisecond, and more than are deleted at a time. */
    @Test
    void deletesTheOldestOfAKind_inBatches() {
        int more = 3;
        insert(
                Instant.now().minus(DAY.multipliedBy(25)),
                IntStream.range(0, RequestLogStore.MAX_DELETED + more)
                        .map(any -> 200)
                        .toArray());
        insert(Instant.now().minus(DAY.multipliedBy(24)), 403, 200);
        String last = mine().get(0).id();

        assertThat(store.deleteOldest(Kind.SUCCEEDED, last)).isEqualTo(RequestLogStore.MAX_DELETED);
        assertThat(mine()).hasSize(more + 2);
        assertThat(store.deleteOldest(Kind.SUCCEEDED, last)).isEqualTo(more + 1);

        assertThat(mine()).hasSize(1).allMatch(LoggedRequest::failed);
    }

    /** Whatever else is logged meanwhile is older than these. */
    @Test
    void findsTheFirstThatIsTooMuch() {
        insert(Instant.now().plus(DAY), 201);
        insert(Instant.now().plus(DAY.multipliedBy(2)), 202);
        insert(Instant.now().plus(DAY.multipliedBy(3)), 403);

        assertThat(statusOf(store.firstBeyond(Kind.SUCCEEDED, 0))).isEqualTo(202);
        assertThat(statusOf(store.firstBeyond(Kind.SUCCEEDED, 1))).isEqualTo(201);
        assertThat(statusOf(store.firstBeyond(Kind.ANY, 0))).isEqualTo(403);
        assertThat(statusOf(store.firstBeyond(Kind.ANY, 1))).isEqualTo(202);
        assertThat(store.firstBeyond(Kind.ANY, 10_000_000)).isEmpty();
    }

    private int statusOf(Optional<String> id) {
        return mine().stream()
                .filter(request -> request.id().equals(id.orElse("")))
                .findFirst()
                .orElseThrow()
                .status();
    }

    private void insert(Instant time, int... statuses) {
        store.insert(IntStream.of(statuses)
                .mapToObj(status -> Requests.answered(caller, status, time))
                .toList());
    }

    /** The newest first. */
    private List<LoggedRequest> mine() {
        LoggedRequestQuery query = new LoggedRequestQuery(
                Optional.empty(),
                Optional.of(caller),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return log.page(query, 0, 2000).requests();
    }
}
