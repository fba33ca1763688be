package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The roles in the console: what they allow, and who may change them. */
@ExtendWith(FreshWorkspace.class)
class RolesPageIT {
    private static final String ROLES = "/console/roles";
    private static final String QUESTION = "role=\"alertdialog\"";

    private final ConsoleClient browser = new ConsoleClient();
    private final ScimClient scim = ScimClient.ofServiceUnderTest();
    private final RoleDesk roles = new RoleDesk();
    private final String tag = "test-" + UUID.randomUUID();

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
    void listsTheRoles_withWhatTheyAllow() {
        assertThat(page(""))
                .contains(
                        "Roles and permissions",
                        "open=MANAGER",
                        ">built-in<",
                        "<td>View audit logs</td>",
                        "<td>none</td>")
                .contains("Create custom role");
        assertThat(page("?open=manager"))
                .contains("console-panel", "<li>View audit logs</li>")
                .doesNotContain("Delete role", "Save changes");
        browser.get(ROLES + "?open=nothing").hasStatus(404);
    }

    @Test
    void createsARole() {
        assertThat(page("?create=true")).contains("New custom role", "value=\"VIEW_AUDIT_LOGS\"");

        Answer created =
                browser.post(ROLES + "/create", form("Auditor", "Reads\r\nlogs", "VIEW_AUDIT_LOGS", "VIEW_ROLES"));

        String address = created.hasStatus(303).header("Location").orElseThrow();
        assertThat(address).contains(ROLES + "?", "open=" + tag, "saved=true");
        assertThat(browser.get(address).hasStatus(200).body()).contains("Saved.", "Delete role");
        roles.role(tag)
                .has("name", "Auditor")
                .has("description", "Reads\nlogs")
                .has("permissions", "[\"View Roles\",\"View audit logs\"]");
    }

    @Test
    void refusesARoleThatCannotBe_andKeepsWhatWasEntered() {
        roles.createRole(tag, "View Roles").hasStatus(200);

        refused(409, "already exists", browser.post(ROLES + "/create", form("Entered", "", "VIEW_AUDIT_LOGS")));
        roles.role(tag).has("name", "Test").has("permissions", "[\"View Roles\"]");
        refused(
                400,
                "'name' must be a string of 1 to 200 characters.",
                browser.post(ROLES + "/create", Map.of("tag", "a")));
        refused(
                400,
                "A role&#39;s tag must consist of",
                browser.post(ROLES + "/create", Map.of("tag", "a b", "name", "A")));
        refused(400, "is a built-in role", browser.post(ROLES + "/create", Map.of("tag", "admin", "name", "A")));
        roles.role("a").hasStatus(404);
        assertThat(browser.post(ROLES + "/create", form("Entered", "", "EVERYTHING"))
                        .hasStatus(400)
                        .body())
                .contains("is not a permission");
    }

    @Test
    void changesARole_andLeavesWhatOthersHaveChangedMeanwhile() {
        roles.createRole(tag, "View Roles", "Edit settings").hasStatus(200);
        List<Map.Entry<String, String>> form = form("Renamed", "", "VIEW_ROLES", "EDIT_SETTINGS", "VIEW_AUDIT_LOGS");
        form.add(Map.entry("shown.name", "Test"));
        form.add(Map.entry("shown.permission", "VIEW_ROLES"));
        form.add(Map.entry("shown.permission", "EDIT_SETTINGS"));
        roles.putRole(tag, "{\"name\":\"Test\",\"description\":\"New\",\"permissions\":[\"View Roles\"]}")
                .hasStatus(200);

        browser.post(ROLES + "/change?open=" + tag, form).hasStatus(303);

        roles.role(tag)
                .has("name", "Renamed")
                .has("description", "New")
                .has("permissions", "[\"View Roles\",\"View audit logs\"]");
    }

    @Test
    void refusesAChange_andKeepsWhatWasEntered() {
        roles.createRole(tag, "View Roles").hasStatus(200);
        String longName = "x".repeat(201);
        List<Map.Entry<String, String>> form = form(longName, "", "VIEW_ROLES");

        Answer refused = browser.post(ROLES + "/change?open=" + tag, form);

        refused(400, "'name' must be", refused);
        assertThat(refused.body()).contains("value=\"" + longName, "/console/roles/change?open=" + tag);
        roles.role(tag).has("name", "Test");
        assertThat(browser.post(ROLES + "/change", Map.of("tag", "ADMIN", "name", "Mine"))
                        .hasStatus(403)
                        .body())
                .contains("cannot be changed or deleted", "Nothing was changed.");
    }

    @Test
    void deletesARole_afterAQuestion() {
        roles.createRole(tag, "View Roles").hasStatus(200);

        Answer asked =
                browser.post(ROLES + "/delete?open=" + tag, Map.of("tag", tag)).hasStatus(200);
        assertThat(asked.body()).contains(QUESTION, "This cannot be undone.");
        roles.role(tag).hasStatus(200);

        Answer deleted = browser.post(ROLES + "/delete?open=" + tag, Map.of("tag", tag, "confirmed", "true"));
        assertThat(deleted.hasStatus(303).header("Location")).hasValue(ROLES);
        roles.role(tag).hasStatus(404);
    }

    @Test
    void doesNotDeleteARoleThatIsAssigned() {
        roles.createRole(tag, "View Roles").hasStatus(200);
        Person person = Person.random();
        scim.idOfNew(person);
        roles.give(person, tag).hasStatus(200);

        refused(
                409,
                "The role is still assigned: users (1).",
                browser.post(ROLES + "/delete", Map.of("tag", tag, "confirmed", "true")));
        roles.role(tag).hasStatus(200);
    }

    @Test
    void choosesTheDefaultRole_afterAQuestion() {
        roles.createRole(tag).hasStatus(200);
        assertThat(page("?open=" + tag)).contains("Make it the default role");
        assertThat(page("?open=ADMIN")).doesNotContain("Make it the default role");

        Answer asked = browser.post(ROLES + "/default-role?open=" + tag, Map.of("tag", tag))
                .hasStatus(200);
        assertThat(asked.body()).contains(QUESTION, "Every user who has no other role");
        roles.defaultRole().has("role/role", "VIEWER");

        browser.post(ROLES + "/default-role", Map.of("tag", tag, "confirmed", "true"))
                .hasStatus(303);
        roles.defaultRole().has("role/tag", tag);
        assertThat(page("?open=" + tag)).contains("It is the default role").doesNotContain("Make it the default role");
        refused(
                400,
                "Admin cannot be the default role",
                browser.post(ROLES + "/default-role", Map.of("tag", "ADMIN", "confirmed", "true")));
        roles.defaultRole().has("role/tag", tag);
    }

    @Test
    void givesNoPermissionThatTheCallerLacks() {
        roles.createRole(tag, "View audit logs").hasStatus(200);
        browser.signedIn(roles.keyWith("View Roles", "Edit Roles"));

        assertThat(page("?create=true")).contains("value=\"VIEW_ROLES\"").doesNotContain("value=\"EDIT_API_KEYS\"");
        assertThat(page("?open=" + tag))
                .contains("<li>View audit logs</li>")
                .doesNotContain("Delete role", "Save changes", "Make it the default role");
        List<Map.Entry<String, String>> other = form("More", "", "EDIT_API_KEYS");
        other.set(0, Map.entry("tag", "other-" + tag));
        refused(403, "you lack &#39;Edit API keys&#39;", browser.post(ROLES + "/create", other));
        roles.role("other-" + tag).hasStatus(404);
        refused(403, "you lack &#39;View audit logs&#39;", browser.post(ROLES + "/change", form("Mine", "")));
        refused(
                403,
                "you lack &#39;View audit logs&#39;",
                browser.post(ROLES + "/delete", Map.of("tag", tag, "confirmed", "true")));
        roles.role(tag).has("name", "Test");
    }

    @Test
    void offersNoChange_toThoseWhoOnlyView() {
        roles.createRole(tag).hasStatus(200);
        browser.signedIn(roles.keyWith("View Roles"));

        assertThat(page("?create=true")).doesNotContain("Create custom role", "New custom role");
        assertThat(page("?open=" + tag))
                .doesNotContain(
                        "Delete role",
                        "Save changes",
                        "Make it the default role",
                        "method=\"post\" action=\"/console/roles");
        forgedIsRefused();
    }

    @Test
    void isNotShown_toThoseWhoMayNotView() {
        roles.createRole(tag).hasStatus(200);
        for (String permission : new String[] {"View audit logs", "Edit Roles", "Edit settings"}) {
            browser.signedIn(roles.keyWith(permission, "View audit logs"));

            assertThat(browser.get("/console/audit-log").hasStatus(200).body())
                    .doesNotContain("href=\"/console/roles\"");
            browser.get(ROLES).hasStatus(403);
            forgedIsRefused();
        }
    }

    @Test
    void escapesWhatARoleIsCalled() {
        String markup = "<script>alert(1)</script>\"><img src=x onerror=alert(1)>";
        List<Map.Entry<String, String>> form = form(markup, "</textarea>" + markup);
        browser.post(ROLES + "/create", form).hasStatus(303);

        for (String page : List.of(
                page("?open=" + tag),
                browser.post(ROLES + "/delete", Map.of("tag", tag))
                        .hasStatus(200)
                        .body(),
                browser.post(ROLES + "/create", form).hasStatus(409).body())) {
            assertThat(page)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "<img src=x", "</textarea><script");
        }
    }

    private void forgedIsRefused() {
        for (String action : new String[] {"create", "change", "delete", "default-role"}) {
            Answer forged = browser.post(
                    ROLES + "/" + action,
                    Map.of(
                            "tag",
                            action.equals("create") ? "forged-" + tag : tag,
                            "name",
                            "Forged",
                            "confirmed",
                            "true"));
            assertThat(forged.hasStatus(403).body())
                    .contains("lacks the permission")
                    .doesNotContain("console-panel", "aria-label=\"Roles\"");
        }
        roles.role(tag).has("name", "Test");
        roles.role("forged-" + tag).hasStatus(404);
        roles.defaultRole().has("role/role", "VIEWER");
    }

    /** The page says why, and that nothing was changed. */
    private static void refused(int status, String sentence, Answer answer) {
        assertThat(answer.hasStatus(status).body().replace("'", "&#39;"))
                .contains("role=\"alert\"", sentence.replace("'", "&#39;"), "Nothing was changed.");
    }

    private String page(String query) {
        return browser.get(ROLES + query).hasStatus(200).body();
    }

    private List<Map.Entry<String, String>> form(String name, String description, String... permissions) {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        form.add(Map.entry("tag", tag));
        form.add(Map.entry("name", name));
        form.add(Map.entry("description", description));
        for (String permission : permissions) {
            form.add(Map.entry("permission", permission));
        }
        return form;
    }
}
