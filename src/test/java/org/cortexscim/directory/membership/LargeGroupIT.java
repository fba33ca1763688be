package org.cortexscim.directory.membership;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Crowd;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A group that is filled by PATCHes of 1,000 members, as large as {@code -Dcortexscim.groupSize} says: 2,000 without it,
 * and meant for 100,000.
 */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeGroupIT {
    private static final int SIZE = Integer.getInteger("cortexscim.groupSize", 2000);
    private static final int PATCH = 1000;
    private static final int CHANGE = 100;
    /** From this size on, an answer lists members only when it is asked to. */
    private static final int FEW = 1000;

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private final String name = Groups.randomName();
    private Crowd crowd = Crowd.of(http, 0);
    private String group = "";

    @BeforeAll
    void givenAFullGroup() {
        assertThat(SIZE).isGreaterThan(FEW + CHANGE);
        crowd = Crowd.of(http, SIZE + CHANGE);
        group = groups.create(name, List.of()).text("id");
        for (int from = 0; from < SIZE; from += PATCH) {
            groups.patch(group, Groups.adding(crowd.some(from, Math.min(SIZE, from + PATCH))))
                    .hasStatus(204);
        }
    }

    @AfterAll
    void deleteAll() {
        groups.delete(group);
        crowd.close();
    }

    @Test
    void hasEveryMember_once() {
        assertThat(members()).isEqualTo(crowd.some(0, SIZE));
    }

    @Test
    void addsAndRemovesAHundred() {
        groups.patch(group, Groups.adding(crowd.some(SIZE, SIZE + CHANGE)), Groups.removing(crowd.some(0, CHANGE)))
                .hasStatus(204);
        assertThat(members()).isEqualTo(crowd.some(CHANGE, SIZE + CHANGE));
        JsonObject details = workspace.audit(name).get(0).getJsonObject("details");
        assertThat(details.getJsonArray("addedMembers")).hasSize(CHANGE);
        assertThat(details.getJsonArray("removedMembers")).hasSize(CHANGE);

        groups.patch(group, Groups.adding(crowd.some(0, CHANGE)), Groups.removing(crowd.some(SIZE, SIZE + CHANGE)))
                .hasStatus(204);
        assertThat(members()).isEqualTo(crowd.some(0, SIZE));
    }

    @Test
    void keepsItsMembers_whenItIsRenamed() {
        Answer renamed = groups.rename(group, name + " 2").hasStatus(204);

        assertThat(renamed.body()).isEmpty();
        renamed.hasHeader(
                "ETag", groups.get(group + "?excludedAttributes=members").text("meta/version"));
        groups.patch(group + "?excludedAttributes=members", Groups.renaming(name + " 3"))
                .hasStatus(200)
                .has("displayName", name + " 3")
                .lacks("members");
        groups.patch(group + "?attributes=displayName", Groups.renaming(name))
                .hasStatus(200)
                .has("displayName", name)
                .lacks("members");
        assertThat(members()).isEqualTo(crowd.some(0, SIZE));
    }

    @Test
    void listsItsMembers_whenItIsAskedTo() {
        Answer asked = groups.patch(group + "?attributes=members", Groups.renaming(name));
        assertThat(Groups.values(asked.hasStatus(200), "members")).isEqualTo(crowd.some(0, SIZE));

        workspace.settings("{\"groupPatchBody\":true}");
        Answer patched = groups.add(group, crowd.ids().get(0)).hasStatus(200);
        assertThat(Groups.values(patched, "members")).isEqualTo(crowd.some(0, SIZE));
    }

    @Test
    void listsAThousand_andNotOneMore() {
        String other = groups.create(Groups.randomName(), crowd.some(0, FEW)).text("id");
        String otherName = Groups.randomName();

        Answer few = groups.rename(other, otherName).hasStatus(200);
        assertThat(Groups.values(few, "members")).isEqualTo(crowd.some(0, FEW));

        groups.add(other, crowd.ids().get(FEW)).hasStatus(204);
        groups.rename(other, Groups.randomName()).hasStatus(204);
        groups.rename(other, otherName).hasStatus(204);
        groups.delete(other).hasStatus(204);
    }

    @Test
    void isReadThroughItsUsers() {
        String filter = ScimClient.encoded("groups.value eq \"%s\"".formatted(group));
        Set<String> seen = new HashSet<>();
        for (int startIndex = 1; startIndex <= SIZE; startIndex += PATCH) {
            Answer page = http.get("/Users?attributes=id&count=%d&startIndex=%d&filter=%s"
                            .formatted(PATCH, startIndex, filter))
                    .has("totalResults", SIZE);
            page.objects("Resources").forEach(user -> seen.add(user.getString("id")));
        }
        assertThat(seen).isEqualTo(crowd.some(0, SIZE));
    }

    @Test
    void losesAllMembers_andNamesThemNot_whenItIsDeleted() {
        String otherName = Groups.randomName();
        String other = groups.create(otherName, crowd.some(0, FEW)).text("id");

        groups.delete(other).hasStatus(204);

        JsonObject details = workspace.audit(otherName).get(0).getJsonObject("details");
        assertThat(details.getString("event")).isEqualTo("DELETED");
        assertThat(details.getInt("removedMemberCount")).isEqualTo(FEW);
        assertThat(details.getJsonArray("removedMembers")).isEmpty();
        assertThat(members()).isEqualTo(crowd.some(0, SIZE));
    }

    private Set<String> members() {
        return groups.members(group);
    }
}
