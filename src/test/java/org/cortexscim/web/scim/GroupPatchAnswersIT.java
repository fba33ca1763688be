package org.cortexscim.web.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a PATCH of a group is answered with: the group, or nothing but its version. */
@ExtendWith(FreshWorkspace.class)
class GroupPatchAnswersIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private final String name = Groups.randomName();
    private String anna = "";
    private String bert = "";
    private String group = "";

    @BeforeEach
    void givenAGroupWithAnna() {
        anna = http.idOfNew(Person.random());
        bert = http.idOfNew(Person.random());
        group = groups.create(name, List.of(anna)).hasStatus(201).text("id");
    }

    @Test
    void answersNothing_whenOnlyMembersChange() {
        Answer answer = groups.add(group, bert).hasStatus(204).hasHeader("ETag", "W/\"2\"");

        assertThat(answer.body()).isEmpty();
        groups.get(group).has("meta/version", "W/\"2\"");
        groups.patch(group, Groups.adding(List.of(anna)), Groups.removing(List.of(bert)))
                .hasStatus(204);
        groups.patch(group, "{\"op\":\"replace\",\"value\":{\"members\":[]}}").hasStatus(204);
        assertThat(groups.members(group)).isEmpty();
    }

    @Test
    void answersTheAttributes_thatAreAskedFor() {
        groups.patch(group + "?attributes=displayName", Groups.adding(List.of(bert)))
                .hasStatus(200)
                .has("displayName", name)
                .has("id", group)
                .lacks("members");
        Answer answer = groups.patch(group + "?attributes=members", Groups.removing(List.of(anna)))
                .hasStatus(200)
                .lacks("displayName");
        assertThat(Groups.values(answer, "members")).containsExactly(bert);
    }

    @Test
    void staysSilent_whenAttributesAreOnlyExcluded() {
        groups.patch(group + "?excludedAttributes=members", Groups.adding(List.of(bert)))
                .hasStatus(204);
        assertThat(groups.members(group)).containsExactlyInAnyOrder(anna, bert);
    }

    @Test
    void groupPatchBody_answersTheGroup() {
        workspace.settings("{\"groupPatchBody\":true}");

        Answer answer = groups.add(group, bert).hasStatus(200).has("displayName", name);

        assertThat(Groups.values(answer, "members")).containsExactlyInAnyOrder(anna, bert);
        groups.patch(group + "?excludedAttributes=members", Groups.removing(List.of(bert)))
                .hasStatus(200)
                .has("displayName", name)
                .lacks("members");
        groups.remove(group, anna).hasStatus(200).lacks("members");
    }

    @Test
    void answersTheWholeGroup_whenAnythingElseChanges() {
        Answer renamed = groups.rename(group, name + " 2").hasStatus(200).has("displayName", name + " 2");
        assertThat(Groups.values(renamed, "members")).containsExactly(anna);

        Answer both = groups.patch(group, Groups.renaming(name + " 3"), Groups.adding(List.of(bert)))
                .hasStatus(200)
                .has("displayName", name + " 3")
                .has("meta/version", "W/\"3\"");
        assertThat(Groups.values(both, "members")).containsExactlyInAnyOrder(anna, bert);

        groups.patch(group).hasStatus(200).has("displayName", name + " 3").has("members/0/value");
        groups.rename(group, name + " 3").hasStatus(200).has("meta/version", "W/\"3\"");
    }

    @Test
    void leavesMembersOut_ofARename() {
        groups.patch(group + "?excludedAttributes=members", Groups.renaming(name + " 2"))
                .hasStatus(200)
                .has("displayName", name + " 2")
                .lacks("members");
        groups.patch(group + "?attributes=displayName", Groups.renaming(name + " 3"))
                .hasStatus(200)
                .has("displayName", name + " 3")
                .lacks("members");
        assertThat(groups.members(group)).containsExactly(anna);
    }

    @Test
    void changesNothing_whenTheVersionIsAnother() {
        ScimClient outdated = http.with("If-Match", "W/\"7\"");

        Groups.of(outdated).add(group, bert).isScimError(412);
        Groups.of(outdated).rename(group, name + " 2").isScimError(412);

        groups.get(group)
                .has("displayName", name)
                .has("meta/version", "W/\"1\"")
                .lacks("members/1");
        Groups.of(http.with("If-Match", "W/\"1\"")).add(group, bert).hasStatus(204);
    }
}
