package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assertj.core.data.TemporalUnitOffset;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.Together;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key gets another secret, and the former one goes on for as long as it was asked for. */
class KeyRotationIT {
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
        Answer rotated = desk.rotate(cid, "").hasStatus(200).has("cid", cid).has("name", created.text("name"));
        String second = rotated.text("apiKey");

        assertThat(second).isNotEqualTo(first).matches("cxs_[0-9A-Za-z]{49}");
        assertThat(Instant.parse(rotated.text("previousSecretValidUntil")))
                .isCloseTo(Instant.now().plus(Duration.ofHours(24)), within60Seconds());
        rotated.has("last4", second.substring(49)).has("roles/0/role", "ADMIN");
        desk.tryOut(first).hasStatus(200);
        desk.tryOut(second).hasStatus(200);
        desk.get(cid).has("last4", second.substring(49)).lacks("apiKey");
    }

    @Test
    void isAudited_withoutTheSecret() {
        Answer rotated = desk.rotate(cid, "{\"overlap\":\"PT1H\"}").hasStatus(200);

        AuditedChange entry = workspace
                .lastChangeOf(created.text("name"))
                .isApiKey("UPDATE", "ROTATED", created.text("name"), cid)
                .isBy(rotated)
                .changes("last4", first.substring(49), rotated.text("apiKey").substring(49))
                .changes("previousSecretValidUntil", null, rotated.text("previousSecretValidUntil"))
                .changesOnly("last4", "previousSecretValidUntil");
        assertThat(entry.entry().toString()).doesNotContain("cxs_");
    }

    @Test
    void endsTheFormerSecret_atOnce() {
        desk.tryOut(first).hasStatus(200);

        String second =
                desk.rotate(cid, "{\"overlap\":\"PT0S\"}").hasStatus(200).text("apiKey");

        desk.tryOut(first).isCortexError(401, "FORBIDDEN");
        desk.tryOut(second).hasStatus(200);
    }

    @Test
    void endsTheFormerSecret_whenTheOverlapIsOver() throws InterruptedException {
        Answer rotated = desk.rotate(cid, "{\"overlap\":\"PT2S\"}").hasStatus(200);
        Instant end = Instant.parse(rotated.text("previousSecretValidUntil"));
        desk.tryOut(first).hasStatus(200);

        while (Instant.now().isBefore(end)) {
            Thread.sleep(100);
            desk.tryOut(first);
        }

        desk.tryOut(first).isCortexError(401, "FORBIDDEN");
        desk.tryOut(rotated.text("apiKey")).hasStatus(200);
    }

    /** A leak is answered with an overlap of nothing, which must not leave an older secret alive. */
    @Test
    void neverKeepsASecretLonger_thanTheLastRotationSays() {
        String second = desk.rotate(cid, "{\"overlap\":\"P30D\"}").text("apiKey");
        desk.tryOut(first).hasStatus(200);

        String third = desk.rotate(cid, "{\"overlap\":\"PT0S\"}").text("apiKey");

        desk.tryOut(first).hasStatus(401);
        desk.tryOut(second).hasStatus(401);
        desk.tryOut(third).hasStatus(200);
    }

    @Test
    void dies_withTheKey() {
        String second = desk.rotate(cid, "{}").text("apiKey");
        desk.tryOut(first).hasStatus(200);
        desk.tryOut(second).hasStatus(200);

        desk.delete(cid).hasStatus(200);

        desk.tryOut(first).hasStatus(401);
        desk.tryOut(second).hasStatus(401);
    }

    @Test
    void isOneAfterTheOther() {
        List<Answer> answers = Together.together(4, i -> desk.rotate(cid, "{\"overlap\":\"PT1H\"}"));

        assertThat(answers).allSatisfy(answer -> {
            answer.hasStatus(200);
            desk.tryOut(answer.text("apiKey")).hasStatus(200);
        });
        String last4 = desk.get(cid).text("last4");
        assertThat(answers).anyMatch(answer -> answer.text("apiKey").endsWith(last4));
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
        desk.rotate(cid, document).isCortexError(400, "BAD_REQUEST");

        desk.tryOut(first).hasStatus(200);
        desk.get(cid).has("last4", first.substring(49));
        assertThat(workspace.audit(created.text("name"))).hasSize(1);
    }

    private static TemporalUnitOffset within60Seconds() {
        return new TemporalUnitWithinOffset(60, ChronoUnit.SECONDS);
    }
}
