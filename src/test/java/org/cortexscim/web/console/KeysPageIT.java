package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the API keys, as a browser without scripts sees it. */
@ExtendWith(FreshWorkspace.class)
class KeysPageIT {
    private static final String PAGE = "/console/keys";
    private static final String NEW = PAGE + "?open=new";

    private final ConsoleClient browser = new ConsoleClient();
    private final KeyDesk desk = KeyDesk.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final String name = "Key " + UUID.randomUUID();

    @BeforeEach
    void signIn() {
        browser.signedIn(Service.underTest().key());
    }

    @Test
    void createsAKey_andShowsItsSecretOnce() {
        Instant end = Instant.now().plus(10, ChronoUnit.DAYS);
        Map<String, String> form = form("MANAGER");
        form.put("description", "For Okta.");
        form.put("expires", end.toString().substring(0, 16));

        Answer created = browser.post(NEW, form).hasStatus(200);

        String secret = secretOn(created);
        assertThat(created.header("Cache-Control")).hasValue("no-store");
        assertThat(created.headers().toString()).doesNotContain(secret);
        assertThat(created.body().split(secret, -1)).as("once").hasSize(2);
        assertThat(desk.tryOut(secret).hasStatus(403).text("message")).contains("Edit API keys");

        JsonObject key = keyNamed(name);
        assertThat(key.getString("description")).isEqualTo("For Okta.");
        assertThat(key.getString("expirationDate")).startsWith(end.toString().substring(0, 16));
        assertThat(row(name)).contains("expires soon", "Manager", secret.substring(49), "never");
        String panel = open(key.getString("cid")).body();
        assertThat(panel).contains("expires soon", "For Okta.", key.getString("cid"));
        assertThat(browser.get(PAGE).body() + panel).doesNotContain(secret);
        assertThat(workspace.audit(name))
                .anyMatch(entry -> entry.getString("action").equals("CREATE")
                        && entry.getString("objectId").equals(key.getString("cid")));
    }

    @Test
    void warnsOfNothing_longBeforeTheEnd() {
        Map<String, String> form = form("USER");
        form.put("expires", Instant.now().plus(30, ChronoUnit.DAYS).toString().substring(0, 16));
        browser.post(NEW, form).hasStatus(200);

        assertThat(row(name)).doesNotContain("expires soon", "expired");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name        | ' '              | must be a string of 1 to 200 characters.",
                "roles       | nobody           | No such role exists.",
                "expires     | 2020-01-01T00:00 | must be in the future.",
                "expires     | tomorrow         | The expiry must be a date and time in UTC"
            })
    void refusesAKey_andKeepsWhatWasEntered(String field, String value, String said) {
        int before = desk.list("").number("total");
        Map<String, String> form = form("USER");
        form.put("description", "Entered <b>before</b>");
        form.put(field, value);

        Answer refused = browser.post(NEW, form).hasStatus(400);

        assertThat(refused.body())
                .contains(said, "Nothing was changed.", "role=\"alert\"", "Entered &lt;b&gt;before&lt;/b&gt;");
        assertThat(desk.list("").number("total")).isEqualTo(before);
    }

    @Test
    void refusesAKeyWithoutARole() {
        Map<String, String> form = form("USER");
        form.remove("roles");

        assertThat(browser.post(NEW, form).hasStatus(400).body())
                .contains("'roles' must contain at least one role. Nothing was changed.");
    }

    @Test
    void offersOnlyRolesThatTheCallerMayGive() {
        String tag = "keeper-" + UUID.randomUUID();
        signInWithRole(tag, "Edit API keys");

        assertThat(browser.get(NEW).hasStatus(200).body())
                .contains("value=\"" + tag + "\"", "value=\"VIEWER\"")
                .doesNotContain("value=\"ADMIN\"", "value=\"MANAGER\"");
        assertThat(browser.post(NEW, form("ADMIN")).hasStatus(403).body())
                .contains("You can grant, change and remove only permissions", "Nothing was changed.");
        Answer admins = desk.createWith("ADMIN");
        assertThat(open(admins.text("cid")).body()).contains("Delete key").doesNotContain("Make a new secret");
        act(admins.text("cid"), "rotate", "PT24H").hasStatus(403);
        assertThat(desk.get(admins.text("cid")).objects("secrets")).hasSize(1);
        desk.delete(admins.text("cid"));
        browser.post(NEW, form(tag)).hasStatus(200);
    }

    @Test
    void renamesAKey() {
        String cid = desk.createWith("USER").text("cid");
        Map<String, String> form = new HashMap<>(Map.of("action", "rename", "name", name, "description", ""));

        browser.post(address(cid), form).hasStatus(303).hasHeader("Location", PAGE + "?done=rename");

        desk.get(cid).has("name", name).has("description", "null");
        assertThat(browser.get(PAGE + "?done=rename").body())
                .contains("are saved.")
                .doesNotContain("done=");
        form.put("name", "x".repeat(201));
        assertThat(browser.post(address(cid), form).hasStatus(400).body())
                .contains("Nothing was changed.", "x".repeat(201));
        desk.get(cid).has("name", name);
    }

    @Test
    void rotatesAKeyInTwoSteps() {
        Answer key = desk.createWith("ADMIN");
        String cid = key.text("cid");
        String former = key.text("apiKey");

        String secret = secretOn(act(cid, "rotate", "P7D").hasStatus(200));
        desk.tryOut(former).hasStatus(200);
        desk.tryOut(secret).hasStatus(200);
        assertThat(row(key.text("name"))).contains("rotation in progress");

        Answer question = act(cid, "complete", "").hasStatus(200);
        assertThat(question.body()).contains("alertdialog", "…" + key.text("last4"), "That secret was ");
        desk.tryOut(former).hasStatus(200);
        confirmed(cid, "complete", "").hasStatus(303).hasHeader("Location", PAGE + "?done=complete");
        desk.tryOut(former).hasStatus(401);
        desk.tryOut(secret).hasStatus(200);

        assertThat(confirmed(cid, "complete", "").hasStatus(409).body()).contains("Nothing was changed.");
        desk.delete(cid);
    }

    @Test
    void undoesARotation() {
        Answer key = desk.createWith("ADMIN");
        String cid = key.text("cid");
        String secret = secretOn(act(cid, "rotate", "PT24H"));

        assertThat(act(cid, "undo", "").hasStatus(200).body())
                .contains("alertdialog", "…" + secret.substring(49), "That secret was never used.");
        desk.get(cid).has("last4", secret.substring(49));
        confirmed(cid, "undo", "").hasStatus(303);

        desk.tryOut(secret).hasStatus(401);
        desk.tryOut(key.text("apiKey")).hasStatus(200);
        desk.delete(cid);
    }

    @Test
    void endsALeakedSecretAtOnce_afterAsking() {
        Answer key = desk.createWith("ADMIN");
        String cid = key.text("cid");

        Answer question = act(cid, "rotate", "PT0S").hasStatus(200);
        assertThat(question.body()).contains("Replace the secret at once?", "value=\"PT0S\"");
        desk.tryOut(key.text("apiKey")).hasStatus(200);
        String secret = secretOn(confirmed(cid, "rotate", "PT0S").hasStatus(200));

        desk.tryOut(key.text("apiKey")).hasStatus(401);
        desk.tryOut(secret).hasStatus(200);
        act(cid, "rotate", "soon").hasStatus(400);
        act(cid, "rotate", "P31D").hasStatus(400);
        act(cid, "polish", "").hasStatus(400);
        assertThat(desk.get(cid).text("last4")).isEqualTo(secret.substring(49));
        desk.delete(cid);
    }

    @Test
    void deletesAKey_afterAsking() {
        Answer key = desk.createWith("USER");
        String cid = key.text("cid");

        assertThat(act(cid, "delete", "").hasStatus(200).body())
                .contains("alertdialog", "The key was never used.")
                .doesNotContain("You are signed in with this key");
        desk.get(cid).hasStatus(200);
        confirmed(cid, "delete", "").hasStatus(303).hasHeader("Location", PAGE + "?done=delete");

        desk.get(cid).hasStatus(404);
        browser.get(address(cid)).hasStatus(404);
        confirmed(cid, "delete", "").hasStatus(404);
        workspace.lastChangeOf(key.text("name")).isApiKey("DELETE", "DELETED", key.text("name"), cid);
    }

    @Test
    void warnsBeforeOnesOwnKeyIsDeleted() {
        Answer key = desk.createWith("ADMIN");
        String cid = key.text("cid");
        browser.signedIn(key.text("apiKey"));

        assertThat(open(cid).body()).contains("You are signed in with this key.");
        assertThat(act(cid, "delete", "").body()).contains("You are signed in with this key.", "so does your session");
        confirmed(cid, "delete", "").hasStatus(303);

        browser.get(PAGE).hasStatus(303);
    }

    @Test
    void keepsTheLastAdminKey_andSaysWhenItWasUsed() throws InterruptedException {
        desk.list("?pageSize=1000").objects("apiKeys").stream()
                .filter(key -> key.getJsonArray("roles").toString().contains("ADMIN"))
                .map(key -> key.getString("cid"))
                .filter(cid -> !cid.equals("akbootstrap"))
                .forEach(cid -> desk.delete(cid).hasStatus(200));

        // The last use of a key is written up to half a minute later.
        for (int i = 0;
                i < 600
                        && desk.get("akbootstrap")
                                .at("lastUsedDate")
                                .orElseThrow()
                                .equals("null");
                i++) {
            Thread.sleep(100);
        }
        assertThat(act("akbootstrap", "delete", "").hasStatus(200).body()).contains("The key was last used at 20");
        assertThat(confirmed("akbootstrap", "delete", "").hasStatus(409).body())
                .contains("This is the last API key with the Admin role", "Nothing was changed.");
        desk.get("akbootstrap").hasStatus(200);
    }

    @Test
    void escapesNames() {
        String markup = "<script>alert('" + name + "')</script>\"><img src=x onerror=alert(1)>";
        Map<String, String> form = form("USER");
        form.put("name", markup);
        Answer created = browser.post(NEW, form).hasStatus(200);
        String cid = keyNamed(markup).getString("cid");

        for (Answer page : new Answer[] {created, browser.get(PAGE), open(cid), act(cid, "delete", "")}) {
            assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x");
            assertThat(page.body()).doesNotContain("style=\"", "onclick=", "<style");
        }
        desk.delete(cid);
    }

    @Test
    void needsItsPermission() {
        String cid = desk.createWith("USER").text("cid");
        signInWithRole("auditor-" + UUID.randomUUID(), "View audit logs");

        assertThat(browser.get("/console/audit-log").hasStatus(200).body()).doesNotContain("href=\"" + PAGE);
        browser.get(PAGE).hasStatus(403);
        browser.post(NEW, form("USER")).hasStatus(403);
        confirmed(cid, "delete", "").hasStatus(403);

        desk.get(cid).hasStatus(200);
        assertThat(desk.list("?pageSize=1000").body()).doesNotContain(name);
    }

    @Test
    void bringsTheScriptThatCopies() {
        assertThat(secretOn(browser.post(NEW, form("USER")))).startsWith("cxs_");
        Answer script = browser.get("/console/assets/copy.js").hasStatus(200);
        assertThat(script.header("Content-Type").orElseThrow()).startsWith("text/javascript");
    }

    private void signInWithRole(String tag, String permission) {
        new RoleDesk().createRole(tag, permission).hasStatus(200);
        String document = "{\"name\":\"Key of %1$s\",\"roles\":[\"%1$s\"]}".formatted(tag);
        browser.signedIn(desk.create(document).hasStatus(200).text("apiKey"));
    }

    private Map<String, String> form(String role) {
        return new HashMap<>(Map.of("name", name, "description", "", "roles", role, "expires", ""));
    }

    private Answer open(String cid) {
        return browser.get(address(cid)).hasStatus(200);
    }

    private Answer act(String cid, String action, String overlap) {
        return browser.post(address(cid), Map.of("action", action, "overlap", overlap));
    }

    private Answer confirmed(String cid, String action, String overlap) {
        return browser.post(address(cid), Map.of("action", action, "overlap", overlap, "confirmed", "true"));
    }

    private static String address(String cid) {
        return PAGE + "?open=" + cid;
    }

    private JsonObject keyNamed(String wanted) {
        return desk.list("?pageSize=1000").objects("apiKeys").stream()
                .filter(key -> key.getString("name").equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** The row of a key on the page, from its name on. */
    private String row(String wanted) {
        String page = browser.get(PAGE).hasStatus(200).body();
        int from = page.indexOf(wanted + "</a>");
        assertThat(from).as(page).isPositive();
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private static String secretOn(Answer page) {
        assertThat(page.body()).contains("id=\"secret\" value=\"cxs_", "readonly", "/console/assets/copy.js");
        return page.body().replaceAll("(?s).*id=\"secret\" value=\"([^\"]*)\".*", "$1");
    }
}
