package org.cortexscim.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;
import static org.cortexscim.testing.Refusals.thenRefused;

import org.cortexscim.scim.Conformance;
import org.cortexscim.testing.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body of a POST or PUT by the interoperability profile. */
class StrictBodyTest {
    private static final String SCHEMAS = "\"schemas\": [\"" + CoreSchemas.USER_URN + "\"]";

    private final Canonicalizer canonicalizer = new Canonicalizer(CoreSchemas.USER_TYPE, Conformance.STRICT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                              | invalidSyntax | 'schemas' must be an array
            {"schemas": []}                                 | invalidSyntax | 'schemas' must be an array
            {"schemas": null}                               | invalidSyntax | 'schemas' must be an array
            {"schemas": "urn:ietf:params:scim:schemas:core:2.0:User"}   | invalidSyntax | 'schemas' must be an array
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"]} | invalidSyntax | 'schemas' must be an array
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:x"]} | invalidSyntax | 'urn:x' in 'schemas'
            {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", null]} | invalidSyntax | 'null' in 'schemas'
            {S, "colour": "red"}                            | invalidSyntax | 'colour' is not an attribute
            {S, "department": "Sales"}                      | invalidSyntax | 'department' is not an attribute
            {S, "urn:x:User": {"colour": "red"}}            | invalidSyntax | 'urn:x:User' is not an attribute
            {S, "name.givenName": "Anna"}                   | invalidSyntax | 'name.givenName' is not an attribute
            {S, "name": {"first": "Anna"}}                  | invalidSyntax | 'name.first' is not an attribute
            {S, "emails": [{"value": "a", "colour": "red"}]} | invalidSyntax | 'emails.colour' is not an attribute
            {S, "roles": [{"value": "a", "displayName": "A"}]} | invalidSyntax | 'roles.displayName' is not an attribute
            {S, "E": {"colour": "red"}}                     | invalidSyntax | 'E:colour' is not an attribute
            {S, "active": "True"}                           | invalidValue | 'active' must be true or false
            {S, "active": [true]}                           | invalidValue | 'active' takes a single value
            {S, "active": ""}                               | invalidValue | 'active' must be true or false
            {S, "title": 7}                                 | invalidValue | 'title' must be a string
            {S, "emails": {"value": "a"}}                   | invalidValue | 'emails' must be an array
            {S, "emails": ["a"]}                            | invalidValue | 'emails' must be a JSON object
            {S, "emails": [{"value": "a", "primary": "true"}]} | invalidValue | 'emails.primary' must be true or false
            {S, "E": {"manager": "m1"}}                     | invalidValue | 'E:manager' must be a JSON object
            {S, "E": "Sales"}                               | invalidValue | 'E' must be a JSON object
            """)
    void refuses(String body, String scimType, String detail) {
        thenRefused(() -> canonicalizer.received(document(spelledOut(body))))
                .with(400, scimType)
                .saying(detail.replace("'E", "'" + CoreSchemas.ENTERPRISE_URN));
    }

    @Test
    void takesWhatSchemasDefine_andPassesOverWhatIsReadOnly() {
        assertThat(canonicalizer.received(document(spelledOut("""
                        {S, "id": "u1", "externalId": "e1", "meta": {"version": "1", "colour": "red"}, "groups": [{"value": "g1"}],
                         "USERNAME": "anna", "title": null, "nickName": "", "emails": [], "password": "secret",
                         "E": {"manager": {"value": "m1", "displayName": "Max"}}}
                        """))))
                .withRepresentation(Documents::text)
                .isEqualTo(document(spelledOut("""
                        {"externalId": "e1", "userName": "anna", "E": {"manager": {"value": "m1"}}}
                        """)));
    }

    /** In the tables S stands for the schemas of a user, E for the enterprise schema's URN. */
    private static String spelledOut(String body) {
        return body.replace("{S", "{" + SCHEMAS).replace("\"E\"", "\"" + CoreSchemas.ENTERPRISE_URN + "\"");
    }
}
