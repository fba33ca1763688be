package org.cortexscim.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ConsoleClient;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.RoleDesk;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the IP allowlist. The browser calls from this machine, which is a trusted proxy of the service. */
@ExtendWith(FreshWorkspace.class)
class AllowlistPageIT {
    private static final String API = "//api/v1/ip-allowlist";
    private static final String PAGE = "/console/allowlist";
    private static final String ADD = PAGE + "?open=new";
    private static final String OKTA = PAGE + "?open=okta";
    private static final String HERE = "127.0.0.1\r\n::1";

    private final ConsoleClient browser = new ConsoleClient();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ScimClient admin = workspace.http();

    /** Also where a test has locked this machine out. */
    @BeforeEach
    @AfterEach
    void everyoneMayCall() {
        for (String address : List.of("127.0.0.1", "203.0.113.5")) {
            admin.with("X-Forwarded-For", address).put(API + "?force=true", "{\"entries\":[]}");
        }
        admin.get(API).hasStatus(200).has("total", 0);
    }

    @BeforeEach
    void signIn() {
        browser.signedIn(Service.underTest().key());
    }

    @Test
    void saysThatAnEmptyListAdmitsEveryAddress() {
        assertThat(browser.get(PAGE).hasStatus(200).body()).contains("The list is empty: every address is allowed.");
        assertThat(browser.get(PAGE + "?test=192.0.2.1").body()).contains("Yes: the list is empty");
    }

    @Test
    void addsManyAtOnce_afterThoseOnTheList() {
        browser.post(ADD, form(HERE, "Here")).hasStatus(303).hasHeader("Location", PAGE + "?done=ADD");
        browser.post(ADD, form("\r\n 203.0.113.9/24 \r\n\r\n2001:DB8::/32\r\n::1", "Office <b>"))
                .hasStatus(303);

        assertThat(addresses()).containsExactly("127.0.0.1", "::1", "203.0.113.0/24", "2001:db8::/32");
        admin.get(API).has("entries/1/description", "Here").has("entries/2/description", "Office <b>");
        Answer page = browser.get(PAGE + "?done=ADD").hasStatus(200);
        assertThat(page.body())
                .contains("203.0.113.0/24", "Office &lt;b&gt;", "The addresses are on the list.", "Entries: 4")
                .doesNotContain("Office <b>", "every address is allowed", "done=");
        assertThat(workspace.lastChangeOf("ip-allowlist").entry().toString()).contains("2001:db8::/32");
    }

    @Test
    void namesTheFirstWrongLine_andChangesNothing() {
        browser.post(ADD, form(HERE, "")).hasStatus(303);

        Answer refused = browser.post(ADD, form("\n203.0.113.0/24\n\n10.0.0.256\nnonsense", "Kept \"so\""))
                .hasStatus(400);

        assertThat(refused.body())
                .contains("Line 4: '10.0.0.256' is not an IP address or range.", "Nothing was changed.")
                .contains("203.0.113.0/24\n\n10.0.0.256\nnonsense", "Kept &#34;so&#34;")
                .doesNotContain("'nonsense'");
        assertThat(addresses()).containsExactly("127.0.0.1", "::1");
        assertThat(browser.post(ADD, form(" \n ", "")).hasStatus(400).body())
                .contains("Enter at least one address or range. Nothing was changed.");
        assertThat(browser.post(ADD, form(HERE, "x".repeat(1001)))
                        .hasStatus(400)
                        .body())
                .contains("is longer than 1000 characters.");
        assertThat(addresses()).containsExactly("127.0.0.1", "::1");
    }

    @Test
    void warnsBeforeTheCallerIsShutOut() {
        Map<String, String> form = form("203.0.113.0/24", "Office");

        Answer question = browser.post(ADD, form).hasStatus(200);

        assertThat(question.body())
                .contains("alertdialog", "would not cover your own address, ", "name=\"force\" value=\"true\"")
                .contains("203.0.113.0/24", "value=\"Office\"");
        assertThat(addresses()).isEmpty();
        form.put("confirmed", "true");
        assertThat(browser.post(ADD, form).hasStatus(200).body()).contains("alertdialog");
        assertThat(addresses()).isEmpty();
        form.put("force", "true");
        browser.post(ADD, form).hasStatus(303);
        browser.get(PAGE).hasStatus(403);
        admin.with("X-Forwarded-For", "203.0.113.5").get(API).hasStatus(200).has("total", 1);
    }

    @Test
    void deletesAnEntry_afterAsking() {
        browser.post(ADD, form(HERE + "\n203.0.113.0/24", "Office")).hasStatus(303);
        String entry = open("203.0.113.0/24");
        assertThat(browser.get(entry).hasStatus(200).body()).contains("Delete entry", "<dd>Office</dd>");

        assertThat(browser.post(entry, Map.of()).hasStatus(200).body())
                .contains("Delete the entry 203.0.113.0/24?", "Addresses that no other entry covers")
                .doesNotContain("name=\"force\"");
        assertThat(addresses()).hasSize(3);
        browser.post(entry, Map.of("confirmed", "true")).hasStatus(303).hasHeader("Location", PAGE + "?done=ENTRY");

        assertThat(addresses()).containsExactly("127.0.0.1", "::1");
        browser.get(entry).hasStatus(404);
        browser.post(entry, Map.of("confirmed", "true")).hasStatus(404);
        browser.post(PAGE, Map.of("confirmed", "true")).hasStatus(404);
        assertThat(addresses()).containsExactly("127.0.0.1", "::1");
    }

    @Test
    void warnsBeforeTheEntryOfTheCallerIsDeleted_andBeforeTheLastOne() {
        browser.post(ADD, form(HERE + "\n203.0.113.0/24", "")).hasStatus(303);
        String own = browser.get(PAGE).body().replaceAll("(?s).*Your own address is <code>([^<]*)<.*", "$1");

        assertThat(browser.post(open(own), Map.of()).hasStatus(200).body())
                .contains("Delete the entry " + own, "would not cover your own address, " + own, "name=\"force\"");
        assertThat(browser.post(open(own), Map.of("confirmed", "true"))
                        .hasStatus(200)
                        .body())
                .contains("alertdialog", "would not cover your own address");
        assertThat(addresses()).hasSize(3);

        admin.put(API, "{\"entries\":[{\"address\":\"%s\"}]}".formatted(own)).hasStatus(200);
        assertThat(browser.post(open(own), Map.of()).hasStatus(200).body())
                .contains("It is the last one: without it, every address is allowed.");
        browser.post(open(own), Map.of("confirmed", "true")).hasStatus(303);
        assertThat(addresses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.77        | Yes: 203.0.113.77 is covered by the entry 203.0.113.0/24.",
                "::ffff:203.0.113.77 | Yes: 203.0.113.77 is covered by the entry 203.0.113.0/24.",
                "203.0.114.77        | No: no entry covers 203.0.114.77.",
                "<script>alert(1)    | This is not an IP address.",
                "{x} %7B &          | This is not an IP address."
            })
    void tellsWhetherAnAddressWouldGetIn(String address, String verdict) {
        browser.post(ADD, form(HERE + "\n203.0.113.0/24", "")).hasStatus(303);

        assertThat(browser.get(PAGE + "?test=" + ScimClient.encoded(address))
                        .hasStatus(200)
                        .body())
                .contains(verdict)
                .doesNotContain("<script>alert");
    }

    @Test
    void addsOktasAddresses() {
        browser.post(ADD, form(HERE, "")).hasStatus(303);
        Map<String, String> form = new HashMap<>(
                Map.of("cells", "us_cell_1", "file", "{\"us_cell_1\":{\"ip_ranges\":[\"198.51.100.0/24\"]}}"));

        browser.post(OKTA, form).hasStatus(303).hasHeader("Location", PAGE + "?done=OKTA");

        admin.get(API).has("total", 3).has("entries/2/description", "Okta us_cell_1");
        form.put("cells", "eu_cell_1");
        assertThat(browser.post(OKTA, form).hasStatus(400).body())
                .contains("The file has no cell of that name. It has: us_cell_1. Nothing was changed.", "eu_cell_1");
        form.put("file", "[]");
        assertThat(browser.post(OKTA, form).hasStatus(400).body()).contains("Nothing was changed.");
        form.put("file", "");
        assertThat(browser.post(OKTA, form).hasStatus(400).body()).contains("Okta's file. Nothing was changed.");
        admin.get(API).has("total", 3);
    }

    @Test
    void showsALongList_pageByPage() {
        StringBuilder many = new StringBuilder(HERE);
        for (int i = 0; i < 60; i++) {
            many.append("\n10.0.").append(i).append(".0/24");
        }
        browser.post(ADD, form(many.toString(), "")).hasStatus(303);

        assertThat(browser.get(PAGE).body())
                .contains("Entries: 62, page 1 of 2", "10.0.47.0/24")
                .doesNotContain("10.0.48.0/24");
        assertThat(browser.get(PAGE + "?page=1").body())
                .contains("10.0.48.0/24", "10.0.59.0/24")
                .doesNotContain("10.0.47.0/24");
    }

    @Test
    void needsItsPermission() {
        String tag = "auditor-" + UUID.randomUUID();
        new RoleDesk().createRole(tag, "View audit logs").hasStatus(200);
        String document = "{\"name\":\"Key of %1$s\",\"roles\":[\"%1$s\"]}".formatted(tag);
        browser.signedIn(KeyDesk.ofServiceUnderTest().create(document).text("apiKey"));

        assertThat(browser.get("/console/audit-log").hasStatus(200).body()).doesNotContain("href=\"" + PAGE);
        browser.get(PAGE).hasStatus(403);
        browser.post(ADD, form(HERE, "")).hasStatus(403);

        assertThat(addresses()).isEmpty();
    }

    private static Map<String, String> form(String addresses, String description) {
        return new HashMap<>(Map.of("addresses", addresses, "description", description));
    }

    private static String open(String range) {
        return PAGE + "?open=" + ScimClient.encoded(range);
    }

    private List<String> addresses() {
        return admin.get(API + "?pageSize=1000").hasStatus(200).objects("entries").stream()
                .map(entry -> entry.getString("address"))
                .toList();
    }
}
