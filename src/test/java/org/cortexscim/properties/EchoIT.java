package org.cortexscim.properties;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PUT of what a GET has answered changes nothing, whatever the user and the rules (Okta updates users that way). */
@ExtendWith(FreshWorkspace.class)
class EchoIT {
    private static final int USERS = Integer.getInteger("cortexscim.echoes", 40);

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();

    @ParameterizedTest
    @CsvSource({"21, names, false, false", "22, all, true, false", "23, all, true, true"})
    void putOfTheAnswerChangesNothing(long seed, String attributeUpdates, boolean emailChange, boolean strict) {
        RandomUsers users = new RandomUsers(new Chance(seed));
        String mark = "echo" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < USERS; i++) {
            JsonObject sent = users.next("%s-%d@example.com".formatted(mark, i));
            String path = "/Users/"
                    + http.post("/Users", sent.toString()).hasStatus(201).text("id");
            workspace.settings("{\"attributeUpdates\":\"%s\",\"emailChange\":%s,\"strict\":%s}"
                    .formatted(attributeUpdates, emailChange, strict));

            Answer before = http.get(path).hasStatus(200);
            Answer put = http.put(path, before.body());

            String told = "seed %d, user %d: %s".formatted(seed, i, before.body());
            assertThat(put.status()).as(told).isEqualTo(200);
            assertThat(withoutMeta(put)).as(told).isEqualTo(withoutMeta(before));
            assertThat(withoutMeta(http.get(path))).as(told).isEqualTo(withoutMeta(before));
            workspace.settings("{\"strict\":false}");
        }
    }

    private static JsonObject withoutMeta(Answer answer) {
        return Json.createObjectBuilder(answer.json()).remove("meta").build();
    }
}
