package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cortexscim.testing.Browser;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the console in a real browser: wide in the light theme, narrow in the dark one. */
@ExtendWith(FreshWorkspace.class)
class PagesBrowserIT {
    /** It would ask something, should it ever run. */
    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Links of a page that lead to its other states. */
    private static final List<String> STATES = List.of(
            "a.btn-primary", "tbody a[href*='open=']", ".console-panel a[href*='/console/']:not([href*='open='])");

    private static Browser browser;

    @BeforeAll
    static void givenSomethingToSee() {
        assumeTrue(Browser.isThere(), "There is no Chromium. Install it, or name it by -Dcortexscim.browser=PATH.");
        browser = new Browser(Service.underTest());
        ScimClient scim = ScimClient.ofServiceUnderTest();
        Person person = new Person(MARKUP, MARKUP, Person.random().userName());
        String id = scim.idOfNew(person);
        scim.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                         "displayName":"%s","members":[{"value":"%s"}]}""".formatted(MARKUP + id, id)).hasStatus(201);
        scim.post("/Users", person.document()).hasStatus(409);
        scim.with("Authorization", "Bearer cxs_7Gq2").get("/Users").hasStatus(401);
        scim.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "390,DARK"})
    void isForEverybody(int width, ColorScheme colours) {
        Page window = browser.window(width, colours);
        List<String> problems = new ArrayList<>(problems(window, "/console/sign-in"));
        problems.addAll(problems(window, "/console/sign-in?to=/console/nothing"));
        Browser.signIn(window, Service.underTest().key());
        for (String address : addresses(window)) {
            problems.addAll(problems(window, address));
        }
        assertThat(problems).isEmpty();
        window.context().close();
    }

    @Test
    void isUsedWithoutAMouse() {
        Page window = browser.window(1280, ColorScheme.LIGHT);
        window.navigate("/console/scim");
        window.keyboard().type(Service.underTest().key());
        window.keyboard().press("Enter");
        window.waitForURL("**/console/scim");

        window.keyboard().press("Tab");
        assertThat(window.locator(":focus").textContent()).isEqualTo("Skip to the content");
        window.keyboard().press("Enter");
        focus(window, "Automatic deprovisioning");
        window.keyboard().press("Space");
        focus(window, "Save changes");
        window.keyboard().press("Enter");
        assertThat(window.getByRole(AriaRole.ALERTDIALOG).textContent()).contains("people who leave keep their access");
        assertThat(window.locator(":focus").textContent()).isEqualTo("Yes, save");
        window.keyboard().press("Enter");

        window.getByText("The settings are saved.").waitFor();
        assertThat(Workspace.ofServiceUnderTest().settings().text("automaticDeprovisioning"))
                .isEqualTo("false");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Goes on with the tabulator until the field or the button of that name has the focus. */
    private static void focus(Page window, String name) {
        Locator wanted = window.getByLabel(name)
                .or(window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)));
        for (int i = 0; i < 100; i++) {
            if ((boolean) wanted.first().evaluate("element => element === document.activeElement")) {
                return;
            }
            window.keyboard().press("Tab");
        }
        throw new AssertionError("The tabulator does not reach " + name);
    }

    /** Every page in the menu, and a page of each kind to which these lead. */
    private static Set<String> addresses(Page window) {
        List<String> menu = links(window, "nav[aria-label='Settings'] a");
        assertThat(menu).hasSameSizeAs(MenuItem.values());
        Set<String> addresses = new LinkedHashSet<>(menu);
        for (String page : menu) {
            window.navigate(page);
            STATES.forEach(
                    state -> links(window, "main " + state).stream().findFirst().ifPresent(addresses::add));
        }
        for (MenuItem page : List.of(MenuItem.USERS, MenuItem.REQUESTS, MenuItem.AUDIT_LOG)) {
            assertThat(addresses).anyMatch(address -> address.startsWith(page.address() + "?open="));
        }
        addresses.add("/console/nothing");
        return addresses;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page window, String selector) {
        return (List<String>)
                window.locator(selector).evaluateAll("links => links.map(link => link.getAttribute('href'))");
    }

    private static List<String> problems(Page window, String address) {
        window.navigate(address);
        List<String> problems = new ArrayList<>();
        new AxeBuilder(window)
                .withTags(RULES)
                .analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> problems.add(address + ": " + violation.getId() + " " + node.getHtml() + " "
                                + node.getFailureSummary())));
        Object overflow =
                window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!overflow.equals(0)) {
            problems.add(address + ": is wider than the screen by " + overflow + " pixels");
        }
        browser.complaints().stream()
                .filter(complaint -> !(address.equals("/console/nothing") && complaint.contains("404")))
                .forEach(problems::add);
        return problems;
    }
}
