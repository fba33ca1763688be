package org.cortexscim.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.stream.Stream;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.dialect.Dialect;
import org.cortexscim.testing.Documents;
import org.cortexscim.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent → what is kept; what is refused is in {@link InvalidValueTest}. */
class CanonicalizerTest {
    private final Canonicalizer canonicalizer = new Canonicalizer(CoreSchemas.USER_TYPE, Conformance.TOLERANT);

    @Test
    void keepsEveryAttributeOfTheRfc() {
        ScimObject user = document(CompleteUser.JSON);
        assertThat(canonicalizer.canonical(user))
                .withRepresentation(Documents::text)
                .isEqualTo(user);
    }

    @Test
    void keepsWhatIsCanonical() {
        ScimObject once = canonicalizer.canonical(document(CompleteUser.JSON));
        assertThat(canonicalizer.canonical(once)).isEqualTo(once);
    }

    @Test
    void writesNamesAndOrderOfTheSchema() {
        ScimObject kept = received(document("""
                {"URN:ietf:params:scim:schemas:EXTENSION:enterprise:2.0:user": {"DEPARTMENT": "Sales"},
                 "EMAILS": [{"TYPE": "work", "Value": "a@example.com"}],
                 "username": "anna", "EXTERNALID": "e1", "NAME": {"GIVENNAME": "Anna", "familyname": "Lee"}}
                """));

        assertThat(kept.names())
                .containsExactly("externalId", "userName", "name", "emails", CoreSchemas.ENTERPRISE_URN);
        assertThat(kept.object("name").orElseThrow().names()).containsExactly("familyName", "givenName");
        assertThat(kept.objects("emails").get(0).names()).containsExactly("value", "type");
        assertThat(kept.object(CoreSchemas.ENTERPRISE_URN).orElseThrow().names())
                .containsExactly("department");
    }

    /** RFC 7643 §2.4. */
    @Test
    void keepsOneOfTheSameValues() {
        ScimObject kept = received(document("""
                {"emails": [{"value": "a@x", "type": "work", "display": "A"}, {"value": "A@X", "type": "Work", "primary": true},
                            {"value": "a@x", "type": "home"}, {"value": "a@x"}],
                 "addresses": [{"type": "work", "locality": "Rome"}, {"type": "work", "locality": "Oslo"},
                               {"type": "work", "locality": "Rome"}]}
                """));

        assertThat(kept).withRepresentation(Documents::text).isEqualTo(document("""
                {"emails": [{"value": "A@X", "type": "Work", "primary": true}, {"value": "a@x", "type": "home"}, {"value": "a@x"}],
                 "addresses": [{"type": "work", "locality": "Rome"}, {"type": "work", "locality": "Oslo"}]}
                """));
    }

    @Test
    void leavesWhatWasSentAsItWas() {
        String json = """
                {"active": "True", "emails": {"value": "a@example.com", "primary": "true"}, "title": null}
                """;
        ScimObject sent = document(json);
        received(sent);
        assertThat(sent).isEqualTo(document(json));
    }

    static Stream<Scenario> tolerated() {
        return Stream.of(
                Scenario.of("what the service itself sets is dropped", """
                        sent {"id": "u1", "schemas": ["urn:x"], "meta": {"version": "1"}, "groups": [{"value": "g1"}],
                              "title": "Clerk"}
                        kept {"title": "Clerk"}
                        """),
                Scenario.of("a manager's display name is the service's own", """
                        sent {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                              {"manager": {"value": "m1", "displayName": "Max"}}}
                        kept {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": "m1"}}}
                        """),
                Scenario.of("a password is dropped", """
                        sent {"userName": "anna", "password": "1mz050nq"}
                        kept {"userName": "anna"}
                        """),
                Scenario.of("unknown attributes, parts and schemas are dropped", """
                        sent {"favouriteColour": "red", "name": {"givenName": "Anna", "maiden": "Ray"},
                              "roles": [{"value": "r1", "colour": "red"}],
                              "urn:ietf:params:scim:schemas:extension:enterprise:2.0User": {"department": "Sales"},
                              "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"title": "Boss"}}
                        kept {"name": {"givenName": "Anna"}, "roles": [{"value": "r1"}]}
                        """),
                Scenario.of("an extension's attribute may stand beside the core ones, as in paths and filters", """
                        sent {"Department": "Sales", "manager": "m1", "title": "Clerk",
                              "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D", "manager": "m2"}}
                        kept {"title": "Clerk", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                              {"division": "D", "department": "Sales", "manager": {"value": "m2"}}}
                        """),
                Scenario.of("Entra's displayName of a role is its display", """
                        sent {"roles": [{"value": "r1", "displayName": "Role"}]}
                        kept {"roles": [{"value": "r1", "display": "Role"}]}
                        """),
                Scenario.of("null and empty mean no value", """
                        sent {"title": null, "nickName": "", "name": null, "emails": null, "phoneNumbers": [],
                              "roles": [null, ""], "ims": [{"value": ""}], "photos": [{}], "active": "",
                              "addresses": [{"formatted": null}, {"locality": "Rome"}],
                              "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "",
                              "manager": {"value": ""}}}
                        kept {"addresses": [{"locality": "Rome"}]}
                        """),
                Scenario.of("an element with an empty value is none", """
                        sent {"emails": [{"value": "", "type": "work", "primary": true}, {"value": "a@example.com"}, {"type": "home"}],
                              "phoneNumbers": [{"value": null, "type": "work"}], "addresses": [{"locality": "", "type": "work"}]}
                        kept {"emails": [{"value": "a@example.com"}, {"type": "home"}], "addresses": [{"type": "work"}]}
                        """),
                Scenario.of("an extension may be null", """
                        sent {"title": "Clerk", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": null}
                        kept {"title": "Clerk"}
                        """),
                Scenario.of("blanks are a text", """
                        sent {"title": " "}
                        kept {"title": " "}
                        """),
                Scenario.of("active as a text in any case", """
                        sent {"active": "False"}
                        kept {"active": false}
                        """),
                Scenario.of("active in a list of one", """
                        sent {"active": [true]}
                        kept {"active": true}
                        """),
                Scenario.of("active in an empty list", """
                        sent {"active": []}
                        kept {}
                        """),
                Scenario.of("primary as a text in any case", """
                        sent {"emails": [{"value": "a", "primary": "TRUE"}, {"value": "b", "primary": "false"}]}
                        kept {"emails": [{"value": "a", "primary": true}, {"value": "b", "primary": false}]}
                        """),
                Scenario.of("one object for a list of one", """
                        sent {"emails": {"value": "a@example.com", "type": "work"}}
                        kept {"emails": [{"value": "a@example.com", "type": "work"}]}
                        """),
                Scenario.of("bare texts for values", """
                        sent {"emails": ["a@example.com"], "roles": "admin"}
                        kept {"emails": [{"value": "a@example.com"}], "roles": [{"value": "admin"}]}
                        """),
                Scenario.of("a manager as bare id", """
                        sent {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": "m1"}}
                        kept {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": "m1"}}}
                        """),
                Scenario.of("a manager in a list of one, its id a number", """
                        sent {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": [{"value": 26}]}}
                        kept {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": "26"}}}
                        """),
                Scenario.of("numbers for texts, digit by digit", """
                        sent {"title": 12, "nickName": 1.50, "externalId": 1e3}
                        kept {"title": "12", "nickName": "1.50", "externalId": "1000"}
                        """),
                Scenario.of("types that no list suggests", """
                        sent {"emails": [{"value": "a", "type": "Dienst"}]}
                        kept {"emails": [{"value": "a", "type": "Dienst"}]}
                        """),
                Scenario.of("phone numbers and locales as sent", """
                        sent {"phoneNumbers": [{"value": "+1 (555) 01-00"}], "locale": "xx", "profileUrl": "no uri"}
                        kept {"phoneNumbers": [{"value": "+1 (555) 01-00"}], "locale": "xx", "profileUrl": "no uri"}
                        """),
                Scenario.of("a role that is JSON in a text", """
                        sent {"roles": [{"value": "{\\"id\\":\\"06b0\\",\\"value\\":\\"25\\"}"}]}
                        kept {"roles": [{"value": "{\\"id\\":\\"06b0\\",\\"value\\":\\"25\\"}"}]}
                        """),
                Scenario.of("schemas as one text, or none", """
                        sent {"schemas": "urn:ietf:params:scim:schemas:core:2.0:User", "title": "Clerk"}
                        kept {"title": "Clerk"}
                        """),
                Scenario.of("schemas that nobody knows", """
                        sent {"schemas": ["urn:scim:schemas:core:2.0", ""], "title": "Clerk"}
                        kept {"title": "Clerk"}
                        """),
                Scenario.of("a value sent twice is kept once (RFC 7643 §2.4)", """
                        sent {"roles": [{"value": "r"}, {"value": "r"}]}
                        kept {"roles": [{"value": "r"}]}
                        """));
    }

    @ParameterizedTest
    @MethodSource("tolerated")
    void readsWhatClientsMean(Scenario scenario) {
        assertThat(received(scenario.document("sent")))
                .withRepresentation(Documents::text)
                .isEqualTo(scenario.document("kept"));
    }

    @Test
    void requiresMandatoryAttributes() {
        thenRefused(() -> canonicalizer.requireMandatory(document("""
                {"title": "Clerk"}
                """)))
                .with(400, "invalidValue")
                .saying("'userName' is required");
        canonicalizer.requireMandatory(document("""
                {"userName": "anna"}
                """));
    }

    private ScimObject received(ScimObject body) {
        return canonicalizer.received(Dialect.of(CoreSchemas.USER_TYPE, JsonText::findObject, Conformance.TOLERANT)
                .document(body));
    }
}
