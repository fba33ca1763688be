package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The role mappings in the console: of groups and of values. */
@ExtendWith(FreshWorkspace.class)
class RoleMappingsPageIT {
    private static final String PAGE = "/console/role-mappings";
    private static final String CREATE = PAGE + "/create";
    private static final String DELETE = PAGE + "/delete";
    private static final String OF_VALUES = "?kind=value";

    private final ConsoleClient browser = new ConsoleClient();
    private final Groups groups = Groups.of(ScimClient.ofServiceUnderTest());
    private final RoleDesk roles = new RoleDesk();
    private final String value = "Value-" + UUID.randomUUID();

    @BeforeEach
    void open() {
        roles.open();
        browser.signedIn(Service.underTest().key());
    }

    @AfterEach
    void close() {
        roles.close();
    }

    @Test
    void givesAGroupsMembersARole_byTheGroupsNameOrId() {
        String name = Groups.randomName();
        String byName = groups.create(name, List.of()).hasStatus(201).text("id");
        String byId = groups.idOfNew();
        assertThat(page("?create=true")).contains("console-panel", "<option value=\"MANAGER\">");

        browser.post(CREATE, Map.of("source", name, "role", "manager")).hasStatus(303);
        browser.post(CREATE, Map.of("source", byId, "role", "USER")).hasStatus(303);

        assertThat(roles.groupMappings().objects("groupRoleMappings"))
                .extracting(mapping -> mapping.getString("groupId"))
                .containsExactlyInAnyOrder(byName, byId);
        assertThat(page("")).contains("Mappings: 2", name, "/console/groups?open=" + byId, ">Manager<", ">User<");
    }

    @Test
    void mapsAValue() {
        Answer created = browser.post(CREATE + OF_VALUES, Map.of("source", value, "role", "MANAGER"));

        assertThat(created.hasStatus(303).header("Location")).hasValue(PAGE + OF_VALUES);
        assertThat(page(OF_VALUES)).contains("Mappings: 1", value, ">Manager<");
        roles.mappings().has("roleMappings/0/idpValue", value).has("roleMappings/0/role/role", "MANAGER");
    }

    @Test
    void deletesAMapping_afterAQuestion() {
        String group = groups.idOfNew();
        String ofGroup = roles.mapGroup(group, "MANAGER").hasStatus(200).text("id");
        String ofValue = roles.map(value, "MANAGER").hasStatus(200).text("id");

        Answer asked = browser.post(DELETE, Map.of("id", ofGroup)).hasStatus(200);
        assertThat(asked.body()).contains("role=\"alertdialog\"", "in no other way will lose it");
        asked = browser.post(DELETE + OF_VALUES, Map.of("id", ofValue)).hasStatus(200);
        assertThat(asked.body()).contains("role=\"alertdialog\"", "If the value is the id of a role");
        roles.groupMappings().has("groupRoleMappings/0/id", ofGroup);
        roles.mappings().has("roleMappings/0/id", ofValue);

        browser.post(DELETE, Map.of("id", ofGroup, "confirmed", "true")).hasStatus(303);
        browser.post(DELETE + OF_VALUES, Map.of("id", ofValue, "confirmed", "true"))
                .hasStatus(303);
        roles.groupMappings().has("groupRoleMappings", "[]");
        roles.mappings().has("roleMappings", "[]");
        refused(404, "No group role mapping has this id.", browser.post(DELETE, Map.of("id", ofGroup)));
    }

    @Test
    void refusesWhatCannotBe_andKeepsWhatWasEntered() {
        roles.map(value, "MANAGER").hasStatus(200);
        String group = groups.idOfNew();

        refused(
                409,
                "is already mapped to another role",
                browser.post(CREATE + OF_VALUES, Map.of("source", value, "role", "USER")));
        refused(400, "No role has the id 'nothing'.", browser.post(CREATE, Map.of("source", group, "role", "nothing")));
        Answer unknown = browser.post(CREATE, Map.of("source", "Nobody's", "role", "USER"));
        refused(400, "No group has the id 'Nobody's'.", unknown);
        assertThat(unknown.body()).contains("console-panel", "value=\"USER\"");
        refused(400, "'idpValue' must be", browser.post(CREATE + OF_VALUES, Map.of("source", "", "role", "USER")));
        roles.mappings().has("roleMappings/0/role/role", "MANAGER").lacks("roleMappings/1/id");
        roles.groupMappings().has("groupRoleMappings", "[]");
    }

    @Test
    void hasNoMappings_whileRoleProvisioningIsOff() {
        String id = roles.map(value, "MANAGER").hasStatus(200).text("id");
        Workspace.ofServiceUnderTest().settings("{\"roleProvisioning\":false}");

        assertThat(page(OF_VALUES)).contains("Role provisioning is off").doesNotContain(value, "Add mapping");
        refused(
                404,
                "Role provisioning is off",
                browser.post(CREATE + OF_VALUES, Map.of("source", "other", "role", "USER")));
        refused(
                404,
                "Role provisioning is off",
                browser.post(DELETE + OF_VALUES, Map.of("id", id, "confirmed", "true")));

        Workspace.ofServiceUnderTest().settings("{\"roleProvisioning\":true}");
        roles.mappings().has("roleMappings/0/id", id).lacks("roleMappings/1/id");
    }

    @Test
    void givesAndTakesNoPermissionThatTheCallerLacks() {
        String id = roles.map(value, "MANAGER").hasStatus(200).text("id");
        browser.signedIn(roles.keyWith("Configure Open ID Connector & SCIM", "Edit Roles"));

        assertThat(page(OF_VALUES)).contains(value, "Add mapping").doesNotContain(">Delete</button>");
        assertThat(page(OF_VALUES + "&create=true")).doesNotContain("<option value=\"MANAGER\">");
        refused(
                403,
                "you lack 'View audit logs'",
                browser.post(CREATE + OF_VALUES, Map.of("source", "other", "role", "MANAGER")));
        refused(
                403,
                "you lack 'View audit logs'",
                browser.post(DELETE + OF_VALUES, Map.of("id", id, "confirmed", "true")));
        roles.mappings().has("roleMappings/0/id", id).lacks("roleMappings/1/id");
    }

    @Test
    void offersNoChange_toThoseWhoMayNotEditRoles() {
        String id = roles.map(value, "USER").hasStatus(200).text("id");
        browser.signedIn(roles.keyWith("Configure Open ID Connector & SCIM"));

        assertThat(page(OF_VALUES + "&create=true"))
                .contains(value)
                .doesNotContain("Add mapping", "console-panel", ">Delete</button>", "default role, now");
        forgedIsRefused(id);
    }

    @Test
    void isNotShown_toThoseWhoMayNotConfigureScim() {
        String id = roles.map(value, "USER").hasStatus(200).text("id");
        browser.signedIn(roles.keyWith("Edit Roles", "View Roles"));

        assertThat(browser.get("/console/roles").hasStatus(200).body())
                .doesNotContain("href=\"/console/role-mappings\"");
        browser.get(PAGE).hasStatus(403);
        forgedIsRefused(id);
    }

    @Test
    void escapesWhatIsMapped() {
        String markup = "<script>alert(1)</script>'><img src=x onerror=alert(1)>" + value;
        String id = roles.map(markup, "USER").hasStatus(200).text("id");

        for (String page : List.of(
                page(OF_VALUES),
                browser.post(DELETE + OF_VALUES, Map.of("id", id))
                        .hasStatus(200)
                        .body(),
                browser.post(CREATE + OF_VALUES, Map.of("source", markup, "role", "MANAGER"))
                        .hasStatus(409)
                        .body())) {
            assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert", "<img src=x");
        }
    }

    private void forgedIsRefused(String id) {
        assertThat(browser.post(CREATE + OF_VALUES, Map.of("source", "forged", "role", "USER"))
                        .hasStatus(403)
                        .body())
                .contains("lacks the permission")
                .doesNotContain(value);
        assertThat(browser.post(DELETE + OF_VALUES, Map.of("id", id, "confirmed", "true"))
                        .hasStatus(403)
                        .body())
                .contains("lacks the permission")
                .doesNotContain(value);
        roles.mappings().has("roleMappings/0/id", id).lacks("roleMappings/1/id");
    }

    /** The page says why, and that nothing was changed. */
    private static void refused(int status, String sentence, Answer answer) {
        assertThat(answer.hasStatus(status).body().replace("'", "&#39;"))
                .contains("role=\"alert\"", sentence.replace("'", "&#39;"), "Nothing was changed.");
    }

    private String page(String query) {
        return browser.get(PAGE + query).hasStatus(200).body();
    }
}
