package org.cortexscim.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Documents.document;

import java.util.List;
import java.util.Set;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.testing.Documents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class DiscoveryTest {
    private final Discovery discovery = new Discovery("https://host/scim/v2");

    @Test
    void describesResourceType() {
        assertThat(discovery.resourceType(CoreSchemas.USER_TYPE))
                .withRepresentation(Documents::text)
                .isEqualTo(document("""
                        {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
                         "id": "User", "name": "User", "endpoint": "/Users", "description": "User accounts.",
                         "schema": "urn:ietf:params:scim:schemas:core:2.0:User",
                         "schemaExtensions": [
                           {"schema": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "required": false}],
                         "meta": {"resourceType": "ResourceType",
                                  "location": "https://host/scim/v2/ResourceTypes/User"}}
                        """));
    }

    @Test
    void describesSchema() {
        ScimObject schema = discovery.schema(CoreSchemas.USER);

        assertThat(schema.list("schemas")).isEqualTo(List.of("urn:ietf:params:scim:schemas:core:2.0:Schema"));
        assertThat(schema.text("id")).contains(CoreSchemas.USER_URN);
        assertThat(schema.text("name")).contains("User");
        assertThat(schema.object("meta")).contains(document("""
                {"resourceType": "Schema",
                 "location": "https://host/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User"}
                """));
        assertThat(schema.objects("attributes"))
                .extracting(attribute -> attribute.text("name").orElseThrow())
                .containsExactlyInAnyOrder(
                        "userName",
                        "name",
                        "displayName",
                        "nickName",
                        "profileUrl",
                        "title",
                        "userType",
                        "preferredLanguage",
                        "locale",
                        "timezone",
                        "active",
                        "password",
                        "emails",
                        "phoneNumbers",
                        "ims",
                        "photos",
                        "addresses",
                        "groups",
                        "entitlements",
                        "roles",
                        "x509Certificates");
    }

    static final List<Arguments> CHARACTERISTICS = List.of(
            Arguments.of("userName", """
                    {"type": "string", "multiValued": false, "required": true, "caseExact": false,
                     "mutability": "readWrite", "returned": "default", "uniqueness": "server"}
                    """),
            Arguments.of("password", """
                    {"type": "string", "multiValued": false, "required": false, "caseExact": true,
                     "mutability": "writeOnly", "returned": "never", "uniqueness": "none"}
                    """),
            Arguments.of("active", """
                    {"type": "boolean", "multiValued": false, "required": false, "caseExact": false,
                     "mutability": "readWrite", "returned": "default", "uniqueness": "none"}
                    """),
            Arguments.of("profileUrl", """
                    {"type": "reference", "multiValued": false, "required": false, "caseExact": true,
                     "mutability": "readWrite", "returned": "default", "uniqueness": "none",
                     "referenceTypes": ["external"]}
                    """));

    @ParameterizedTest
    @FieldSource("CHARACTERISTICS")
    void describesAttribute(String name, String characteristics) {
        ScimObject attribute = attribute(CoreSchemas.USER, name);
        assertThat(attribute.text("description")).isPresent();
        attribute.remove("name");
        attribute.remove("description");
        assertThat(attribute).withRepresentation(Documents::text).isEqualTo(document(characteristics));
    }

    @Test
    void describesPartsOfComplexAttributes() {
        ScimObject emails = attribute(CoreSchemas.USER, "emails");

        assertThat(emails.text("type")).contains("complex");
        assertThat(emails.flag("multiValued")).contains(true);
        // Neither makes sense for a value with parts.
        assertThat(emails.has("caseExact")).isFalse();
        assertThat(emails.has("uniqueness")).isFalse();
        assertThat(emails.objects("subAttributes"))
                .extracting(part -> part.text("name").orElseThrow())
                .containsExactly("value", "display", "type", "primary");
        assertThat(emails.objects("subAttributes").get(2).list("canonicalValues"))
                .isEqualTo(List.of("work", "home", "other"));
    }

    /** The interoperability profile wants the values that clients may use, wherever there is a type. */
    @Test
    void namesTypes_whereverThereAreSome() {
        List<ScimObject> types = discovery.schema(CoreSchemas.USER).objects("attributes").stream()
                .flatMap(attribute -> attribute.objects("subAttributes").stream())
                .filter(part -> part.text("name").orElseThrow().equals("type"))
                .toList();

        assertThat(types)
                .hasSize(9)
                .allSatisfy(type -> assertThat(type.list("canonicalValues")).isNotEmpty());
    }

    @Test
    void describesReadOnlyAttributes_downToTheirParts() {
        ScimObject groups = attribute(CoreSchemas.USER, "groups");
        assertThat(groups.text("mutability")).contains("readOnly");
        assertThat(groups.objects("subAttributes"))
                .allSatisfy(part -> assertThat(part.text("mutability")).contains("readOnly"));

        ScimObject manager = attribute(CoreSchemas.ENTERPRISE_USER, "manager");
        assertThat(manager.objects("subAttributes"))
                .extracting(part -> part.text("mutability").orElseThrow())
                .containsExactly("readWrite", "readWrite", "readOnly");
    }

    /** Entra refuses nulls, and words other than those of RFC 7643 §7. */
    @Test
    void speaksTheWordsOfTheRfc() {
        List.of(CoreSchemas.USER, CoreSchemas.ENTERPRISE_USER)
                .forEach(
                        schema -> discovery.schema(schema).objects("attributes").forEach(this::thenInWordsOfTheRfc));
    }

    private void thenInWordsOfTheRfc(ScimObject attribute) {
        assertThat(attribute.text("type").orElseThrow())
                .isIn("string", "boolean", "decimal", "integer", "dateTime", "binary", "reference", "complex");
        assertThat(attribute.text("mutability").orElseThrow()).isIn("readOnly", "readWrite", "immutable", "writeOnly");
        assertThat(attribute.text("returned").orElseThrow()).isIn("always", "never", "default", "request");
        assertThat(attribute.text("uniqueness").orElse("none")).isIn("none", "server", "global");
        attribute.forEach((name, value) -> thenGiven(name, value));
        attribute.objects("subAttributes").forEach(this::thenInWordsOfTheRfc);
    }

    private static void thenGiven(String name, @Nullable Object value) {
        assertThat(value).as(name).isNotNull().isNotIn(Set.of("", List.of()));
    }

    private ScimObject attribute(Schema schema, String name) {
        return discovery.schema(schema).objects("attributes").stream()
                .filter(attribute -> attribute.text("name").orElseThrow().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
