package org.cortexscim.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ScimObjectTest {

    @Test
    void findsMembersInAnyCase() {
        ScimObject user = document("""
                {"userName": "anna@example.com", "active": true, "name": {"givenName": "Anna"}}
                """);

        assertThat(user.get("USERNAME")).isEqualTo("anna@example.com");
        assertThat(user.text("username")).contains("anna@example.com");
        assertThat(user.flag("Active")).contains(true);
        assertThat(user.object("NAME").flatMap(name -> name.text("givenname"))).contains("Anna");
        assertThat(user.has("uSeRnAmE")).isTrue();
    }

    @Test
    void foldsNamesWithoutRegardToTheLanguage() {
        // In Turkish the small letter of I is not i.
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(ScimObject.of("ID", "1").get("id")).isEqualTo("1");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keepsOrderAndFirstSpelling() {
        ScimObject user = new ScimObject().with("userName", "a").with("title", "b");
        user.put("USERNAME", "c");

        assertThat(user.names()).containsExactly("userName", "title");
        assertThat(user.get("userName")).isEqualTo("c");
        assertThat(user.size()).isEqualTo(2);
    }

    @Test
    void forgetsSpelling_whenMemberIsRemoved() {
        ScimObject user = ScimObject.of("userName", "a");
        user.remove("USERNAME");
        assertThat(user.isEmpty()).isTrue();

        user.put("USERNAME", "b");
        assertThat(user.names()).containsExactly("USERNAME");
    }

    @Test
    void hasMember_whenItsValueIsNull() {
        ScimObject user = ScimObject.of("title", null);

        assertThat(user.has("title")).isTrue();
        assertThat(user.get("title")).isNull();
        assertThat(user.has("nickName")).isFalse();
    }

    @Test
    void readsNothing_whenValueHasAnotherType() {
        ScimObject user = document("""
                {"title": true, "active": "true", "name": "Anna", "emails": {"value": "a@example.com"}}
                """);

        assertThat(user.text("title")).isEmpty();
        assertThat(user.flag("active")).isEmpty();
        assertThat(user.object("name")).isEmpty();
        assertThat(user.list("emails")).isEmpty();
        assertThat(user.objects("absent")).isEmpty();
    }

    @Test
    void listsOnlyObjects_whenAskedForObjects() {
        ScimObject user = document("""
                {"emails": ["a@example.com", {"value": "b@example.com"}, null]}
                """);

        assertThat(user.list("EMAILS")).hasSize(3);
        assertThat(user.objects("EMAILS")).containsExactly(ScimObject.of("value", "b@example.com"));
    }

    @Test
    void survivesChangesWhileWalkedOver() {
        ScimObject user = document("""
                {"title": "Clerk", "nickName": "Annie"}
                """);
        List<String> seen = new ArrayList<>();
        user.forEach((name, value) -> {
            seen.add(name + "=" + value);
            user.remove(name);
        });

        assertThat(seen).containsExactly("title=Clerk", "nickName=Annie");
        assertThat(user.isEmpty()).isTrue();
    }

    @Test
    void copiesEveryLevel() {
        String json = """
                {"name": {"givenName": "Anna"}, "emails": [{"value": "a@example.com"}], "title": null}
                """;
        ScimObject original = document(json);
        ScimObject copy = original.copy();
        assertThat(copy).isEqualTo(original);

        copy.object("name").orElseThrow().put("givenName", "Ben");
        copy.objects("emails").get(0).put("value", "b@example.com");
        copy.put("title", "Boss");

        assertThat(original).isEqualTo(document(json));
    }

    @Test
    void equalsWhateverOrderAndCaseOfNames() {
        ScimObject one = document("""
                {"title": "Clerk", "name": {"givenName": "Anna", "familyName": "Lee"}}
                """);
        ScimObject other = document("""
                {"NAME": {"FAMILYNAME": "Lee", "givenname": "Anna"}, "Title": "Clerk"}
                """);

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void differs_whenValuesDiffer() {
        ScimObject user = document("""
                {"title": "Clerk", "emails": [1, 2]}
                """);

        assertThat(user).isNotEqualTo(document("""
                {"title": "CLERK", "emails": [1, 2]}
                """));
        assertThat(user).isNotEqualTo(document("""
                {"title": "Clerk", "emails": [2, 1]}
                """));
        assertThat(user).isNotEqualTo(document("""
                {"title": "Clerk", "emails": [1, 2], "nickName": null}
                """));
        assertThat(user).isNotEqualTo("Clerk");
    }

    @Test
    void hidesValuesInItsText() {
        assertThat(ScimObject.of("password", "secret")).hasToString("ScimObject[password]");
    }
}
