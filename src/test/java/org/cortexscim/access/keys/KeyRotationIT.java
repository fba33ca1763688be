package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.Together;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A key gets another secret, and the former one stays valid for as long as it was asked for, until an admin completes the
 * rotation, or takes the new secret back.
 */
class KeyRotationIT {
    private static final String AN_HOUR = "{\"overlap\":\"PT1H\"}";
    private static final String AT_ONCE = "{\"overlap\":\"PT0S\"}";

    private final KeyDesk desk = KeyDesk.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private Answer created;
    private String cid;
    private String first;

    @BeforeEach
    void givenAKey() {
        created = desk.createWith("ADMIN");
        cid = created.text("cid");
        first = created.text("apiKey");
    }

    @AfterEach
    void deleteKey() {
        desk.delete(cid);
    }

    @Test
    void keepsTheFormerSecret_forADay() {
        Answer started =
                desk.startRotation(cid, "").hasStatus(200).has("cid", cid).has("name", created.text("name"));
        String second = started.text("apiKey");

        assertThat(second).isNotEqualTo(first).matches("cxs_[0-9A-Za-z]{49}");
        assertThat(Instant.parse(started.text("secrets/1/expirationDate")))
                .isEqualTo(Instant.parse(started.text("secrets/0/createdDate")).plus(Duration.ofHours(24)));
        started.has("last4", last4(second)).has("roles/0/role", "ADMIN");
        thenWork(first, second);
        desk.get(cid).has("last4", last4(second)).lacks("apiKey");
    }

    @Test
    void showsBothSecrets_theCurrentOneFirst() {
        Answer started = desk.startRotation(cid, AN_HOUR).hasStatus(200);

        started.has("secrets/0/last4", last4(started.text("apiKey")))
                .has("secrets/0/current", true)
                .has("secrets/0/expirationDate", "null")
                .has("secrets/1/last4", last4(first))
                .has("secrets/1/current", false)
                .has("secrets/1/createdDate", created.text("createdDate"))
                .lacks("secrets/2");
        JsonValue shown = started.json().get("secrets");
        assertThat(desk.get(cid).json().get("secrets")).isEqualTo(shown);
        assertThat(desk.list("?pageSize=1000").objects("apiKeys"))
                .filteredOn(key -> key.getString("cid").equals(cid))
                .singleElement()
                .satisfies(key -> assertThat(key.get("secrets")).isEqualTo(shown));
        assertThat(desk.put(cid, "{\"name\":\"%s\"}".formatted(created.text("name")))
                        .json()
                        .get("secrets"))
                .isEqualTo(shown);
    }

    @Test
    void endsTheFormerSecret_whenCompleted() {
        String second = desk.startRotation(cid, AN_HOUR).text("apiKey");
        thenWork(first, second);

        desk.completeRotation(cid)
                .hasStatus(200)
                .has("cid", cid)
                .has("last4", last4(second))
                .has("secrets/0/current", true)
                .lacks("secrets/1")
                .lacks("apiKey");

        thenWork(second);
        thenRefused(first);
        thenNoRotationIsRunning();
    }

    @Test
    void endsTheNewSecret_whenUndone() {
        String second = desk.startRotation(cid, AN_HOUR).text("apiKey");
        thenWork(first, second);

        desk.undoRotation(cid)
                .hasStatus(200)
                .has("cid", cid)
                .has("last4", last4(first))
                .has("secrets/0/last4", last4(first))
                .has("secrets/0/current", true)
                .has("secrets/0/expirationDate", "null")
                .lacks("secrets/1")
                .lacks("apiKey");

        thenWork(first);
        thenRefused(second);
        thenNoRotationIsRunning();
    }

    @Test
    void keepsTheFormerSecretForGood_whenUndone() throws InterruptedException {
        Answer started = desk.startRotation(cid, "{\"overlap\":\"PT3S\"}").hasStatus(200);
        desk.undoRotation(cid).hasStatus(200);

        awaitEndOfOverlap(started);

        thenWork(first);
    }

    /** Whoever rotates the key that they use themselves still has one that works. */
    @Test
    void canBeEndedWithTheSecretThatEnds() {
        String second = desk.startRotation(cid, AN_HOUR).text("apiKey");
        desk.with(second).undoRotation(cid).hasStatus(200);
        thenRefused(second);

        String third = desk.startRotation(cid, AN_HOUR).text("apiKey");
        desk.with(first).completeRotation(cid).hasStatus(200);
        thenRefused(first);
        thenWork(third);
    }

    @Test
    void isAudited_withoutTheSecret() {
        Answer started = desk.startRotation(cid, AN_HOUR).hasStatus(200);
        String second = started.text("apiKey");
        String end = started.text("secrets/1/expirationDate");
        thenAudited("ROTATION_STARTED", started)
                .changes("last4", last4(first), last4(second))
                .changes("previousLast4", null, last4(first))
                .changes("previousSecretValidUntil", null, end)
                .changesOnly("last4", "previousLast4", "previousSecretValidUntil");

        Answer undone = desk.undoRotation(cid).hasStatus(200);
        thenAudited("ROTATION_UNDONE", undone)
                .changes("last4", last4(second), last4(first))
                .changes("previousLast4", last4(first), null)
                .changes("previousSecretValidUntil", end, null)
                .changesOnly("last4", "previousLast4", "previousSecretValidUntil");

        String third = desk.startRotation(cid, AN_HOUR).hasStatus(200).text("apiKey");
        Answer completed = desk.completeRotation(cid).hasStatus(200);
        thenAudited("ROTATION_COMPLETED", completed)
                .changes("previousLast4", last4(first), null)
                .changesOnly("previousLast4", "previousSecretValidUntil");

        Answer rotated = desk.startRotation(cid, AT_ONCE).hasStatus(200);
        thenAudited("ROTATED", rotated)
                .changes("last4", last4(third), last4(rotated.text("apiKey")))
                .changesOnly("last4");
    }

    @Test
    void endsTheFormerSecret_atOnce() {
        desk.tryOut(first).hasStatus(200);

        String second = desk.startRotation(cid, AT_ONCE)
                .hasStatus(200)
                .lacks("secrets/1")
                .text("apiKey");

        thenRefused(first);
        thenWork(second);
        thenNoRotationIsRunning();
    }

    @Test
    void isOver_whenTheOverlapIs() throws InterruptedException {
        Answer started = desk.startRotation(cid, "{\"overlap\":\"PT3S\"}").hasStatus(200);
        desk.tryOut(first).hasStatus(200);

        awaitEndOfOverlap(started);

        thenRefused(first);
        thenWork(started.text("apiKey"));
        desk.get(cid).has("secrets/0/current", true).lacks("secrets/1");
        thenNoRotationIsRunning();
        desk.startRotation(cid, AN_HOUR)
                .hasStatus(200)
                .has("secrets/1/last4", last4(started.text("apiKey")))
                .lacks("secrets/2");
    }

    @Test
    void isRefused_whileAnotherOneIsRunning() {
        String second = desk.startRotation(cid, AN_HOUR).text("apiKey");

        assertThat(desk.startRotation(cid, "").isCortexError(409, "CONFLICT").text("message"))
                .contains("POST /api/v1/auth/key/" + cid + "/rotation/complete")
                .contains("DELETE /api/v1/auth/key/" + cid + "/rotation.")
                .contains("PT0S");

        thenWork(first, second);
        desk.get(cid).has("last4", last4(second)).lacks("secrets/2");
        assertThat(workspace.audit(created.text("name"))).hasSize(2);
    }

    /** A leak is answered with an overlap of nothing, which must not leave an older secret alive. */
    @Test
    void endsEveryOtherSecret_whenOneHasLeaked() {
        String second = desk.startRotation(cid, "{\"overlap\":\"P30D\"}").text("apiKey");
        thenWork(first, second);

        String third = desk.startRotation(cid, AT_ONCE).hasStatus(200).text("apiKey");

        thenRefused(first);
        thenRefused(second);
        thenWork(third);
        thenNoRotationIsRunning();
    }

    @Test
    void cannotBeEnded_beforeItHasStarted() {
        thenNoRotationIsRunning();

        thenWork(first);
        assertThat(workspace.audit(created.text("name"))).hasSize(1);
    }

    @Test
    void dies_withTheKey() {
        String second = desk.startRotation(cid, "{}").text("apiKey");
        thenWork(first, second);

        desk.delete(cid).hasStatus(200);

        thenRefused(first);
        thenRefused(second);
    }

    /** So an admin sees when the client has switched; and the key's own last use outlives the secret's. */
    @Test
    void showsTheLastUseOfEachSecret() throws InterruptedException {
        String second = desk.startRotation(cid, AN_HOUR).text("apiKey");
        desk.tryOut(second).hasStatus(200);

        Instant latest = Instant.now().plusSeconds(40);
        while (desk.get(cid).text("secrets/0/lastUsedDate").equals("null")
                && Instant.now().isBefore(latest)) {
            Thread.sleep(500);
        }

        Answer key = desk.get(cid).has("secrets/1/lastUsedDate", "null");
        String used = key.text("secrets/0/lastUsedDate");
        assertThat(used).isNotEqualTo("null");
        key.has("lastUsedDate", used);
        desk.undoRotation(cid).has("lastUsedDate", used).has("secrets/0/lastUsedDate", "null");
    }

    @Test
    void startsOnce_ofSeveralAtTheSameMoment() {
        List<Answer> answers = Together.together(4, i -> desk.startRotation(cid, AN_HOUR));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(200).containsOnly(200, 409);
        thenWork(first, theOneDone(answers).text("apiKey"));
    }

    @Test
    void leavesOneSecret_whenSeveralAnswerALeakAtTheSameMoment() {
        List<Answer> answers = Together.together(4, i -> desk.startRotation(cid, AT_ONCE));

        assertThat(answers).allSatisfy(answer -> answer.hasStatus(200));
        assertThat(answers)
                .extracting(answer -> desk.tryOut(answer.text("apiKey")).status())
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
        thenRefused(first);
    }

    @RepeatedTest(5)
    void endsOnce_whenCompletedAndUndoneAtTheSameMoment() {
        String second = desk.startRotation(cid, AN_HOUR).text("apiKey");

        List<Answer> answers = Together.together(2, i -> i == 0 ? desk.completeRotation(cid) : desk.undoRotation(cid));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        boolean isCompleted = answers.get(0).status() == 200;
        thenWork(isCompleted ? second : first);
        thenRefused(isCompleted ? first : second);
        desk.get(cid).has("last4", last4(isCompleted ? second : first)).lacks("secrets/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"overlap\":\"P30DT1S\"}",
                "{\"overlap\":\"-PT1S\"}",
                "{\"overlap\":\"1 day\"}",
                "{\"overlap\":\"P1M\"}",
                "{\"overlap\":24}",
                "{\"overlap\":\"PT9999999999999999999H\"}",
                "{\"overlap\":\"P106751991167300D\"}",
                "{\"overlapMinutes\":5}",
                "[]",
                "{"
            })
    void refusesOtherOverlaps(String document) {
        desk.startRotation(cid, document).isCortexError(400, "BAD_REQUEST");

        desk.tryOut(first).hasStatus(200);
        desk.get(cid).has("last4", last4(first)).lacks("secrets/1");
        assertThat(workspace.audit(created.text("name"))).hasSize(1);
    }

    private static void awaitEndOfOverlap(Answer started) throws InterruptedException {
        Instant end = Instant.parse(started.text("secrets/1/expirationDate"));
        while (Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
    }

    private void thenWork(String... secrets) {
        assertThat(secrets).allSatisfy(secret -> desk.tryOut(secret).hasStatus(200));
    }

    private void thenRefused(String secret) {
        desk.tryOut(secret).isCortexError(401, "FORBIDDEN");
    }

    private void thenNoRotationIsRunning() {
        assertThat(List.of(desk.completeRotation(cid), desk.undoRotation(cid)))
                .allSatisfy(answer -> assertThat(
                                answer.isCortexError(409, "CONFLICT").text("message"))
                        .contains("No rotation", "POST /api/v1/auth/key/" + cid + "/rotation."));
    }

    private AuditedChange thenAudited(String event, Answer by) {
        AuditedChange entry = workspace
                .lastChangeOf(created.text("name"))
                .isApiKey("UPDATE", event, created.text("name"), cid)
                .isBy(by);
        assertThat(entry.entry().toString()).doesNotContain("cxs_");
        return entry;
    }

    private static Answer theOneDone(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 200)
                .findFirst()
                .orElseThrow();
    }

    private static String last4(String secret) {
        return secret.substring(49);
    }
}
