package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console as a browser without scripts sees it: who gets in, who may do what, and what cannot be forged. */
@ExtendWith(FreshWorkspace.class)
class ConsoleIT {
    private static final String ADMIN = Service.underTest().key();

    private final ConsoleClient browser = new ConsoleClient();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ScimClient scim = ScimClient.ofServiceUnderTest();

    @Test
    void leadsToTheSignIn_andBackToThePage() {
        Answer first = browser.get("/console/requests?errors=true");
        assertThat(first.hasStatus(303).header("Location").orElseThrow())
                .isEqualTo("/console/sign-in?to=%2Fconsole%2Frequests?errors%3Dtrue");

        Answer signIn = browser.get("/console/sign-in?to=/console/requests?errors%3Dtrue");
        assertThat(signIn.hasStatus(200).body()).contains("name=\"to\" value=\"/console/requests?errors=true\"");

        Answer signedIn = browser.signIn(ADMIN, "/console/requests?errors=true");
        assertThat(signedIn.hasStatus(303).header("Location").orElseThrow()).endsWith("/console/requests?errors=true");
        assertThat(signedIn.header("Set-Cookie").orElseThrow())
                .startsWith("cortexscim-session=")
                .contains("HttpOnly", "SameSite=Strict", "Path=/console")
                .doesNotContain(ADMIN);
        Answer page = browser.get("/console/requests?errors=true").hasStatus(200);
        assertThat(page.body()).contains("<h1 class=\"h3\">Requests</h1>").doesNotContain(ADMIN);
    }

    @Test
    void refusesAWrongKey_andSaysWhy() {
        Answer refused = browser.signIn("cxs_wrong", "/console/").hasStatus(401);
        assertThat(refused.body()).contains("role=\"alert\"").doesNotContain("cxs_wrong");
        assertThat(browser.get("/console/nothing").hasStatus(404).body())
                .contains("href=\"/console/sign-in\"")
                .doesNotContain("Signed in with");
        assertThat(browser.signIn("", "/console/").hasStatus(401).body()).contains("Enter an API key.");
        browser.get("/console/scim").hasStatus(303);
    }

    @Test
    void leadsNowhereElse_afterTheSignIn() {
        for (String to : new String[] {
            "https://evil.example", "//evil.example", "/\\evil.example", "/console/../api/v1", "javascript:alert(1)"
        }) {
            assertThat(browser.signIn(ADMIN, to)
                            .hasStatus(303)
                            .header("Location")
                            .orElseThrow())
                    .as(to)
                    .isEqualTo("/console/");
        }
    }

    @Test
    void endsASession_whenItIsToldTo_andWithItsKey() {
        browser.signedIn(ADMIN).get("/console/scim").hasStatus(200);
        browser.post("/console/sign-out", Map.of()).hasStatus(303);
        browser.get("/console/scim").hasStatus(303);

        Answer key = KeyDesk.ofServiceUnderTest().createWith("ADMIN");
        browser.signedIn(key.text("apiKey")).get("/console/scim").hasStatus(200);
        KeyDesk.ofServiceUnderTest().delete(key.text("cid"));
        browser.get("/console/scim").hasStatus(303);
    }

    @Test
    void beginsANewSession_withEachSignIn() {
        browser.signedIn(ADMIN);
        String first = browser.cookie();
        browser.signedIn(ADMIN);
        assertThat(browser.cookie()).isNotEqualTo(first);
    }

    @Test
    void takesNoForm_fromAnotherSite() {
        browser.signedIn(ADMIN);
        for (String site : new String[] {"https://evil.example", "null", "http://localhost:1", ""}) {
            browser.from(site)
                    .post("/console/scim", settings("automaticProvisioning", "false"))
                    .hasStatus(403);
        }
        browser.from("").post("/console/sign-out", Map.of()).hasStatus(403);
        assertThat(workspace.settings().text("automaticProvisioning")).isEqualTo("true");
    }

    @Test
    void changesTheSettings_andAsksBeforeSwitchingOff() {
        browser.signedIn(ADMIN);
        Map<String, String> off = settings("automaticDeprovisioning", "false");

        Answer question = browser.post("/console/scim", off).hasStatus(200);
        assertThat(question.body()).contains("role=\"alertdialog\"", "keep their access and their seat");
        assertThat(workspace.settings().text("automaticDeprovisioning")).isEqualTo("true");

        off.put("confirmed", "true");
        browser.post("/console/scim", off).hasStatus(303);
        assertThat(workspace.settings().text("automaticDeprovisioning")).isEqualTo("false");
        assertThat(browser.get("/console/scim?saved=true").body()).contains("The settings are saved.");
    }

    @Test
    void keepsWhatOthersHaveChangedMeanwhile() {
        browser.signedIn(ADMIN);
        Map<String, String> opened = settings("seatLimit", "7");
        workspace.settings("{\"paused\":true}");

        browser.post("/console/scim", opened).hasStatus(303);

        assertThat(workspace.settings().text("paused")).isEqualTo("true");
        assertThat(workspace.settings().text("seatLimit")).isEqualTo("7");
    }

    @Test
    void refusesAValueThatASettingCannotHave_andChangesNothing() {
        browser.signedIn(ADMIN);
        Answer refused =
                browser.post("/console/scim", settings("seatLimit", "many")).hasStatus(400);
        assertThat(refused.body())
                .contains("'seatLimit' must be a whole number", "Nothing was changed.", "value=\"many\"");
        assertThat(workspace.settings().at("seatLimit")).hasValue("null");
    }

    @Test
    void showsWhyARequestFailed_andWhatToDo() throws Exception {
        browser.signedIn(ADMIN);
        Person person = Person.random();
        scim.idOfNew(person);
        // The log keeps a bounded number of refusals for each address, of which other tests have taken most of this
        // one's.
        String requestId = scim.with("X-Forwarded-For", "198.51.100.78")
                .post("/Users", person.document())
                .hasStatus(409)
                .header("X-Request-Id")
                .orElseThrow();
        for (int i = 0;
                i < 600 && browser.get("/console/requests?open=" + requestId).status() != 200;
                i++) {
            Thread.sleep(100);
        }

        Answer page =
                browser.get("/console/requests?errors=true&open=" + requestId).hasStatus(200);
        assertThat(page.body())
                .contains("NAME_TAKEN", "What to do:", "Let the identity provider find the existing resource first");
    }

    @Test
    void escapesWhatOthersHaveWritten() {
        String markup = "<script>alert('" + UUID.randomUUID() + "')</script>\"><img src=x onerror=alert(1)>";
        scim.post(
                        "/Groups",
                        jakarta.json.Json.createObjectBuilder()
                                .add("displayName", markup)
                                .build()
                                .toString())
                .hasStatus(201);
        browser.signedIn(ADMIN);

        String log = browser.get("/console/audit-log?objectType=GROUP")
                .hasStatus(200)
                .body();
        assertThat(log).contains("&lt;script&gt;alert(").doesNotContain("<script>alert", "<img src=x");
        String open = log.replaceAll("(?s).*?href=\"(/console/audit-log\\?[^\"]*open=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(browser.get(open).hasStatus(200).body())
                .contains("console-panel")
                .doesNotContain("<script>alert", "<img src=x");
        assertThat(browser.get("/console/audit-log?about=" + ScimClient.encoded(markup))
                        .body())
                .doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void findsAUser_andTellsWhatHappened() {
        Person person = Person.random();
        String id = scim.idOfNew(person);
        scim.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        browser.signedIn(ADMIN);
        String found = "/console/users?search=" + ScimClient.encoded(person.userName());

        assertThat(browser.get(found).hasStatus(200).body()).contains(person.userName(), "Users: 1", ">inactive<");
        assertThat(browser.get(found + "&status=active").body()).contains("No user matches.");
        assertThat(browser.get(found + "&open=" + id).hasStatus(200).body())
                .contains(
                        "DEACTIVATED", "active: true → false", "CREATED", "SCIM document", "/console/audit-log?open=");
        browser.get("/console/users?search=%22%20or%20id%20pr").hasStatus(200);
        browser.get("/console/users?open=nobody").hasStatus(404);
    }

    @Test
    void exportsWhatTheAuditLogsFilterSelects() {
        Person person = Person.random();
        scim.idOfNew(person);
        browser.signedIn(ADMIN);
        String page = browser.get("/console/audit-log?about=" + ScimClient.encoded(person.userName()))
                .hasStatus(200)
                .body();
        String csv = page.replaceAll("(?s).*href=\"(/console/audit-log/export\\?[^\"]*format=csv)\".*", "$1")
                .replace("&amp;", "&");

        Answer file = browser.get(csv).hasStatus(200);
        assertThat(file.header("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"audit-logs-.*\\.csv\"");
        assertThat(file.body().lines()).hasSize(2).last().asString().contains(person.userName());
        assertThat(browser.get(csv.replace("=csv", "=jsonl")).hasStatus(200).body())
                .startsWith("{")
                .contains(person.userName());
        browser.get(csv.replace("=csv", "=pdf")).hasStatus(400);
        browser.signedIn(KeyDesk.ofServiceUnderTest().createWith("VIEWER").text("apiKey"))
                .get(csv)
                .hasStatus(403);
    }

    @Test
    void showsOnlyWhatIsPermitted() {
        RoleDesk roles = new RoleDesk();
        String tag = "auditor-" + UUID.randomUUID();
        roles.createRole(tag, "View audit logs").hasStatus(200);
        String key = KeyDesk.ofServiceUnderTest()
                .create("{\"name\":\"Key of %s\",\"roles\":[{\"type\":\"CUSTOM\",\"tag\":\"%s\"}]}".formatted(tag, tag))
                .hasStatus(200)
                .text("apiKey");
        browser.signedIn(key);

        assertThat(browser.get("/console/").hasStatus(303).header("Location").orElseThrow())
                .endsWith("/console/audit-log");
        assertThat(browser.get("/console/audit-log").hasStatus(200).body())
                .contains("/console/audit-log")
                .doesNotContain("href=\"/console/scim\"");
        assertThat(browser.get("/console/scim").hasStatus(403).body()).contains("lacks the permission", "What to do:");
        browser.post("/console/scim", settings("automaticProvisioning", "true")).hasStatus(403);
    }

    @Test
    void isShownInNoFrame_andKeptInNoCache() {
        browser.signedIn(ADMIN);
        for (String path : new String[] {"/console/sign-in", "/console/scim", "/console/nothing"}) {
            Answer page = browser.get(path);
            assertThat(page.header("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.header("Cache-Control")).hasValue("no-store");
            assertThat(page.header("X-Frame-Options")).hasValue("DENY");
            assertThat(page.body()).doesNotContain("style=\"", "onclick=", "<style", "\tat org.");
        }
        browser.get("/console/nothing").hasStatus(404);
    }

    @Test
    void bringsItsStyle() {
        for (String name : new String[] {"bootstrap.css", "console.css", "theme.js"}) {
            assertThat(browser.get("/console/sign-in").body()).contains("/console/assets/" + name);
            Answer asset = browser.get("/console/assets/" + name).hasStatus(200);
            assertThat(asset.header("Content-Type").orElseThrow()).startsWith("text/");
            assertThat(asset.header("Cache-Control")).hasValue("max-age=3600");
        }
        browser.get("/console/assets/beans.xml").hasStatus(404);
    }

    /** The form as the page has it, with one field changed. */
    private Map<String, String> settings(String key, String value) {
        Map<String, String> form = new HashMap<>();
        workspace
                .settings()
                .json()
                .forEach((name, json) -> form.put(
                        name,
                        switch (json.getValueType()) {
                            case STRING -> ((jakarta.json.JsonString) json).getString();
                            case NULL -> "";
                            default -> json.toString();
                        }));
        new HashMap<>(form).forEach((name, shown) -> form.put("shown." + name, shown));
        form.put(key, value);
        return form;
    }
}
