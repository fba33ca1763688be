package org.cortexscim.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pause of provisioning: why, until when, and its end. */
@ExtendWith(FreshWorkspace.class)
class PauseIT {
    private static final int PATIENCE = 1200;

    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ScimClient scim = ScimClient.ofServiceUnderTest();

    @Test
    void endsByItself_andTheAuditLogTells() throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(20)).truncatedTo(ChronoUnit.SECONDS);
        workspace.settings(
                "{\"paused\":true,\"pausedUntil\":\"%s\",\"pauseReason\":\"Move to another host\"}".formatted(end));
        Answer refused = scim.post("/Users", Person.random().document()).isScimError(429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 20);

        Person person = Person.random();
        Answer answer = scim.post("/Users", person.document());
        for (int i = 0; i < PATIENCE && answer.status() == 429; i++) {
            Thread.sleep(100);
            answer = scim.post("/Users", person.document());
        }
        answer.hasStatus(201);
        assertThat(Instant.now()).isAfterOrEqualTo(end);
        workspace.settings().has("paused", false).has("pausedUntil", "null").has("pauseReason", "null");

        List<JsonObject> entries = workspace.audit("paused");
        for (int i = 0; i < PATIENCE && !entries.get(0).getString("actorType").equals("ANONYMOUS"); i++) {
            Thread.sleep(100);
            entries = workspace.audit("paused");
        }
        assertThat(entries.get(0).getString("actorType")).isEqualTo("ANONYMOUS");
        assertThat(entries.get(0).getJsonObject("details").toString()).contains("\"before\":true", "\"after\":false");
    }

    @Test
    void tellsWhoHasPausedAndWhy_andForgetsItInTheEnd() {
        workspace.settings("{\"paused\":true,\"pausedUntil\":\"2099-01-01T01:00:00+01:00\",\"pauseReason\":\"123\"}");
        workspace.settings().has("pausedUntil", "2099-01-01T00:00:00Z");
        assertThat(workspace.settings().json().get("pauseReason").getValueType())
                .isEqualTo(JsonValue.ValueType.STRING);
        Answer overview =
                workspace.http().get("//api/v1/scim/overview").hasStatus(200).has("state", "PAUSED");
        overview.has("pause/by", "the key 'bootstrap'")
                .has("pause/until", "2099-01-01T00:00:00Z")
                .has("pause/reason", "123")
                .has("pause/since");
        assertThat(overview.text("sentence")).contains("until 1 Jan 00:00 UTC", "Reason: 123.");
        scim.post("/Users", Person.random().document()).hasStatus(429).hasHeader("Retry-After", "60");

        workspace.settings("{\"paused\":false}");
        workspace.settings().has("pausedUntil", "null").has("pauseReason", "null");
        workspace.settings("{\"paused\":true}");
        workspace.settings().has("pausedUntil", "null").has("pauseReason", "null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'paused':true,'pausedUntil':'2020-01-01T00:00:00Z'} | 'pausedUntil' must be in the future.",
                "{'paused':true,'pausedUntil':'tomorrow'} | 'pausedUntil' must be a date and time with an offset",
                "{'paused':true,'pausedUntil':5} | 'pausedUntil' must be a date and time with an offset",
                "{'paused':true,'pauseReason':''} | 'pauseReason' must be a string of 1 to 200 characters",
                "{'paused':true,'pauseReason':true} | 'pauseReason' must be a string of 1 to 200 characters",
                "{'pauseReason':'move'} | 'pauseReason' belongs to a pause",
                "{'paused':false,'pausedUntil':'2099-01-01T00:00:00Z'} | 'pausedUntil' belongs to a pause",
            })
    void refusesWhatCannotBe_andChangesNothing(String document, String why) {
        JsonObject before = workspace.settings().json();
        Answer refused = workspace.putSettings(document.replace('\'', '"')).hasStatus(400);
        assertThat(refused.body()).contains(why);
        assertThat(workspace.settings().json()).isEqualTo(before);
    }
}
