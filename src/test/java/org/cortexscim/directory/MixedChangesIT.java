package org.cortexscim.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortexscim.testing.Crowd;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Changes of people and of the groups that they are in, in the same moment: the answer to one reads what the other
 * writes. Every one of them is carried out; none is told to come again.
 */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MixedChangesIT {
    private static final int PEOPLE = 8;
    private static final int EACH = 3;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private Crowd people = Crowd.of(http, 0);
    private List<String> teams = List.of();

    @BeforeAll
    void givenPeopleInGroups() {
        people = Crowd.of(http, PEOPLE);
        teams = Stream.generate(() -> groups.idOfNew(people.ids().toArray(String[]::new)))
                .limit(2)
                .toList();
    }

    @AfterAll
    void deleteAll() {
        teams.forEach(groups::delete);
        people.close();
    }

    /** Okta repeats the group's name in every push. */
    @RepeatedTest(2)
    void carriesOutAll_whenPeopleAndTheirGroupsAreRenamed() {
        assertThat(statuses(this::renamePerson, this::renameTeam)).isEqualTo(Set.of(200));
    }

    @Test
    void carriesOutAll_whenPeopleAndTheirGroupsAreReplaced() {
        assertThat(statuses(this::replacePerson, this::replaceTeam)).isEqualTo(Set.of(200));
    }

    @Test
    void carriesOutAll_whenGroupsOfPeopleComeAndGo() {
        assertThat(statuses(this::renamePerson, this::createAndDeleteTeam)).isEqualTo(Set.of(200, 201, 204));
    }

    @Test
    void carriesOutAll_whenBulkRequestsChangeTheSame() {
        assertThat(statuses(this::renameBoth, this::replaceTeam, this::list)).isEqualTo(Set.of(200));
    }

    @Test
    void deletesAll_whenManyAreDeletedAtOnce() {
        int callers = 16;
        Crowd crowd = Crowd.of(http, 400);
        String group = groups.create(Groups.randomName(), crowd.ids()).text("id");

        Map<Integer, Long> answers = together(
                        callers,
                        caller -> IntStream.range(0, crowd.ids().size())
                                .filter(i -> i % callers == caller)
                                .mapToObj(
                                        i -> http.delete("/Users/" + crowd.ids().get(i))
                                                .status())
                                .toList())
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

        assertThat(answers).isEqualTo(Map.of(204, 400L));
        assertThat(groups.members(group)).isEmpty();
        groups.delete(group).hasStatus(204);
    }

    private interface Change {
        Stream<Integer> statuses(int client, int round);
    }

    /** Twice as many clients as there are people, who make these changes in turn. */
    private Set<Integer> statuses(Change... changes) {
        return together(
                        2 * PEOPLE,
                        client -> IntStream.range(0, EACH)
                                .boxed()
                                .flatMap(round -> changes[client % changes.length].statuses(client / 2, round))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Integer> renamePerson(int client, int round) {
        return Stream.of(http.patchUser(
                        person(client + round),
                        "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"G%d\"}"
                                .formatted(client * EACH + round))
                .status());
    }

    private Stream<Integer> replacePerson(int client, int round) {
        String id = person(client + round);
        String userName = http.user(id).text("userName");
        return Stream.of(
                http.put("/Users/" + id, """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s","active":true,
                         "name":{"givenName":"P%d","familyName":"P"}}""".formatted(userName, round)).status());
    }

    private Stream<Integer> renameTeam(int client, int round) {
        return Stream.of(
                groups.rename(team(client + round), Groups.randomName()).status());
    }

    private Stream<Integer> replaceTeam(int client, int round) {
        return Stream.of(groups.replace(team(client + round), Groups.randomName(), people.ids())
                .status());
    }

    private Stream<Integer> createAndDeleteTeam(int client, int round) {
        var created = groups.create(Groups.randomName(), people.ids());
        return Stream.of(created.status(), groups.delete(created.text("id")).status());
    }

    private Stream<Integer> renameBoth(int client, int round) {
        var answer =
                http.post("/Bulk", """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                  {"method":"PATCH","path":"/Groups/%s","data":{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                   "Operations":[{"op":"replace","path":"displayName","value":"%s"}]}},
                  {"method":"PATCH","path":"/Users/%s","data":{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                   "Operations":[{"op":"replace","path":"name.givenName","value":"B%d"}]}}]}""".formatted(team(client + round), Groups.randomName(), person(client), round));
        return answer.hasStatus(200).objects("Operations").stream()
                .map(operation -> Integer.valueOf(operation.getString("status")));
    }

    private Stream<Integer> list(int client, int round) {
        return Stream.of(
                http.get("/Users?count=%d".formatted(PEOPLE)).status(),
                http.get("/Groups?count=%d".formatted(PEOPLE)).status());
    }

    private String person(int number) {
        return people.ids().get(number % PEOPLE);
    }

    private String team(int number) {
        return teams.get(number % teams.size());
    }
}
