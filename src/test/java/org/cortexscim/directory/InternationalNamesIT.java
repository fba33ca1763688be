package org.cortexscim.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in all languages: which are the same, which are refused, and what is stored (RFC 7644 §5). */
@ExtendWith(FreshWorkspace.class)
class InternationalNamesIT {
    private static final String GREEK = "\u03b3\u03b9\u03c9\u03c1\u03b3\u03bf\u03c2.\u03c0\u03b1\u03c0\u03b1\u03c2";
    private static final String GREEK_IN_CAPITALS =
            "\u0393\u0399\u03a9\u03a1\u0393\u039f\u03a3.\u03a0\u0391\u03a0\u0391\u03a3";

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Groups groups = Groups.of(http);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @CsvSource({
        GREEK + ", " + GREEK_IN_CAPITALS,
        "jo\u0308rg, J\u00d6RG",
        "\uff41\uff4e\uff4e\uff41, Anna",
        "stra\u00dfe, STRA\u1e9eE"
    })
    void isOneUser(String name, String sameName) {
        String given = "%s.%s@example.com".formatted(name, mark);
        String same = "%s.%s@example.com".formatted(sameName, mark);
        String id = http.create(Person.random().named(given)).hasStatus(201).text("id");

        http.post("/Users", Person.random().named(same).document()).isScimError(409, "uniqueness");
        http.user(id).has("userName", given);
        http.find(same).has("totalResults", 1).has("Resources/0/id", id);
        http.search("emails.value eq \"%s\"".formatted(same)).has("totalResults", 1);
        http.search("userName sw \"%s\" and userName ew \"%s@example.com\"".formatted(sameName, mark))
                .has("totalResults", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an\u200bna",
                "an\u202ena",
                "\u2066anna",
                "an\u0000na",
                "an\u0085na",
                "an\ue000na",
                "an\u00adna",
                "an\u2028na"
            })
    void isRefused_withCharactersThatCannotBeSeen(String name, Workspace workspace) {
        workspace.settings("{\"userNameFormat\":\"any\",\"emailChange\":true}");
        String json = "{\"userName\":\"%s\"}"
                .formatted((name + mark).replace("\u0000", "\\u0000").replace("\u2028", "\\u2028"));
        http.post("/Users", json).isScimError(400, "invalidValue");

        String id = http.post("/Users", "{\"userName\":\"Anna Lee %s \u20ac\"}".formatted(mark))
                .hasStatus(201)
                .text("id");
        http.put("/Users/" + id, json).isScimError(400, "invalidValue");
        http.user(id).has("userName", "Anna Lee %s \u20ac".formatted(mark));
    }

    @Test
    void findsPartsOfAName_whateverIsBesideThem() {
        String name = "\u03a0\u03a9\u039b\u0397\u03a3\u0395\u0399\u03a3 " + mark;
        String id = groups.create(name, List.of()).hasStatus(201).text("id");

        groups.search("displayName sw \"\u03a0\u03a9\u039b\u0397\u03a3\" and displayName ew \"%s\"".formatted(mark))
                .has("totalResults", 1)
                .has("Resources/0/id", id);
    }

    @Test
    void isOneGroup_withoutOuterBlanks() {
        String name = " \uff33ales " + mark + "\u00a0";
        String id = groups.create(name, List.of()).hasStatus(201).text("id");

        groups.create("sales " + mark, List.of()).isScimError(409, "uniqueness");
        groups.get(id).has("displayName", name);
        for (String same : new String[] {"SALES " + mark, "  Sales %s ".formatted(mark)}) {
            groups.search("displayName eq \"%s\"".formatted(same))
                    .has("totalResults", 1)
                    .has("Resources/0/id", id);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\tb", "a\\u0085b"})
    void groupNameHasNoControlCharacters(String name) {
        http.post("/Groups", "{\"displayName\":\"%s%s\"}".formatted(name, mark)).isScimError(400, "invalidValue");
        String id = groups.idOfNew();
        http.patchGroup(id, "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s\"}".formatted(name))
                .isScimError(400, "invalidValue");
    }

    /** The longest name whose key is three times as long. */
    @Test
    void storesTheLongestName(Workspace workspace) {
        workspace.settings("{\"userNameFormat\":\"any\"}");
        String longest = "\ufb2c".repeat(254 - mark.length()) + mark;
        String document = "{\"userName\":\"%s\",\"displayName\":\"%s\"}".formatted(longest, longest);

        String id = http.post("/Users", document).hasStatus(201).text("id");
        groups.create(longest, List.of(id)).hasStatus(201);

        http.find(longest).has("totalResults", 1);
        assertThat(groups.search("displayName eq \"%s\"".formatted(longest))
                        .hasStatus(200)
                        .number("totalResults"))
                .isEqualTo(1);
    }

    @Test
    void showsTheDisplayNameOfAMember() {
        Person anna = Person.random();
        Person bert = Person.random();
        String named = http.post("/Users", anna.document("\"displayName\":\"Anna %s\"".formatted(mark)))
                .hasStatus(201)
                .text("id");
        String unnamed = http.idOfNew(bert);
        String group = groups.idOfNew(named, unnamed);

        assertThat(groups.get(group).objects("members"))
                .extracting(member -> member.getString("display"))
                .containsExactlyInAnyOrder("Anna " + mark, bert.userName());
        groups.search("members.display eq \"ANNA %s\"".formatted(mark)).has("totalResults", 1);
        groups.search("members.display eq \"%s\"".formatted(anna.userName())).has("totalResults", 0);
        groups.search("members[display eq \"%s\"]".formatted(bert.userName())).has("totalResults", 1);
    }
}
