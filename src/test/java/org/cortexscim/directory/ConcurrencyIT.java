package org.cortexscim.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that arrive in the same moment and want the same thing. */
@ExtendWith(FreshWorkspace.class)
class ConcurrencyIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();

    @ParameterizedTest
    @ValueSource(ints = {2, 2, 2, 8, 8})
    void createsOneUser_whenManyWantTheName(int callers) {
        Person person = Person.random();
        Person shouting = person.named(person.userNameInCapitals());

        List<Answer> answers = together(callers, i -> http.post("/Users", (i % 2 == 0 ? person : shouting).document()));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 1L, 409, callers - 1L));
        answers.stream()
                .filter(answer -> answer.status() == 409)
                .forEach(answer -> answer.isScimError(409, "uniqueness"));
        http.find(person.userName()).has("totalResults", 1);
        assertThat(workspace.audit(person.userName()).size()
                        + workspace.audit(shouting.userName()).size())
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    void storesOneWholeDocument_whenManyReplaceIt() {
        workspace.settings("{\"attributeUpdates\":\"all\"}");
        Person person = Person.random();
        String id = http.idOfNew(person);

        List<Answer> answers = together(8, i -> http.put("/Users/" + id, variant(person, i)));

        assertThat(statuses(answers).keySet()).isSubsetOf(200, 409);
        Answer stored = http.user(id).hasStatus(200);
        int winner = Integer.parseInt(stored.text("title").substring("Title".length()));
        stored.has("name/givenName", "Given" + winner)
                .has("name/familyName", "Family" + winner)
                .has("nickName", "Nick" + winner)
                .has("phoneNumbers/0/value", "+" + winner)
                .lacks("phoneNumbers/1")
                .has("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department", "Dept" + winner);
        assertThat(answers.get(winner).status()).isEqualTo(200);
        assertFilterFindsOnly(winner, id);
        long accepted = statuses(answers).get(200);
        assertThat(workspace.audit(person.userName())).hasSize((int) accepted + 1);
    }

    @RepeatedTest(2)
    void losesNoChange_whenManyPatchDifferentAttributes() {
        workspace.settings("{\"attributeUpdates\":\"all\"}");
        String id = http.idOfNew(Person.random());
        List<String> attributes = List.of("title", "nickName", "userType", "locale");

        List<Answer> answers = together(
                4,
                i -> http.patchUser(
                        id, "{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"v%d\"}".formatted(attributes.get(i), i)));

        Answer stored = http.user(id);
        for (int i = 0; i < 4; i++) {
            if (answers.get(i).status() == 200) {
                stored.has(attributes.get(i), "v" + i);
            } else {
                answers.get(i).isScimError(409);
                stored.lacks(attributes.get(i));
            }
        }
    }

    /** Okta takes a 409 for a failure and does not come again: changes of one user wait for each other. */
    @RepeatedTest(2)
    void refusesNobody_whenManyChangeOneUser() {
        String id = http.idOfNew(Person.random());

        List<Long> accepted = together(
                16,
                i -> IntStream.range(0, 20)
                        .mapToObj(j -> http.patchUser(
                                id,
                                "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"v%d-%d\"}"
                                        .formatted(i, j)))
                        .filter(answer -> answer.status() == 200)
                        .count());

        assertThat(accepted).containsOnly(20L);
        http.user(id).has("meta/version", "W/\"321\"");
    }

    @RepeatedTest(2)
    void givesOutNoMoreSeatsThanThereAre() {
        int used = workspace.seatsUsed();
        workspace.settings("{\"seatLimit\":%d}".formatted(used + 3));

        List<Answer> answers =
                together(10, i -> http.post("/Users", Person.random().document()));

        assertThat(statuses(answers)).isEqualTo(Map.of(201, 3L, 403, 7L));
        assertThat(workspace.seatsUsed()).isEqualTo(used + 3);
    }

    @RepeatedTest(2)
    void deletesOnce_whenManyDelete() {
        Person person = Person.random();
        String id = http.idOfNew(person);

        List<Answer> answers = together(4, i -> http.delete("/Users/" + id));

        assertThat(statuses(answers)).isEqualTo(Map.of(204, 1L, 404, 3L));
        assertThat(workspace.audit(person.userName())).hasSize(2);
    }

    private void assertFilterFindsOnly(int winner, String id) {
        for (int i = 0; i < 8; i++) {
            http.search("id eq \"%s\" and phoneNumbers.value eq \"+%d\" and title eq \"Title%d\"".formatted(id, i, i))
                    .has("totalResults", i == winner ? 1 : 0);
        }
    }

    private static String variant(Person person, int i) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "userName":"%1$s","name":{"givenName":"Given%2$d","familyName":"Family%2$d"},
                 "title":"Title%2$d","nickName":"Nick%2$d",
                 "emails":[{"primary":true,"value":"%1$s","type":"work"}],
                 "phoneNumbers":[{"value":"+%2$d","type":"work"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"Dept%2$d"}}
                """.formatted(person.userName(), i);
    }

    private static Map<Integer, Long> statuses(List<Answer> answers) {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, Collectors.counting()));
    }
}
