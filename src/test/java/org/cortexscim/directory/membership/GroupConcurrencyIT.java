package org.cortexscim.directory.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Crowd;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many changes of one group's members, in the same moment and in one request. */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupConcurrencyIT {
    private static final int CLIENTS = 64;
    private static final int EACH = 8;
    private static final int OPERATIONS = 50;
    private static final int MEMBERS = 256;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private Crowd crowd = Crowd.of(http, 0);
    private String name = "";
    private String group = "";

    @BeforeAll
    void givenACrowd() {
        crowd = Crowd.of(http, CLIENTS * EACH);
    }

    @AfterAll
    void deleteAll() {
        crowd.close();
    }

    @BeforeEach
    void givenAGroup_withEverySecondUser() {
        name = Groups.randomName();
        group = groups.create(name, everySecond()).hasStatus(201).text("id");
    }

    /** Each client swaps its own users: who is in the group leaves it, and who is not comes. */
    @Test
    void losesNoChange_whenManyChangeOneGroup() {
        List<Set<Integer>> answers = together(CLIENTS, this::swapOwn);

        assertThat(answers).containsOnly(Set.of(204));
        Set<String> others = new HashSet<>(crowd.ids());
        others.removeAll(everySecond());
        assertThat(groups.members(group)).isEqualTo(others);
        groups.get(group + "?excludedAttributes=members").has("meta/version", "W/\"%d\"".formatted(CLIENTS * EACH + 1));
        assertThat(workspace.auditLog(0, 250).objects("logs"))
                .filteredOn(entry -> entry.getString("objectIdentifier").equals(name))
                .isNotEmpty()
                .allMatch(entry -> moved(entry) == 1);
    }

    @Test
    void addsOnce_whenManyAddTheSame() {
        String stranger = crowd.ids().get(1);

        List<Answer> answers = together(16, i -> groups.add(group, stranger));

        assertThat(answers).extracting(Answer::status).containsOnly(204);
        groups.get(group + "?excludedAttributes=members").has("meta/version", "W/\"2\"");
        assertThat(workspace.audit(name)).hasSize(2);
    }

    @Test
    void carriesOutFiftyOperations_of256MembersEach() {
        Random random = new Random(5);
        Set<String> expected = new HashSet<>(everySecond());
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            List<String> members = new ArrayList<>(crowd.ids());
            Collections.shuffle(members, random);
            members = members.subList(0, MEMBERS);
            if (i % 2 == 0) {
                operations.add(Groups.adding(members));
                expected.addAll(members);
            } else {
                operations.add(Groups.removing(members));
                expected.removeAll(members);
            }
        }

        groups.patch(group, operations.toArray(String[]::new)).hasStatus(204);

        assertThat(groups.members(group)).isEqualTo(expected);
        JsonObject details = workspace.audit(name).get(0).getJsonObject("details");
        Set<String> added = new HashSet<>(expected);
        added.removeAll(everySecond());
        assertThat(details.getInt("addedMemberCount")).isEqualTo(added.size());
        assertThat(details.getJsonArray("addedMembers")).hasSize(added.size());
    }

    @Test
    void carriesOutNone_whenTheLastOperationIsRefused() {
        String[] operations = IntStream.range(0, OPERATIONS)
                .mapToObj(i -> Groups.removing(everySecond().subList(i, i + 2)))
                .toArray(String[]::new);
        operations[OPERATIONS - 1] = Groups.adding(List.of(crowd.ids().get(1), "no-such-user"));

        groups.patch(group, operations).isScimError(400, "invalidValue").saying("no-such-user");

        assertThat(groups.members(group)).isEqualTo(Set.copyOf(everySecond()));
        assertThat(workspace.audit(name)).hasSize(1);
    }

    private Set<Integer> swapOwn(int client) {
        Set<Integer> statuses = new HashSet<>();
        for (int i = client * EACH; i < (client + 1) * EACH; i++) {
            String user = crowd.ids().get(i);
            statuses.add((i % 2 == 0 ? groups.remove(group, user) : groups.add(group, user)).status());
        }
        return statuses;
    }

    private List<String> everySecond() {
        return IntStream.range(0, crowd.ids().size())
                .filter(i -> i % 2 == 0)
                .mapToObj(crowd.ids()::get)
                .toList();
    }

    private static int moved(JsonObject entry) {
        JsonObject details = entry.getJsonObject("details");
        return details.getInt("addedMemberCount") + details.getInt("removedMemberCount");
    }
}
