package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The guides: what they recommend, what they have seen, and the test of the connection. */
@ExtendWith(FreshWorkspace.class)
class SetupPageIT {
    private static final int PATIENCE = 600;

    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ConsoleClient browser =
            new ConsoleClient().signedIn(Service.underTest().key());

    @Test
    void choosesTheSettingsOfAProvider_andNarrowsNothing() {
        workspace.settings(
                "{\"automaticProvisioning\":false,\"automaticDeprovisioning\":false,\"restoreOnCreate\":true}");
        assertThat(page("ENTRA"))
                .contains("reactivationByPatch", "aadOptscim062020", "Both are off, and every request is refused.");
        browser.post("/console/setup/settings?guide=ENTRA", Map.of()).hasStatus(303);
        Answer settings = workspace.settings();
        settings.has("automaticProvisioning", true)
                .has("automaticDeprovisioning", true)
                .has("reactivationByPatch", true)
                .has("emailChange", true)
                .has("attributeUpdates", "all")
                .has("restoreOnCreate", true);
        assertThat(page("ENTRA")).contains("The settings are what this identity provider needs.");

        browser.post("/console/setup/settings?guide=OKTA_CUSTOM", Map.of()).hasStatus(303);
        assertThat(workspace.settings().json()).isEqualTo(settings.json());
    }

    @Test
    void followsTheFirstRequests() throws Exception {
        KeyDesk.ofServiceUnderTest().createWith("ADMIN");
        ScimClient provider = ScimClient.ofServiceUnderTest().with("X-Forwarded-For", "198.51.100.80");
        Person person = Person.random();
        provider.find(person.userName()).hasStatus(200);
        provider.post("/Users", person.document()).hasStatus(201);
        String seen = await("First user created</strong> <span class=\"badge text-bg-success\">done");
        assertThat(seen)
                .contains(
                        "Credentials tested</strong> <span class=\"badge text-bg-success\">done",
                        "every address is allowed",
                        "has the permission.");

        String request = provider.post("/Users", person.document())
                .hasStatus(409)
                .header("X-Request-Id")
                .orElseThrow();
        assertThat(await("First user created</strong> <span class=\"badge text-bg-danger\">failed"))
                .contains("Let the identity provider find the existing resource first", "open=" + request);
        provider.post("/Users", Person.random().document()).hasStatus(201);
        await("First user created</strong> <span class=\"badge text-bg-success\">done");
    }

    @Test
    void testsTheConnection() {
        String report = browser.post("/console/setup/test?guide=ANY", Map.of())
                .hasStatus(200)
                .body();
        assertThat(report)
                .contains(
                        "Every request was answered as an identity provider needs it.", "Reactivate the user", ">404<")
                .doesNotContain("text-bg-danger\">failed</span> ");
    }

    @Test
    void isForThoseWhoConfigureScim() {
        String viewer = KeyDesk.ofServiceUnderTest().createWith("VIEWER").text("apiKey");
        browser.signedIn(viewer);
        browser.get("/console/setup").hasStatus(403);
        browser.post("/console/setup/test", Map.of()).hasStatus(403);
        browser.post("/console/setup/settings?guide=ENTRA", Map.of()).hasStatus(403);
        assertThat(workspace.settings().text("reactivationByPatch")).isEqualTo("false");
    }

    @Test
    void refreshesAPart_andLetsThePageLoadAgainWithoutASession() {
        String part = browser.get("/console/setup/progress").hasStatus(200).body();
        assertThat(part).contains("Switches on").doesNotContain("<html");
        new ConsoleClient().refresh("/console/setup/progress").hasStatus(401).hasHeader("HX-Refresh", "true");
    }

    private String page(String guide) {
        return browser.get("/console/setup?guide=" + guide)
                .hasStatus(200)
                .body()
                .replaceAll("\\s+", " ");
    }

    private String await(String part) throws InterruptedException {
        for (int i = 0; i < PATIENCE && !page("OKTA_CATALOG").contains(part); i++) {
            Thread.sleep(100);
        }
        assertThat(page("OKTA_CATALOG")).contains(part);
        return page("OKTA_CATALOG");
    }
}
