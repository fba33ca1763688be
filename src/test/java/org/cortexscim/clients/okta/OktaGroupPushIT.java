package org.cortexscim.clients.okta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Okta's group push: create, rename, membership, Push Now, link and unlink, in the forms of OIN and AIW apps. */
@ExtendWith(FreshWorkspace.class)
class OktaGroupPushIT {
    private static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final ScimClient okta = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final String name = "APP-" + UUID.randomUUID();
    private String anna = "";
    private String bert = "";
    private String group = "";

    @BeforeEach
    void givenTwoUsers_andAPushedGroup() {
        anna = okta.idOfNew(Person.random());
        bert = okta.idOfNew(Person.random());
        find(name).has("totalResults", 0);
        group = okta.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s","members":[]}""".formatted(name))
                .hasStatus(201)
                .hasHeader(
                        "Location", okta.get("/Groups?filter=" + byName(name)).text("Resources/0/meta/location"))
                .has("displayName", name)
                .lacks("members")
                .text("id");
    }

    @Test
    void findsTheGroupByName_inAnyCase() {
        find(name.toLowerCase(java.util.Locale.ROOT)).has("totalResults", 1).has("Resources/0/id", group);
        okta.post("/Groups", "{\"displayName\":\"%s\"}".formatted(name.toUpperCase(java.util.Locale.ROOT)))
                .isScimError(409, "uniqueness");
    }

    @Test
    void oinAddsAndRemovesMembers() {
        patch(
                        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\",\"display\":\"a\"},{\"value\":\"%s\"}]}"
                                .formatted(anna, bert))
                .hasStatus(204);
        thenMembersAre(anna, bert);
        okta.user(anna)
                .has("groups/0/value", group)
                .has("groups/0/display", name)
                .has("groups/0/type", "direct");

        patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(anna))
                .hasStatus(204);
        thenMembersAre(bert);
        okta.user(anna).lacks("groups");
        assertThat(lastAudit()
                        .getJsonObject("details")
                        .getJsonArray("removedMembers")
                        .getString(0))
                .isEqualTo(anna);
    }

    @Test
    void addsAMemberTwice_andRemovesAStranger_withoutAnError() {
        String add = "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(anna);
        patch(add).hasStatus(204);
        String version = okta.get("/Groups/" + group).text("meta/version");

        patch(add).hasStatus(204);
        patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(bert))
                .hasStatus(204);

        thenMembersAre(anna);
        assertThat(okta.get("/Groups/" + group).text("meta/version")).isEqualTo(version);
        assertThat(workspace.audit(name)).hasSize(2);
    }

    @Test
    void followsOneRequest_thatAddsRemovesAndAddsAgain() {
        String add = "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(anna);
        String remove = "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(anna);

        patch(String.join(",", add, remove, add)).hasStatus(204);
        thenMembersAre(anna);
        patch(String.join(",", remove, add, remove)).hasStatus(204);
        thenMembersAre();
    }

    @Test
    void renames_withoutClearingTheMembers() {
        givenMembers(anna, bert);

        patch("{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"%s\"}}".formatted(group, name + " 2"))
                .hasStatus(200)
                .has("displayName", name + " 2");

        thenMembersAre(anna, bert);
    }

    @Test
    void pushNow_overwritesEveryMember() {
        givenMembers(anna);
        patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}".formatted(bert))
                .hasStatus(204);
        thenMembersAre(bert);

        patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}").hasStatus(204);
        thenMembersAre();
    }

    @Test
    void aiwPutsTheWholeGroup() {
        put("{\"value\":\"%s\",\"display\":null},{\"value\":\"%s\",\"$ref\":null}".formatted(anna, bert));
        thenMembersAre(anna, bert);
        put("{\"value\":\"%s\"}".formatted(bert));
        thenMembersAre(bert);
    }

    @Test
    void takesEntrasMemberForms() {
        givenMembers(anna, bert);
        patch("{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"$ref\":null,\"value\":\"%s\"}]}".formatted(anna))
                .hasStatus(204);
        thenMembersAre(bert);
        patch("{\"op\":\"Remove\",\"path\":\"members\"}").hasStatus(204);
        thenMembersAre();
    }

    @Test
    void refusesAnUnknownMember_andChangesNothing() {
        givenMembers(anna);
        String unknown = "[{\"value\":\"%s\"},{\"value\":\"no-such-user\"}]".formatted(bert);

        patch("{\"op\":\"add\",\"path\":\"members\",\"value\":%s}".formatted(unknown))
                .isScimError(400, "invalidValue")
                .saying("no-such-user");
        patch("{\"op\":\"replace\",\"path\":\"members\",\"value\":%s}".formatted(unknown))
                .isScimError(400, "invalidValue");

        thenMembersAre(anna);
    }

    @Test
    void leavesMembersOut_whereTheyAreExcluded() {
        givenMembers(anna);
        okta.get("/Groups/" + group + "?excludedAttributes=members")
                .hasStatus(200)
                .lacks("members");
        okta.get("/Groups?excludedAttributes=members&filter=" + byName(name)).lacks("Resources/0/members");
        okta.get("/Groups/" + group + "?attributes=displayName")
                .has("displayName")
                .lacks("members");
    }

    @Test
    void findsGroupsByMember_andUsersByGroup() {
        givenMembers(anna);
        for (String filter : List.of("members eq \"%s\"", "members.value eq \"%s\"", "members[value eq \"%s\"]")) {
            okta.get("/Groups?filter=" + ScimClient.encoded(filter.formatted(anna)))
                    .has("totalResults", 1)
                    .has("Resources/0/id", group);
        }
        okta.search("groups.value eq \"%s\"".formatted(group))
                .has("totalResults", 1)
                .has("Resources/0/id", anna);
        okta.search("groups[display eq \"%s\"]".formatted(name)).has("totalResults", 1);
    }

    @Test
    void unlinks_byDeletingTheGroup_andNoUser() {
        givenMembers(anna);
        okta.delete("/Groups/" + group).hasStatus(204);

        okta.get("/Groups/" + group).isScimError(404);
        okta.delete("/Groups/" + group).isScimError(404);
        okta.user(anna).hasStatus(200).lacks("groups");
        assertThat(lastAudit().getString("action")).isEqualTo("DELETE");
    }

    @Test
    void forgetsAMember_whoIsDeleted() {
        givenMembers(anna, bert);
        okta.delete("/Users/" + anna).hasStatus(204);
        thenMembersAre(bert);
    }

    private Answer find(String displayName) {
        return okta.get("/Groups?startIndex=1&count=100&filter=" + byName(displayName))
                .hasStatus(200);
    }

    private static String byName(String displayName) {
        return ScimClient.encoded("displayName eq \"%s\"".formatted(displayName));
    }

    private Answer patch(String operation) {
        return okta.patch(
                "/Groups/" + group, "{\"schemas\":[\"%s\"],\"Operations\":[%s]}".formatted(PATCH_OP, operation));
    }

    private void put(String members) {
        okta.put("/Groups/" + group, """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"%s","displayName":"%s","members":[%s]}""".formatted(group, name, members))
                .hasStatus(200)
                .has("displayName", name);
    }

    private void givenMembers(String... ids) {
        put(Stream.of(ids).map("{\"value\":\"%s\"}"::formatted).collect(Collectors.joining(",")));
    }

    private void thenMembersAre(String... ids) {
        List<String> members = okta.get("/Groups/" + group).objects("members").stream()
                .map(member -> member.getString("value"))
                .toList();
        assertThat(members).containsExactlyInAnyOrder(ids);
    }

    private JsonObject lastAudit() {
        JsonObject entry = workspace.audit(name).get(0);
        assertThat(entry.getString("objectType")).isEqualTo("GROUP");
        return entry;
    }
}
