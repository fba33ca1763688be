package org.cortexscim.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that operators read without a key. */
@ExtendWith(FreshWorkspace.class)
class OperationsIT {
    private final OperationsPages pages = new OperationsPages(Service.underTest());
    private final ScimClient http = ScimClient.ofServiceUnderTest();

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/live", "/health/ready", "/health/started"})
    void isHealthy(String path) {
        pages.get(path).hasStatus(200).has("status", "UP");
    }

    @Test
    void isReady_whenTheDatabaseAnswers() {
        assertThat(pages.get("/health/ready").hasStatus(200).objects("checks"))
                .extracting(check -> check.getString("name") + " " + check.getString("status"))
                .containsExactlyInAnyOrder("database UP", "stopping UP");
    }

    @Test
    void countsTheChangesOfUsers() {
        double created = counter("created");
        double deactivated = counter("deactivated");
        double deleted = counter("deleted");

        http.delete("/Users/" + http.idOfInactive(Person.random())).hasStatus(204);
        http.post("/Users", "{}").isScimError(400);

        assertThat(counter("created")).isEqualTo(created + 1);
        assertThat(counter("deactivated")).isEqualTo(deactivated + 1);
        assertThat(counter("deleted")).isEqualTo(deleted + 1);
    }

    @Test
    void timesRequests_byOperationAndOutcome() {
        double before = requests("USER_CREATE", "refusal");

        http.post("/Users", "{}").isScimError(400);
        // What is noted after an answer is there when the next request has been answered.
        http.get("/Users?count=1").hasStatus(200);

        assertThat(requests("USER_CREATE", "refusal")).isEqualTo(before + 1);
        assertThat(pages.get("/metrics").body())
                .contains("cortexscim_requests_seconds_bucket", "le=\"0.25\"", "operation=\"USER_SEARCH\"");
    }

    /** A series for each method that somebody makes up would fill the memory, and needs no key. */
    @Test
    void keepsNoFigures_forWhatClientsMakeUp() {
        ScimClient stranger = http.without("Authorization");
        List<String> methods = List.of("MADEUPA", "MADEUPB", "MADEUPC");

        methods.forEach(method -> assertThat(
                        stranger.send(method, "/Users", new byte[0]).status())
                .isBetween(400, 499));
        // Figures are noted after the answer: a later request's are there only when the earlier ones' are.
        http.get("/Users?count=1").hasStatus(200);

        assertThat(pages.get("/metrics").hasStatus(200).body()).doesNotContain(methods);
        List<String> operations = Pattern.compile("operation=\"([^\"]*)\"")
                .matcher(pages.get("/metrics").body())
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(operations).hasSizeLessThan(60).allMatch(operation -> operation.matches("[A-Z_]+"));
    }

    @Test
    void describesItsApi() {
        assertThat(pages.get("/openapi").hasStatus(200).body())
                .contains("openapi:", "/api/v1/scim/settings:", "/api/v1/seats:", "/api/v1/audit-logs:")
                .doesNotContain("/api/v1/Users", "/scim/v2/seats");
        pages.get("/openapi/ui/").hasStatus(200);
    }

    private double requests(String operation, String outcome) {
        Matcher line = Pattern.compile(
                        "cortexscim_requests_seconds_count\\{[^}]*operation=\"%s\"[^}]*outcome=\"%s\"[^}]*} ([0-9.E]+)"
                                .formatted(operation, outcome))
                .matcher(pages.get("/metrics").hasStatus(200).body());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private double counter(String kind) {
        Matcher line = Pattern.compile(
                        "cortexscim_user_changes_total\\{[^}]*kind=\"%s\"[^}]*} ([0-9.E]+)".formatted(kind))
                .matcher(pages.get("/metrics").hasStatus(200).body());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
