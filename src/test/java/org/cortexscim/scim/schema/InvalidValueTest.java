package org.cortexscim.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.cortexscim.testing.Documents.document;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.Collections;
import java.util.List;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.dialect.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no schema allows: refused as invalidValue, naming the attribute. */
class InvalidValueTest {
    private static final Schema EXTENSION = new Schema(
            "urn:example:Types",
            "Types",
            "One attribute of each data type.",
            List.of(
                    Attribute.dateTime("hired", ""),
                    Attribute.binary("key", ""),
                    number("floor", AttributeType.INTEGER),
                    number("share", AttributeType.DECIMAL)));

    private static final ResourceType TYPE =
            new ResourceType("User", "/Users", "", CoreSchemas.USER, List.of(CoreSchemas.ENTERPRISE_USER, EXTENSION));

    private final Canonicalizer canonicalizer = new Canonicalizer(TYPE, Conformance.TOLERANT);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"active": "yes"}                          | 'active' must be true or false
            {"active": 1}                              | 'active' must be true or false
            {"active": {"value": true}}                | 'active' must be true or false
            {"active": [true, false]}                  | 'active' takes a single value, not an array
            {"active": [[true]]}                       | 'active' must be true or false
            {"title": true}                            | 'title' must be a string
            {"title": {"value": "Boss"}}               | 'title' must be a string
            {"title": ["Clerk", "Boss"]}               | 'title' takes a single value, not an array
            {"userName": ["a", "b"]}                   | 'userName' takes a single value, not an array
            {"externalId": {"value": "e"}}             | 'externalId' must be a string
            {"name": "Anna Lee"}                       | 'name' must be a JSON object
            {"name": [{"givenName": "A"}, {}]}         | 'name' takes a single value, not an array
            {"name": {"givenName": {"first": "A"}}}    | 'name.givenName' must be a string
            {"name": {"givenName": ["A", "B"]}}        | 'name.givenName' takes a single value, not an array
            {"emails": [true]}                         | 'emails' must be a JSON object
            {"emails": [["a@example.com"]]}            | 'emails' must be a JSON object
            {"emails": [{"value": {"x": 1}}]}          | 'emails.value' must be a string
            {"emails": [{"value": "a", "primary": 1}]} | 'emails.primary' must be true or false
            {"addresses": ["Rome"]}                    | 'addresses' must be a JSON object
            {"schemas": [1]}                           | 'schemas' must be an array of schema URNs
            {"schemas": {}}                            | 'schemas' must be an array of schema URNs
            {"schemas": true}                          | 'schemas' must be an array of schema URNs
            {"emails": [{"value": "a", "primary": true}, {"value": "b", "primary": "True"}]} | 'emails' has more than one primary value
            {"roles": [{"value": "a", "primary": true}, {"value": "A", "type": "x", "primary": true}]} | 'roles' has more than one primary value
            {"x509Certificates": [{"value": "no Base64!"}]} | 'x509Certificates.value' must be Base64-encoded
            {"urn:example:Types": {"key": "a"}}             | 'urn:example:Types:key' must be Base64-encoded
            {"urn:example:Types": {"hired": "2026-01-31"}}  | 'urn:example:Types:hired' must be a date and time such as
            {"urn:example:Types": {"floor": 1.5}}           | 'urn:example:Types:floor' must be a whole number
            {"urn:example:Types": {"floor": "one"}}         | 'urn:example:Types:floor' must be a whole number
            {"urn:example:Types": {"share": "1,5"}}         | 'urn:example:Types:share' must be a number
            {"urn:example:Types": "text"}                   | 'urn:example:Types' must be a JSON object
            {"urn:example:Types": [{"floor": 1}]}           | 'urn:example:Types' must be a JSON object
            {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": true}} | 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department' must be a string
            {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": []}, "division": [1, 2]}} | 2.0:User:division' takes a single value
            {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": true}} | 2.0:User:manager' must be a JSON object
            """)
    void saysWhichAttributeIsWrong(String sent, String detail) {
        ScimObject document = document(sent);
        thenRefused(() -> received(document)).with(400, "invalidValue").saying(detail);
    }

    @Test
    void keepsValuesOfEveryType() {
        ScimObject types = document("""
                {"urn:example:Types": {"hired": "2026-01-31T08:00:00+01:00", "key": "aGk=", "floor": 3.0, "share": 0.5}}
                """);
        assertThat(received(types)).isEqualTo(types);
    }

    @ParameterizedTest
    @CsvSource({
        "userName, 254",
        "externalId, 254",
        "displayName, 254",
        "title, 500",
        "profileUrl, 2048",
    })
    void boundsLength(String attribute, int longest) {
        assertThatCode(() -> received(ScimObject.of(attribute, "x".repeat(longest))))
                .doesNotThrowAnyException();
        thenRefused(() -> received(ScimObject.of(attribute, "x".repeat(longest + 1))))
                .with(400, "invalidValue")
                .saying("'%s' is longer than %d characters".formatted(attribute, longest));
    }

    @Test
    void boundsLengthOfParts() {
        ScimObject name = ScimObject.of("name", ScimObject.of("givenName", "x".repeat(255)));
        thenRefused(() -> received(name)).saying("'name.givenName' is longer than 254 characters");

        ScimObject certificate = ScimObject.of("x509Certificates", List.of(ScimObject.of("value", "A".repeat(8196))));
        thenRefused(() -> received(certificate)).saying("'x509Certificates.value' is longer than 8192 characters");
    }

    @Test
    void boundsNumberOfValues() {
        assertThatCode(() -> received(emails(200))).doesNotThrowAnyException();
        thenRefused(() -> received(emails(201))).with(400, "invalidValue").saying("'emails' has more than 200 values");
    }

    private static Attribute number(String name, AttributeType type) {
        return new Attribute(
                name,
                type,
                false,
                "",
                false,
                List.of(),
                false,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                50);
    }

    private static ScimObject emails(int count) {
        return ScimObject.of("emails", Collections.nCopies(count, ScimObject.of("value", "a@example.com")));
    }

    private ScimObject received(ScimObject body) {
        return canonicalizer.received(
                Dialect.of(TYPE, JsonText::findObject, Conformance.TOLERANT).document(body));
    }
}
