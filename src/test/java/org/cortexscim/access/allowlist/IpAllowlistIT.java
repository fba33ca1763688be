package org.cortexscim.access.allowlist;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may reach the workspace. The tests call from this machine, which is a trusted proxy of the service under test. */
@ExtendWith(FreshWorkspace.class)
class IpAllowlistIT {
    private static final String PATH = "//api/v1/ip-allowlist";
    private static final String HERE = "127.0.0.1";
    private static final String OKTA = """
            {"us_cell_1":{"ip_ranges":["198.51.100.0/24","2001:db8:1::/48"]},
             "preview_cell_1":{"ip_ranges":["203.0.113.0/25"]}}""";

    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ScimClient admin = workspace.http();
    private final ScimClient scim = ScimClient.ofServiceUnderTest();

    /** Also where a test has locked this machine out. */
    @BeforeEach
    @AfterEach
    void everyoneMayCall() {
        for (String address : List.of(HERE, "203.0.113.5", "198.51.100.7")) {
            admin.with("X-Forwarded-For", address).put(PATH + "?force=true", body());
        }
        admin.get(PATH).hasStatus(200).has("total", 0);
    }

    @Test
    void admitsEveryone_asLongAsItIsEmpty() {
        admin.get(PATH).hasStatus(200).has("total", 0).has("entries", "[]");

        from("198.51.100.7").hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "198.51.100.0/24,     198.51.100.7,          true",
        "198.51.100.0/24,     ::ffff:198.51.100.7,   true",
        "198.51.100.0/24,     198.51.101.7,          false",
        "198.51.100.7,        198.51.100.8,          false",
        "2001:db8::/32,       2001:db8:1::7,         true",
        "2001:db8::/32,       2001:db9::7,           false",
        "::/0,                198.51.100.7,          false"
    })
    void admitsOnlyAddressesThatAnEntryCovers(String range, String caller, boolean admitted) {
        put("", HERE, "::1", range).hasStatus(200);

        Answer answer = from(caller);

        if (admitted) {
            answer.hasStatus(200);
        } else {
            answer.isScimError(403).saying("Forbidden IP address");
        }
    }

    @Test
    void holdsForWhateverPath_beforeTheCredentialIsLookedAt() {
        put("", HERE, "::1").hasStatus(200);
        ScimClient stranger = admin.with("X-Forwarded-For", "198.51.100.7");

        for (String path : List.of("//api/v1/seats", "//api/v1/ip-allowlist", "//api/v1/nothing", "//", "//console")) {
            stranger.get(path).hasStatus(403);
            stranger.with("Authorization", "Bearer wrong").get(path).hasStatus(403);
            stranger.without("Authorization").get(path).hasStatus(403);
        }
        assertThat(new OperationsPages(Service.underTest()).get("/health/live").status())
                .isEqualTo(200);
    }

    /** A caller who writes the header too is read from the end, where the proxy has written. */
    @Test
    void isNotMisledByAForgedHeader() {
        put("", HERE, "::1").hasStatus(200);

        from(HERE + ", 198.51.100.7").isScimError(403);
        from("10.0.0.1, " + HERE + ", 198.51.100.7").isScimError(403);
        from("198.51.100.7, " + HERE).isScimError(403);
        scim.with("Forwarded", "for=127.0.0.1, for=198.51.100.7")
                .get("/Users?count=1")
                .isScimError(403);
        scim.with("Forwarded", "for=\"198.51.100.7").get("/Users?count=1").isScimError(400);
    }

    @Test
    void isNormalizedAndListed() {
        Answer stored = put("", HERE, "::1", "203.0.113.99/24", "203.0.113.0/24", "2001:DB8::0/32")
                .hasStatus(200);

        assertThat(addresses(stored)).containsExactly(HERE, "::1", "203.0.113.0/24", "2001:db8::/32");
        Answer page = admin.get(PATH + "?page=1&pageSize=3").hasStatus(200);
        page.has("total", 4).has("totalPages", 2).has("page", 1);
        assertThat(addresses(page)).containsExactly("2001:db8::/32");
    }

    @Test
    void isAudited() {
        Answer answer = put("", HERE, "::1", "203.0.113.0/24").hasStatus(200);

        AuditedChange entry = workspace.lastChangeOf("ip-allowlist").isBy(answer);
        assertThat(entry.entry().toString()).contains("203.0.113.0/24");
    }

    @Test
    void doesNotLockTheCallerOut_unlessForced() {
        put("", "203.0.113.0/24").isCortexError(400, "BAD_REQUEST");
        admin.get(PATH).has("total", 0);

        put("?force=False", "203.0.113.0/24").isCortexError(400, "BAD_REQUEST");
        put("?force=yes", "203.0.113.0/24").isCortexError(400, "BAD_REQUEST");
        admin.get(PATH).has("total", 0);

        put("?force=True", "203.0.113.0/24").hasStatus(200);
        admin.get(PATH).isCortexError(403, "FORBIDDEN");
        ScimClient inside = admin.with("X-Forwarded-For", "203.0.113.5");
        inside.get(PATH).has("total", 1);
        inside.put(PATH + "?force=true", "{\"entries\":[]}").hasStatus(200);
        admin.get(PATH).has("total", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"entries\":[{\"address\":\"127.0.0.1\"},{\"address\":\"010.0.0.1\"}]}",
                "{\"entries\":[{\"address\":\"127.0.0.1\"},{\"address\":\"\"}]}",
                "{\"entries\":[{\"address\":7}]}",
                "{\"entries\":[{}]}",
                "{\"entries\":[\"127.0.0.1\"]}",
                "{\"entries\":[{\"address\":\"127.0.0.1\",\"note\":\"x\"}]}",
                "{\"entries\":{}}",
                "{\"list\":[]}",
                "{}",
                "[]",
                "nonsense"
            })
    void refusesWhatIsNoList_andChangesNothing(String body) {
        put("", HERE, "::1").hasStatus(200);

        admin.put(PATH, body).isCortexError(400, "BAD_REQUEST");

        assertThat(addresses(admin.get(PATH))).containsExactly(HERE, "::1");
    }

    @Test
    void namesWhatIsWrong_inEachEntry() {
        Answer checked = admin.post(PATH + "/validate", body(HERE, "10.0.0.256", "10.0.0.0/8"))
                .hasStatus(200);

        checked.has("entries/0/valid", true).has("entries/1/valid", false).has("entries/2/valid", true);
        assertThat(checked.text("entries/1/message")).contains("10.0.0.256");
        admin.get(PATH).has("total", 0);
    }

    @Test
    void takesTenThousandEntries_andNoMore() {
        String[] many = IntStream.range(0, 9_998)
                .mapToObj(i -> "10.%d.%d.0/25".formatted(i / 256, i % 256))
                .toArray(String[]::new);
        String[] withMe = IntStream.range(0, 10_000)
                .mapToObj(i -> i == 0 ? HERE : i == 1 ? "::1" : many[i - 2])
                .toArray(String[]::new);

        put("", withMe).hasStatus(200).has("total", 10_000);
        from("10.39.13.1").hasStatus(200);
        from("10.39.13.200").isScimError(403);
        String[] more = java.util.Arrays.copyOf(withMe, 10_001);
        more[10_000] = "192.0.2.1";
        put("", more).isCortexError(400, "BAD_REQUEST");
        admin.post(PATH + "/okta?cell=us_cell_1", OKTA).isCortexError(400, "BAD_REQUEST");
        admin.get(PATH + "?pageSize=1").has("total", 10_000);
    }

    @Test
    void addsOktasAddresses_andRenewsThem() {
        put("", HERE, "::1").hasStatus(200);

        Answer first =
                admin.post(PATH + "/okta?cell=us_cell_1,preview_cell_1", OKTA).hasStatus(200);
        assertThat(addresses(first))
                .containsExactly(HERE, "::1", "198.51.100.0/24", "2001:db8:1::/48", "203.0.113.0/25");
        first.has("entries/2/description", "Okta us_cell_1").has("entries/4/description", "Okta preview_cell_1");
        from("198.51.100.7").hasStatus(200);

        Answer second = admin.post(PATH + "/okta?cell=us_cell_1", "{\"us_cell_1\":{\"ip_ranges\":[\"192.0.2.0/24\"]}}")
                .hasStatus(200);
        assertThat(addresses(second)).containsExactly(HERE, "::1", "203.0.113.0/25", "192.0.2.0/24");
        from("198.51.100.7").isScimError(403);
        from("192.0.2.7").hasStatus(200);
    }

    @Test
    void doesNotCloseAnEmptyList_forTheCaller() {
        admin.post(PATH + "/okta?cell=us_cell_1", OKTA).isCortexError(400, "BAD_REQUEST");

        admin.get(PATH).has("total", 0);
        admin.post(PATH + "/okta?cell=us_cell_1&force=true", OKTA)
                .hasStatus(200)
                .has("total", 2);
        admin.with("X-Forwarded-For", "198.51.100.7")
                .put(PATH + "?force=true", "{\"entries\":[]}")
                .hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | {\"us_cell_1\":{\"ip_ranges\":[\"192.0.2.0/24\"]}} | us_cell_1",
                "?cell=,           | {\"us_cell_1\":{\"ip_ranges\":[\"192.0.2.0/24\"]}} | us_cell_1",
                "?cell=eu_cell_1   | {\"us_cell_1\":{\"ip_ranges\":[\"192.0.2.0/24\"]}} | us_cell_1",
                "?cell=us_cell_1   | {\"us_cell_1\":{\"ip_ranges\":[]}}                 | ip_ranges",
                "?cell=us_cell_1   | {\"us_cell_1\":{\"ip_ranges\":[7]}}                | ip_ranges",
                "?cell=us_cell_1   | {\"us_cell_1\":[\"192.0.2.0/24\"]}                 | ip_ranges",
                "?cell=us_cell_1   | {\"us_cell_1\":{\"ip_ranges\":[\"192.0.2.0/99\"]}} | 192.0.2.0/99",
                "?cell=us_cell_1   | []                                                 | object"
            })
    void refusesAnotherFile_andSaysWhatIsMissing(String query, String file, String said) {
        put("", HERE, "::1").hasStatus(200);

        Answer refused = admin.post(PATH + "/okta" + query, file).isCortexError(400, "BAD_REQUEST");

        assertThat(refused.text("message")).contains(said);
        admin.get(PATH).has("total", 2);
    }

    @Test
    void needsItsPermission() {
        KeyDesk keys = KeyDesk.ofServiceUnderTest();
        Answer key = keys.createWith("MANAGER");

        admin.with("Authorization", "Bearer " + key.text("apiKey")).get(PATH).isCortexError(403, "FORBIDDEN");

        keys.delete(key.text("cid"));
    }

    private Answer from(String caller) {
        return scim.with("X-Forwarded-For", caller).get("/Users?count=1");
    }

    private Answer put(String query, String... addresses) {
        return admin.put(PATH + query, body(addresses));
    }

    private static String body(String... addresses) {
        return List.of(addresses).stream()
                .map("{\"address\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    }

    private static List<String> addresses(Answer page) {
        return page.objects("entries").stream()
                .map((JsonObject entry) -> entry.getString("address"))
                .toList();
    }
}
