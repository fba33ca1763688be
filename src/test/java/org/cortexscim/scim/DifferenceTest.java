package org.cortexscim.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;

import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private List<Difference> differences = List.of();

    @Test
    void findsNone_whenOnlyOrderAndCaseOfNamesDiffer() {
        whenCompared("""
                {"title": "Clerk", "name": {"givenName": "Anna"}}
                """, """
                {"NAME": {"givenname": "Anna"}, "Title": "Clerk"}
                """);
        assertThat(differences).isEmpty();
    }

    @Test
    void findsChangedAddedAndRemovedMembers_inOrder() {
        whenCompared("""
                {"title": "Clerk", "nickName": "Annie"}
                """, """
                {"locale": "en-US", "title": "Boss"}
                """);
        assertThat(differences)
                .containsExactly(
                        new Difference("title", "Clerk", "Boss"),
                        new Difference("nickName", "Annie", null),
                        new Difference("locale", null, "en-US"));
    }

    @Test
    void namesParts_whenValueIsComplex() {
        whenCompared("""
                {"name": {"givenName": "Anna", "familyName": "Lee"}}
                """, """
                {"name": {"givenName": "Anne", "familyName": "Lee"}}
                """);
        assertThat(differences).containsExactly(new Difference("name.givenName", "Anna", "Anne"));
    }

    @Test
    void namesEveryPart_whenComplexValueAppears() {
        whenCompared("{}", """
                {"name": {"givenName": "Anna", "familyName": "Lee"}}
                """);
        assertThat(differences)
                .containsExactly(
                        new Difference("name.givenName", null, "Anna"), new Difference("name.familyName", null, "Lee"));
    }

    @Test
    void joinsUrnByColonAndPartByDot() {
        whenCompared("""
                {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": "m1"}}}
                """, """
                {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Sales"}}
                """);
        assertThat(differences)
                .containsExactly(
                        new Difference(ENTERPRISE + ":manager.value", "m1", null),
                        new Difference(ENTERPRISE + ":department", null, "Sales"));
    }

    @Test
    void comparesListsAsAWhole() {
        whenCompared("""
                {"emails": [{"value": "a@example.com"}]}
                """, """
                {"emails": [{"value": "a@example.com"}, {"value": "b@example.com"}]}
                """);
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).path()).isEqualTo("emails");
        assertThat(differences.get(0).before()).isEqualTo(List.of(ScimObject.of("value", "a@example.com")));
    }

    @Test
    void countsNullAsAbsent() {
        whenCompared("""
                {"title": null, "active": false}
                """, """
                {"active": true, "name": null}
                """);
        assertThat(differences).containsExactly(new Difference("active", false, true));
    }

    @Test
    void findsChange_whenTextBecomesObject() {
        whenCompared("""
                {"name": "Anna"}
                """, """
                {"name": {"givenName": "Anna"}}
                """);
        assertThat(differences).containsExactly(new Difference("name", "Anna", ScimObject.of("givenName", "Anna")));
    }

    private void whenCompared(String before, String after) {
        differences = Difference.between(document(before), document(after));
    }
}
