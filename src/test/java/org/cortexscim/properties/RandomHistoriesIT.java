package org.cortexscim.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Many clients change a few users and nested groups at once, and at random: no acknowledged change is lost, and the end is the one
 * that the versions tell. More of it: {@code -Dcortexscim.changes=500}; another series: {@code -Dcortexscim.seed=2}.
 */
@ExtendWith(FreshWorkspace.class)
class RandomHistoriesIT {
    private static final int CLIENTS = 16;
    private static final int CHANGES = Integer.getInteger("cortexscim.changes", 20);
    private static final long SEED = Long.getLong("cortexscim.seed", 1);

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final List<String> users = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private final Map<String, History> histories = new HashMap<>();

    @BeforeEach
    void givenUsersAndGroups(Workspace workspace) {
        workspace.settings("{\"attributeUpdates\":\"all\",\"reactivationByPatch\":true}");
        IntStream.range(0, 8).forEach(i -> users.add(http.idOfNew(Person.random())));
        IntStream.range(0, 4).forEach(i -> groups.add(Groups.of(http).idOfNew()));
        users.forEach(id -> begin(id, http.user(id)));
        groups.forEach(id -> begin(id, http.get("/Groups/" + id)));
    }

    @Test
    void areAsIfOneAfterAnother() {
        int done = together(CLIENTS, client -> {
                    Chance chance = new Chance(SEED * 1_000_003 + client);
                    return IntStream.range(0, CHANGES)
                            .map(i -> change(chance, client + "-" + i) ? 1 : 0)
                            .sum();
                })
                .stream()
                .mapToInt(Integer::intValue)
                .sum();

        // Requests that are all refused would lose nothing.
        assertThat(done).isGreaterThan(CLIENTS * CHANGES / 3);
        users.forEach(id ->
                assertThat(state(http.user(id))).isEqualTo(histories.get(id).end()));
        groups.forEach(id -> assertThat(state(http.get("/Groups/" + id)))
                .isEqualTo(histories.get(id).end()));
        assertThat(groups)
                .allSatisfy(id -> assertThat(below(id, new TreeSet<>())).doesNotContain(id));
    }

    private void begin(String id, Answer resource) {
        histories.put(id, new History(version(resource), state(resource)));
    }

    /** Asks for a change; tells whether it was made. */
    private boolean change(Chance chance, String name) {
        return chance.percent(50) ? changeUser(chance, name) : changeGroup(chance, name);
    }

    private boolean changeUser(Chance chance, String name) {
        String id = chance.oneOf(users);
        return switch (chance.below(4)) {
            case 0 -> user(chance, id, replacing("title", name), History.setting("title", name));
            case 1 -> {
                boolean active = chance.percent(50);
                yield user(
                        chance,
                        id,
                        "{\"op\":\"replace\",\"path\":\"active\",\"value\":%s}".formatted(active),
                        History.setting("active", Boolean.toString(active)));
            }
            case 2 -> {
                String value = "e" + chance.below(5);
                yield user(
                        chance,
                        id,
                        "{\"op\":\"add\",\"path\":\"entitlements\",\"value\":[{\"value\":\"%s\"}]}".formatted(value),
                        History.adding("entitlements=" + value));
            }
            default -> {
                String value = "e" + chance.below(5);
                yield user(
                        chance,
                        id,
                        "{\"op\":\"remove\",\"path\":\"entitlements[value eq \\\"%s\\\"]\"}".formatted(value),
                        History.removing("entitlements=" + value));
            }
        };
    }

    private boolean changeGroup(Chance chance, String name) {
        String id = chance.oneOf(groups);
        if (chance.percent(20)) {
            String unique = name + "-" + id;
            return group(id, replacing("displayName", unique), History.setting("displayName", unique));
        }
        String member = chance.percent(70) ? chance.oneOf(users) : chance.oneOf(groups);
        return chance.percent(60)
                ? group(
                        id,
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(member),
                        History.adding("members=" + member))
                : group(
                        id,
                        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(member),
                        History.removing("members=" + member));
    }

    /** A fifth of the changes are for one version only. */
    private boolean user(Chance chance, String id, String operation, UnaryOperator<Set<String>> effect) {
        ScimClient client = chance.percent(20)
                ? http.with("If-Match", http.user(id).header("ETag").orElseThrow())
                : http;
        Answer answer = client.patchUser(id, operation);
        return noted(
                id, operation, effect, answer, answer.status() == 200 ? Optional.of(state(answer)) : Optional.empty());
    }

    /** The answer is read after the change, so its members may be those of a later version. */
    private boolean group(String id, String operation, UnaryOperator<Set<String>> effect) {
        return noted(id, operation, effect, http.patchGroup(id, operation), Optional.empty());
    }

    /** A refusal says that nothing was done: a circle of groups, another version, or too many changes at once. */
    private boolean noted(
            String id, String operation, UnaryOperator<Set<String>> effect, Answer answer, Optional<Set<String>> seen) {
        if (answer.status() >= 400) {
            assertThat(answer.status()).as(answer.toString()).isIn(400, 409, 412, 429);
            return false;
        }
        histories.get(id).add(version(answer), new History.Change(operation, effect, seen));
        return true;
    }

    private static String replacing(String attribute, String value) {
        return "{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"%s\"}".formatted(attribute, value);
    }

    private static long version(Answer answer) {
        return Long.parseLong(answer.header("ETag").orElseThrow().replaceAll("[^0-9]", ""));
    }

    private static Set<String> state(Answer resource) {
        Set<String> facts = new TreeSet<>();
        for (String single : List.of("title", "active", "displayName")) {
            resource.at(single).ifPresent(value -> facts.add(single + "=" + value));
        }
        for (String plural : List.of("entitlements", "members")) {
            if (resource.json().containsKey(plural)) {
                resource.objects(plural).forEach(element -> facts.add(plural + "=" + element.getString("value")));
            }
        }
        return facts;
    }

    private Set<String> below(String group, Set<String> found) {
        for (String fact : state(http.get("/Groups/" + group))) {
            String member = fact.replaceFirst("members=", "");
            if (groups.contains(member) && found.add(member)) {
                below(member, found);
            }
        }
        return found;
    }
}
