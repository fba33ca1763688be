package org.cortexscim.directory.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups in groups: a, b, c and d, which are empty in the beginning, and Anna, who is in none. */
@ExtendWith(FreshWorkspace.class)
class NestedGroupsIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private final Person person = Person.random();
    private final String nameOfA = Groups.randomName();
    private final String nameOfB = Groups.randomName();
    private String anna = "";
    private String a = "";
    private String b = "";
    private String c = "";
    private String d = "";

    @BeforeEach
    void givenFourGroups() {
        anna = http.idOfNew(person);
        a = groups.create(nameOfA, List.of()).text("id");
        b = groups.create(nameOfB, List.of()).text("id");
        c = groups.idOfNew();
        d = groups.idOfNew();
    }

    @Test
    void listsUsersAndGroups() {
        groups.add(a, b, anna).hasStatus(204);

        Answer group = groups.get(a).hasStatus(200);

        assertThat(group.objects("members"))
                .extracting(member -> member.getString("value"))
                .containsExactly(anna, b);
        String base = group.text("meta/location").replace("/Groups/" + a, "");
        group.has("members/0/type", "User")
                .has("members/0/display", person.userName())
                .has("members/0/$ref", base + "/Users/" + anna)
                .has("members/1/type", "Group")
                .has("members/1/display", nameOfB)
                .has("members/1/$ref", base + "/Groups/" + b);
    }

    @Test
    void takesGroups_byPostPutAndPatch() {
        String id = groups.idOfNew(b, anna);
        assertThat(groups.members(id)).containsExactlyInAnyOrder(b, anna);
        groups.replace(id, Groups.randomName(), List.of(c, anna)).hasStatus(200);
        assertThat(groups.members(id)).containsExactlyInAnyOrder(c, anna);
        groups.patch(id, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(c))
                .hasStatus(204);
        assertThat(groups.members(id)).containsExactly(anna);
        groups.patch(id, "{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(b))
                .hasStatus(204);
        assertThat(groups.members(id)).containsExactly(b);
        groups.patch(id, "{\"op\":\"remove\",\"path\":\"members\"}").hasStatus(204);
        assertThat(groups.members(id)).isEmpty();
    }

    /** Okta and Entra write back what they have read. */
    @Test
    void takesBackWhatItAnswered() {
        groups.add(a, b, anna);
        Answer read = groups.get(a);

        Answer written = http.put("/Groups/" + a, read.body()).hasStatus(200);

        assertThat(written.json().get("members")).isEqualTo(read.json().get("members"));
        assertThat(written.text("meta/version")).isEqualTo(read.text("meta/version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Group", "group", "GROUP"})
    void refusesAUser_whoIsCalledAGroup(String type) {
        http.patch("/Groups/" + a, member(anna, type))
                .isScimError(400, "invalidValue")
                .saying(anna);
        assertThat(groups.members(a)).isEmpty();
    }

    @Test
    void refusesAGroup_thatIsCalledAUser() {
        http.patch("/Groups/" + a, member(b, "User"))
                .isScimError(400, "invalidValue")
                .saying(b);
        assertThat(groups.members(a)).isEmpty();
        http.patch("/Groups/" + a, member(b, "Group")).hasStatus(204);
    }

    @Test
    void refusesAnUnknownId_amongUsersAndGroups() {
        groups.add(a, anna, b, "no-such-member")
                .isScimError(400, "invalidValue")
                .saying("no-such-member");
        assertThat(groups.members(a)).isEmpty();
    }

    @Test
    void showsIndirectGroups_ofUsers() {
        givenNested(a, b, c);
        groups.add(c, anna);

        Answer one = http.user(anna);
        Answer page = http.find(person.userName());

        assertThat(typesByGroup(one.objects("groups"))).isEqualTo(Map.of(c, "direct", b, "indirect", a, "indirect"));
        assertThat(page.objects("Resources/0/groups")).isEqualTo(one.objects("groups"));
        assertThat(one.objects("groups"))
                .filteredOn(group -> group.getString("value").equals(a))
                .singleElement()
                .satisfies(group -> assertThat(group.getString("display")).isEqualTo(nameOfA))
                .satisfies(group -> assertThat(group.getString("$ref")).endsWith("/Groups/" + a));
    }

    @Test
    void callsAGroupDirect_whereTheUserIsBoth() {
        givenNested(a, b);
        groups.add(b, anna);
        groups.add(a, anna);

        assertThat(groupsOfAnna()).isEqualTo(Map.of(a, "direct", b, "direct"));
        assertUsers("groups[value eq \"%s\" and type eq \"indirect\"]".formatted(a), false);
        assertUsers("groups[value eq \"%s\" and type eq \"direct\"]".formatted(a), true);
    }

    @Test
    void keepsWhatAnotherWayLeadsTo_whenOneSideOfADiamondGoes() {
        givenNested(a, b, d);
        givenNested(a, c, d);
        groups.add(d, anna);
        assertThat(groupsOfAnna()).containsOnlyKeys(a, b, c, d);

        groups.remove(b, d).hasStatus(204);
        assertThat(groupsOfAnna()).containsOnlyKeys(a, c, d);

        groups.remove(a, c).hasStatus(204);
        assertThat(groupsOfAnna()).containsOnlyKeys(c, d);
    }

    @Test
    void forgetsADeletedGroup_andWhatLedThroughIt() {
        givenNested(a, b, c);
        groups.add(c, anna);

        groups.delete(b).hasStatus(204);

        assertThat(groups.members(a)).isEmpty();
        assertThat(groupsOfAnna()).containsOnlyKeys(c);
        assertUsers("groups.value eq \"%s\"".formatted(a), false);
        // What is left must not stand in the way of the opposite nesting.
        groups.add(c, a).hasStatus(204);
    }

    @Test
    void keepsTheOtherSideOfADiamond_whenAGroupIsDeleted() {
        givenNested(a, b, d);
        givenNested(a, c, d);
        groups.add(d, anna);

        groups.delete(b).hasStatus(204);

        assertThat(groupsOfAnna()).containsOnlyKeys(a, c, d);
    }

    @Test
    void deletesTheLowestAndTheHighestGroup() {
        givenNested(a, b, c);
        groups.add(b, anna);
        groups.delete(c).hasStatus(204);
        assertThat(groups.members(b)).containsExactly(anna);
        groups.delete(a).hasStatus(204);
        assertThat(groupsOfAnna()).containsOnlyKeys(b);
    }

    @Test
    void refusesAGroupInItself_atAnyDistance() {
        givenNested(a, b, c);
        String version = groups.get(a).text("meta/version");

        for (String ancestor : List.of(a, b, c)) {
            groups.add(c, anna, ancestor).isScimError(400, "invalidValue").saying("cannot be a member of itself");
        }
        groups.add(a, a).isScimError(400, "invalidValue");
        groups.replace(c, Groups.randomName(), List.of(a)).isScimError(400, "invalidValue");

        assertThat(groups.members(c)).isEmpty();
        assertThat(groups.members(a)).containsExactly(b);
        groups.get(a).has("meta/version", version);
    }

    @Test
    void refusesTheWholeRequest_whenItClosesACircle() {
        givenNested(a, b);

        groups.patch(b, Groups.renaming("renamed"), Groups.adding(List.of(anna)), Groups.adding(List.of(a)))
                .isScimError(400, "invalidValue");

        groups.get(b).has("displayName", nameOfB).lacks("members");
        assertThat(workspace.audit(nameOfB)).hasSize(1);
    }

    @RepeatedTest(5)
    void closesNoCircle_whenTwoTryTogether() {
        List<Answer> answers = together(2, i -> i == 0 ? groups.add(a, b) : groups.add(b, a));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 400);
        assertThat(groups.members(a).size() + groups.members(b).size()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void closesNoCircle_whenFourTryTogether() {
        List<String> ring = List.of(a, b, c, d);

        List<Answer> answers = together(4, i -> groups.add(ring.get(i), ring.get((i + 1) % 4)));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 204, 204, 400);
    }

    @Test
    void losesNoNesting_whenManyNestTogether() {
        List<String> others =
                IntStream.range(0, 12).mapToObj(i -> groups.idOfNew()).toList();
        groups.add(d, anna);
        givenNested(a, b);
        givenNested(c, d);

        List<Answer> answers = together(13, i -> i == 12 ? groups.add(b, c) : groups.add(others.get(i), a));

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        Set<String> all = new HashSet<>(others);
        all.addAll(List.of(a, b, c, d));
        assertThat(groupsOfAnna()).containsOnlyKeys(all.toArray(String[]::new));
    }

    @Test
    void nestsTwentyLevels_andNoMore() {
        List<String> chain =
                IntStream.range(0, 22).mapToObj(i -> groups.idOfNew()).toList();
        String[] upper = chain.subList(0, 11).toArray(String[]::new);
        String[] lower = chain.subList(11, 22).toArray(String[]::new);
        givenNested(upper);
        givenNested(lower);

        groups.add(chain.get(10), chain.get(11))
                .isScimError(400, "invalidValue")
                .saying("20 levels");
        assertThat(groups.members(chain.get(10))).isEmpty();

        groups.add(chain.get(10), chain.get(12)).hasStatus(204);
        groups.add(chain.get(21), anna);
        assertThat(groupsOfAnna()).hasSize(22);
    }

    /** Each group has one user, whose groups are held against what a walk over the nestings finds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void knowsEveryGroupAbove_afterRandomChanges(long seed) {
        Random random = new Random(seed);
        List<String> users = IntStream.range(0, 7)
                .mapToObj(i -> http.idOfNew(Person.random()))
                .toList();
        List<String> ids = users.stream().map(user -> groups.idOfNew(user)).toList();
        Map<String, Set<String>> model = new HashMap<>();
        ids.forEach(id -> model.put(id, new HashSet<>()));
        for (int step = 1; step <= 40; step++) {
            String from = ids.get(random.nextInt(7));
            String to = ids.get(random.nextInt(7));
            if (random.nextInt(3) > 0) {
                boolean circle = below(model, to).contains(from);
                groups.add(from, to).hasStatus(circle ? 400 : 204);
                if (!circle) {
                    model.get(from).add(to);
                }
            } else {
                groups.remove(from, to).hasStatus(204);
                model.get(from).remove(to);
            }
            if (step % 8 == 0) {
                assertGroups(users, ids, model);
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void findsGroups_byMembers(String filter, String found) {
        givenNested(a, b);
        givenNested(c, b);
        groups.add(c, anna);
        groups.add(d, anna);

        String own = "(%s) and (%s)".formatted(filled(filter), anyOf("id"));

        assertThat(namesOf(groups.search(own))).isEqualTo(found);
    }

    static Stream<Arguments> findsGroups_byMembers() {
        return Stream.of(
                arguments("members.value eq \"@b\"", "a c"),
                arguments("members eq \"@b\"", "a c"),
                arguments("members.value eq \"@anna\"", "c d"),
                arguments("members.value eq \"@anna\" and members.value eq \"@b\"", "c"),
                arguments("members.type eq \"Group\"", "a c"),
                arguments("members.type eq \"User\"", "c d"),
                arguments("members.type eq \"user\" and members.type eq \"group\"", "c"),
                arguments("members[type eq \"Group\" and value eq \"@b\"]", "a c"),
                arguments("members[type eq \"User\" and value eq \"@b\"]", ""),
                arguments("members[type eq \"Group\" and value eq \"@anna\"]", ""),
                arguments("members[type eq \"User\" or value eq \"@b\"]", "a c d"),
                arguments("members.display eq \"@nameB\"", "a c"),
                arguments("members.display eq \"@userName\"", "c d"),
                arguments("members[display sw \"Group-\" and type eq \"User\"]", ""),
                arguments("members pr", "a c d"),
                arguments("not (members pr)", "b"),
                arguments("not (members.value eq \"@b\")", "b d"),
                arguments("members.value eq \"no-such-id\"", ""));
    }

    @ParameterizedTest
    @MethodSource
    void findsUsers_byGroupsDirectAndIndirect(String filter, boolean found) {
        givenNested(a, b, c);
        groups.add(c, anna);

        assertUsers(filled(filter), found);
    }

    static Stream<Arguments> findsUsers_byGroupsDirectAndIndirect() {
        return Stream.of(
                arguments("groups.value eq \"@a\"", true),
                arguments("groups eq \"@b\"", true),
                arguments("groups.value eq \"@c\"", true),
                arguments("groups.value eq \"@d\"", false),
                arguments("groups.display eq \"@nameA\"", true),
                arguments("groups[display eq \"@nameB\" and type eq \"indirect\"]", true),
                arguments("groups[display eq \"@nameB\" and type eq \"direct\"]", false),
                arguments("groups[value eq \"@a\" and type eq \"indirect\"]", true),
                arguments("groups[value eq \"@c\" and type eq \"direct\"]", true),
                arguments("groups[value eq \"@c\" and type eq \"indirect\"]", false),
                arguments("groups.type eq \"indirect\"", true),
                arguments("groups pr", true),
                arguments("not (groups.value eq \"@a\")", false),
                arguments("not (groups.value eq \"@d\")", true));
    }

    @Test
    void auditsNestedMembers_asItDoesUsers() {
        groups.add(a, b, anna);
        assertThat(lastMembers("addedMembers")).containsExactlyInAnyOrder(b, anna);
        groups.remove(a, b);
        assertThat(lastMembers("removedMembers")).containsExactly(b);
        assertThat(lastMembers("addedMembers")).isEmpty();

        groups.add(a, b);
        groups.delete(a);
        JsonObject entry = workspace.audit(nameOfA).get(0);
        assertThat(entry.getString("action")).isEqualTo("DELETE");
        assertThat(entry.getJsonObject("details").getInt("removedMemberCount")).isEqualTo(2);
        assertThat(lastMembers("removedMembers")).isEmpty();
        assertThat(workspace.audit(nameOfA)).hasSize(5);
    }

    @Test
    void writesNothing_whenTheNestingIsThereAlready() {
        groups.add(a, b);
        String version = groups.get(a).text("meta/version");

        groups.add(a, b).hasStatus(204);
        groups.remove(a, c).hasStatus(204);

        groups.get(a).has("meta/version", version);
        assertThat(workspace.audit(nameOfA)).hasSize(2);
    }

    @Test
    void takesNoGroups_fromTheUsersSide() {
        groups.add(a, anna);
        Answer read = http.user(anna);

        http.put("/Users/" + anna, read.body().replace(a, b)).hasStatus(200).has("groups/0/value", a);

        assertThat(groups.members(b)).isEmpty();
    }

    private void givenNested(String... ids) {
        for (int i = 1; i < ids.length; i++) {
            groups.add(ids[i - 1], ids[i]).hasStatus(204);
        }
    }

    private void assertUsers(String filter, boolean found) {
        http.search("id eq \"%s\" and %s".formatted(anna, filter))
                .hasStatus(200)
                .has("totalResults", found ? 1 : 0);
    }

    private Map<String, String> groupsOfAnna() {
        return typesByGroup(http.user(anna).objects("groups"));
    }

    private static Map<String, String> typesByGroup(List<JsonObject> groups) {
        return groups.stream()
                .collect(Collectors.toMap(group -> group.getString("value"), group -> group.getString("type")));
    }

    private static String member(String id, String type) {
        return """
                {"Operations":[{"op":"add","path":"members","value":[{"value":"%s","type":"%s"}]}]}""".formatted(id, type);
    }

    private void assertGroups(List<String> users, List<String> ids, Map<String, Set<String>> model) {
        for (int i = 0; i < users.size(); i++) {
            String own = ids.get(i);
            Map<String, String> expected = ids.stream()
                    .filter(id -> below(model, id).contains(own))
                    .collect(Collectors.toMap(id -> id, id -> id.equals(own) ? "direct" : "indirect"));
            assertThat(typesByGroup(http.user(users.get(i)).objects("groups"))).isEqualTo(expected);
        }
    }

    /** The group and every group below it. */
    private static Set<String> below(Map<String, Set<String>> model, String id) {
        Set<String> found = new HashSet<>(Set.of(id));
        model.get(id).forEach(member -> found.addAll(below(model, member)));
        return found;
    }

    private String filled(String filter) {
        return filter.replace("@anna", anna)
                .replace("@nameA", nameOfA)
                .replace("@nameB", nameOfB)
                .replace("@userName", person.userName())
                .replace("@a", a)
                .replace("@b", b)
                .replace("@c", c)
                .replace("@d", d);
    }

    private String anyOf(String attribute) {
        return Stream.of(a, b, c, d).map((attribute + " eq \"%s\"")::formatted).collect(Collectors.joining(" or "));
    }

    /** The letters of the groups on the page. */
    private String namesOf(Answer answer) {
        List<String> ids = new ArrayList<>(Arrays.asList(a, b, c, d));
        return answer.hasStatus(200).objects("Resources").stream()
                .map(group -> List.of("a", "b", "c", "d").get(ids.indexOf(group.getString("id"))))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private List<String> lastMembers(String list) {
        JsonObject entry = workspace.audit(nameOfA).get(0);
        assertThat(entry.getString("objectType")).isEqualTo("GROUP");
        return entry.getJsonObject("details").getJsonArray(list).getValuesAs(JsonString::getString);
    }
}
