package org.cortexscim.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches at the service's root and by POST (RFC 7644 §3.4.2.1, §3.4.3). */
@ExtendWith(FreshWorkspace.class)
class RootSearchIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private String user = "";
    private String group = "";

    @BeforeEach
    void givenAUserInAGroup() {
        user = http.post("/Users", "{\"userName\":\"%1$s@example.com\",\"displayName\":\"b %1$s\"}".formatted(mark))
                .text("id");
        group = http.post(
                        "/Groups", "{\"displayName\":\"A %s\",\"members\":[{\"value\":\"%s\"}]}".formatted(mark, user))
                .text("id");
    }

    private Answer search(String filter, String more) {
        return http.post("/.search", """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"%s"%s}
                """.formatted(filter.replace("\"", "\\\""), more));
    }

    private static List<String> idsOn(Answer page) {
        return page.objects("Resources").stream()
                .map(found -> found.getString("id"))
                .toList();
    }

    @Test
    void findsUsersAndGroups() {
        Answer found = http.get("/?filter=" + ScimClient.encoded("displayName co \"" + mark + "\""))
                .hasStatus(200)
                .has("totalResults", 2)
                .has("Resources/0/meta/resourceType", "User")
                .has("Resources/0/groups/0/value", group)
                .has("Resources/1/meta/resourceType", "Group")
                .has("Resources/1/members/0/value", user);

        assertThat(idsOn(found)).containsExactly(user, group);
        assertThat(search("displayName co \"" + mark + "\"", "").json()).isEqualTo(found.json());
    }

    @Test
    void sortsThemTogether() {
        assertThat(idsOn(search("displayName co \"" + mark + "\"", ",\"sortBy\":\"displayName\"")))
                .containsExactly(group, user);
        assertThat(idsOn(search(
                        "displayName co \"" + mark + "\"", ",\"sortBy\":\"displayName\",\"sortOrder\":\"descending\"")))
                .containsExactly(user, group);
    }

    /** An attribute that one of the types lacks has no value there. */
    @ParameterizedTest
    @CsvSource({"userName sw \"%s\", 1", "members.value eq \"%s\", 0", "not (userName pr) and displayName co \"%s\", 1"
    })
    void takesAttributesOfOneType(String filter, int total) {
        search(filter.formatted(mark), "").hasStatus(200).has("totalResults", total);
    }

    @Test
    void sortsByAnAttributeOfOneType() {
        assertThat(idsOn(search("displayName co \"" + mark + "\"", ",\"sortBy\":\"userName\"")))
                .containsExactly(user, group);
    }

    @Test
    void refusesAnAttributeOfNoType() {
        search("nonsense eq \"x\"", "").isScimError(400, "invalidFilter").saying("nonsense");
        search("displayName pr", ",\"sortBy\":\"nonsense\"").isScimError(400, "invalidValue");
    }

    @Test
    void walksBothTypes_byIndexAndByCursor() {
        String filter = "displayName co \"" + mark + "\"";
        Answer first = search(filter, ",\"count\":1,\"startIndex\":1").has("totalResults", 2);
        Answer second = search(filter, ",\"count\":1,\"startIndex\":2").has("startIndex", 2);
        List<String> walked = new ArrayList<>(idsOn(first));
        walked.addAll(idsOn(second));
        assertThat(walked).containsExactly(user, group);

        Answer page = search(filter, ",\"count\":1,\"cursor\":\"\"");
        assertThat(idsOn(page)).containsExactly(user);
        assertThat(idsOn(search(filter, ",\"count\":1,\"cursor\":\"" + page.text("nextCursor") + "\"")))
                .containsExactly(group);
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        search("displayName co \"" + mark + "\"", ",\"excludedAttributes\":[\"members\",\"groups\",\"meta\"]")
                .has("Resources/0/displayName", "b " + mark)
                .lacks("Resources/0/groups")
                .lacks("Resources/1/members")
                .lacks("Resources/1/meta");
    }

    @Test
    void searchesOneType_byPost() {
        http.post("/Groups/.search", "{\"filter\":\"members.value eq \\\"%s\\\"\",\"count\":1}".formatted(user))
                .hasStatus(200)
                .has("totalResults", 1)
                .has("Resources/0/id", group);
        http.post("/Users/.search", "{\"filter\":\"userName eq \\\"%s@example.com\\\"\"}".formatted(mark))
                .hasStatus(200)
                .has("Resources/0/id", user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"filter\":5}", "{\"count\":\"five\"}", "{\"count\":1.5}", "{\"startIndex\":true}",
                "{\"attributes\":[5]}", "{\"attributes\":{}}", "{\"sortBy\":[]}",
                        "{\"sortBy\":\"id\",\"sortOrder\":\"up\"}"
            })
    void refusesParametersOfTheWrongType(String body) {
        http.post("/.search", body).isScimError(400, "invalidValue");
        http.post("/Users/.search", body).isScimError(400, "invalidValue");
    }

    @Test
    void takesNoFilter_onDiscoveryDocuments() {
        for (String path : List.of("/Schemas", "/ResourceTypes", "/ServiceProviderConfig")) {
            http.get(path + "?filter=" + ScimClient.encoded("name eq \"User\""))
                    .isScimError(403)
                    .saying("filtered");
        }
    }
}
