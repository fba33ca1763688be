package org.cortexscim.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.cortexscim.scim.Reason;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a server that has just started, and what they are after the first events. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MetricsIT {
    private static final Pattern LINE = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern SCOPE = Pattern.compile("mp_scope=\"\\w+\",?|,$");

    /** The seats are counted every 30 seconds. */
    private static final Duration COUNTED = Duration.ofSeconds(60);

    private static LibertyProcess server;

    /** Before the first request. */
    private static Map<String, Double> atStart;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new LibertyProcess(folder);
        server.start();
        atStart = figures();
        Workspace.of(server.service()).reset();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void countsFromZero() {
        assertThat(Reason.values()).allSatisfy(reason -> assertThat(atStart).containsEntry(refused(reason), 0.0));
        assertThat(atStart).containsEntry(ignored(), 0.0);
        assertThat(Set.of("created", "updated", "deactivated", "reactivated", "deleted"))
                .allSatisfy(kind -> assertThat(atStart).containsEntry(changed(kind), 0.0));
        assertThat(atStart).containsEntry("cortexscim_seats_used{}", 0.0);
        assertThat(atStart).containsEntry("cortexscim_seat_limit{}", 0.0);
    }

    @Test
    void countsRefusals_byReason() {
        ScimClient http = http();

        http.with("Authorization", "Bearer not-a-key").get("/Users").isScimError(401);
        http.post("/Users", "{}").isScimError(400);
        http.get("/Users/none").isScimError(404);
        settle();

        assertThat(grown(refused(Reason.CREDENTIAL_INVALID))).isEqualTo(1);
        assertThat(grown(refused(Reason.INVALID_REQUEST))).isEqualTo(1);
        assertThat(grown(refused(Reason.NOT_FOUND))).isEqualTo(1);
        assertThat(grown(refused(Reason.UNEXPECTED))).isZero();
    }

    @Test
    void countsRefusedOperationsOfABulkRequest() {
        double refused = grown(refused(Reason.NAME_TAKEN));
        Person person = Person.random();
        http().idOfNew(person);

        http().post("/Bulk", """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                {"method":"POST","path":"/Users","bulkId":"a","data":%s}]}""".formatted(person.document())).has("Operations/0/status", "409");

        assertThat(grown(refused(Reason.NAME_TAKEN))).isEqualTo(refused + 1);
    }

    @Test
    void countsChangesAndIgnoredOnes() {
        double created = grown(changed("created"));
        double updated = grown(changed("updated"));
        double ignored = grown(ignored());

        String id = http().idOfNew(Person.random());
        http().patchUser(id, """
                {"op":"replace","value":{"title":"Dr.","nickName":"Al"}}""").hasStatus(200);

        assertThat(grown(changed("created"))).isEqualTo(created + 1);
        assertThat(grown(changed("updated"))).isEqualTo(updated);
        assertThat(grown(ignored())).isEqualTo(ignored + 2);

        http().patchUser(id, """
                {"op":"replace","value":{"name.familyName":"Else","title":"Dr."}}""").hasStatus(200);

        assertThat(grown(changed("updated"))).isEqualTo(updated + 1);
        assertThat(grown(ignored())).isEqualTo(ignored + 3);
    }

    @Test
    void showsTheSeats() throws InterruptedException {
        http().idOfNew(Person.random());
        Workspace workspace = Workspace.of(server.service());
        workspace.settings("{\"seatLimit\":7}");
        double used = workspace.seatsUsed();

        Instant latest = Instant.now().plus(COUNTED);
        while (figures().get("cortexscim_seat_limit{}") != 7 && Instant.now().isBefore(latest)) {
            Thread.sleep(500);
        }

        assertThat(figures()).containsEntry("cortexscim_seat_limit{}", 7.0);
        assertThat(figures().get("cortexscim_seats_used{}")).isBetween(1.0, used);
    }

    /** What nobody sees is missing on a dashboard until it is needed. */
    @Test
    void hasWhatTheDocumentationAndTheDashboardAndTheAlertsName() throws Exception {
        http().get("/Users?count=1").hasStatus(200);
        settle();
        Set<String> present = new TreeSet<>();
        figures().keySet().forEach(series -> present.add(series.replaceFirst("\\{.*", "")));

        assertThat(present).containsAll(MetricNames.documented()).containsAll(MetricNames.queried());
    }

    /** What is noted after an answer is there when the next request has been answered. */
    private static void settle() {
        http().get("/Users?count=1").hasStatus(200);
    }

    private static double grown(String series) {
        return figures().get(series) - atStart.getOrDefault(series, 0.0);
    }

    private static String refused(Reason reason) {
        return "cortexscim_refusals_total{reason=\"%s\"}".formatted(reason);
    }

    private static String changed(String kind) {
        return "cortexscim_user_changes_total{kind=\"%s\"}".formatted(kind);
    }

    private static String ignored() {
        return "cortexscim_ignored_changes_total{}";
    }

    private static ScimClient http() {
        return ScimClient.of(server.service());
    }

    /** Each series without the label that all of them have, such as {@code cortexscim_seats_used{}}. */
    private static Map<String, Double> figures() {
        Map<String, Double> figures = new TreeMap<>();
        LINE.matcher(new OperationsPages(server.service())
                        .get("/metrics")
                        .hasStatus(200)
                        .body())
                .results()
                .forEach(line -> figures.put(
                        "%s{%s}".formatted(line.group(1), labels(line.group(2))), Double.valueOf(line.group(3))));
        return figures;
    }

    private static String labels(@Nullable String labels) {
        return labels == null ? "" : SCOPE.matcher(labels).replaceAll("").replaceFirst(",$", "");
    }
}
