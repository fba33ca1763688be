package org.cortexscim.web.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.cortexscim.testing.Browser;
import org.cortexscim.testing.LibertyProcess;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an admin does on the first day, without a command line: from the first start of a server to a user that Okta has
 * provisioned. With {@code -Dcortexscim.screenshots=FOLDER} it takes the pictures of the documentation.
 */
class FiveMinutesBrowserIT {
    private static final Person ADA = new Person("Ada", "Lovelace", "ada.lovelace@example.com");
    private static final String SCREENSHOTS = System.getProperty("cortexscim.screenshots", "");
    private static final double PATIENCE = 120_000;

    @Test
    void fromTheFirstStart_toTheFirstUser(@TempDir Path folder) throws Exception {
        assumeTrue(Browser.isThere(), "There is no Chromium. Install it, or name it by -Dcortexscim.browser=PATH.");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        try (LibertyProcess server = new LibertyProcess(folder)) {
            server.start();
            try (Browser browser = new Browser(server.service())) {
                Page page = browser.signedIn();
                assertThat(page.locator(".alert")).containsText("SCIM is off");
                page.getByRole(AriaRole.LINK, named("Set up an identity provider"))
                        .click();
                page.getByRole(AriaRole.BUTTON, named("Choose these settings")).click();
                assertThat(page.getByText("The settings are saved.")).isVisible();

                String key = createKey(page);

                page.navigate("/console/setup");
                page.getByRole(AriaRole.BUTTON, named("Test connection")).click();
                assertThat(page.locator("main .alert")).containsText("Every request was answered");
                screenshot(page, "setup-test");

                page.navigate("/console/setup?guide=OKTA_CATALOG");
                assertThat(step(page, "First user created")).containsText("not seen yet");
                ScimClient okta = ScimClient.of(new Service(server.service().baseUrl(), key));
                okta.find(ADA.userName()).hasStatus(200).has("totalResults", 0);
                okta.post("/Users", ADA.document()).hasStatus(201);
                // The page refreshes itself.
                assertThat(step(page, "First user created")).containsText("done");
                assertThat(step(page, "Credentials tested")).containsText("done");
                screenshot(page, "setup");

                page.getByRole(AriaRole.LINK, named("Users")).click();
                page.getByRole(AriaRole.LINK, named(ADA.userName())).click();
                assertThat(page.locator(".console-panel")).containsText("CREATED");
                screenshot(page, "users");
                page.getByRole(AriaRole.LINK, named("Overview")).click();
                assertThat(page.locator("main .alert")).containsText("by the key 'Okta'; all well.");
                assertThat(browser.complaints()).isEmpty();
                if (!SCREENSHOTS.isEmpty()) {
                    takeTheOthers(page, okta);
                }
            }
        }
    }

    /** Creates a key for Okta, and returns its secret as the page shows it. */
    private static String createKey(Page page) {
        page.getByRole(AriaRole.LINK, named("Create an API key")).click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Okta");
        page.getByLabel("Admin", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByRole(AriaRole.BUTTON, named("Create API key")).click();
        Locator secret = page.locator("input[readonly][value^='cxs_']");
        assertThat(secret).isVisible();
        String shown = secret.inputValue();
        // The script that forgets the form has run with this event; nobody is faster, but a test may be.
        page.waitForLoadState(LoadState.LOAD);
        page.reload();
        assertThat(page.content()).doesNotContain(shown);
        assertThat(page.getByRole(AriaRole.LINK, named("Okta"))).hasCount(1);
        return shown;
    }

    private static Locator step(Page page, String title) {
        return page.locator("li.list-group-item").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void takeTheOthers(Page page, ScimClient okta) {
        okta.post("/Users", ADA.document()).hasStatus(409);
        okta.post(
                        "/Groups",
                        "{\"displayName\":\"Engineering\",\"members\":[{\"value\":\"%s\"}]}"
                                .formatted(okta.find(ADA.userName()).text("Resources/0/id")))
                .hasStatus(201);
        // The request log takes two seconds.
        page.navigate("/console/overview");
        while (!page.content().contains("What fails")) {
            page.reload();
        }
        screenshot(page, "overview");
        for (MenuItem item : MenuItem.values()) {
            if (!List.of(MenuItem.OVERVIEW, MenuItem.SETUP, MenuItem.USERS).contains(item)) {
                page.navigate(item.address());
                screenshot(page, item.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
        }
    }

    private static void screenshot(Page page, String name) {
        if (!SCREENSHOTS.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(SCREENSHOTS, name + ".png")));
        }
    }
}
