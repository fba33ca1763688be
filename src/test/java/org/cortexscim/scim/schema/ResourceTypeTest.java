package org.cortexscim.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTypeTest {
    private static final ResourceType USER = CoreSchemas.USER_TYPE;

    @ParameterizedTest
    @CsvSource({
        "userName, username",
        "USERNAME, username",
        "name.givenName, name.givenname",
        "emails.value, emails.value",
        "id, id",
        "meta.lastModified, meta.lastmodified",
        "externalId, externalid",
        // Entra leaves the URN out.
        "manager, urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:manager",
        "manager.value, urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:manager.value",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName, username",
        "URN:IETF:PARAMS:SCIM:SCHEMAS:CORE:2.0:USER:name.FAMILYNAME, name.familyname",
        "urn:ietf:params:scim:schemas:core:2.0:User:meta.created, meta.created",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department,"
                + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:department",
        "Urn:Ietf:params:scim:schemas:extension:ENTERPRISE:2.0:User:manager.$ref,"
                + " urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:manager.$ref"
    })
    void findsAttribute(String path, String key) {
        assertThat(USER.find(path).map(AttributeRef::key)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "user",
                "name.",
                "name.first",
                "name.givenName.x",
                "userName.value",
                "department.value",
                "emails[0]",
                "urn:ietf:params:scim:schemas:core:2.0:User",
                "urn:ietf:params:scim:schemas:core:2.0:User:",
                "urn:ietf:params:scim:schemas:core:2.0:User:department",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:userName",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0User:department",
                "urn:example:User:userName"
            })
    void findsNothing_whenSchemaHasNoSuchAttribute(String path) {
        assertThat(USER.find(path)).isEmpty();
    }

    @Test
    void tellsLeafOfPath() {
        AttributeRef manager = USER.find("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager")
                .orElseThrow();
        assertThat(manager.extension()).contains(CoreSchemas.ENTERPRISE_URN);
        assertThat(manager.leaf().name()).isEqualTo("manager");
        assertThat(manager.withSub("VALUE").map(ref -> ref.leaf().name())).contains("value");
        assertThat(manager.withSub("name")).isEmpty();
    }

    @Test
    void findsSchemasAndTheirAttributesInAnyCase() {
        assertThat(USER.extension("URN:IETF:params:scim:schemas:extension:enterprise:2.0:user"))
                .contains(CoreSchemas.ENTERPRISE_USER);
        assertThat(USER.extension(CoreSchemas.USER_URN)).isEmpty();
        assertThat(CoreSchemas.USER.attribute("USERNAME").map(Attribute::name)).contains("userName");
    }

    @Test
    void changesEverySchema() {
        ResourceType readOnly = USER.mapSchemas(schema -> schema.mapAttributes(attribute ->
                attribute.with(Mutability.READ_ONLY).mapSubAttributes(sub -> sub.with(Mutability.READ_ONLY))));

        assertThat(readOnly.schemas().map(Schema::id))
                .containsExactly(CoreSchemas.USER_URN, CoreSchemas.ENTERPRISE_URN);
        assertThat(readOnly.find("title").orElseThrow().leaf().isReadOnly()).isTrue();
        assertThat(readOnly.find("emails.value").orElseThrow().leaf().isReadOnly())
                .isTrue();
        assertThat(readOnly.find(CoreSchemas.ENTERPRISE_URN + ":department")
                        .orElseThrow()
                        .leaf()
                        .isReadOnly())
                .isTrue();
        assertThat(USER.find("title").orElseThrow().leaf().isReadOnly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "emails.value", "title", "displayName"})
    void comparesNamesOfPeopleWithoutCase(String path) {
        assertThat(USER.find(path).orElseThrow().leaf().caseExact()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "externalId", "profileUrl", "x509Certificates.value", "meta.version"})
    void comparesIdentifiersWithCase(String path) {
        assertThat(USER.find(path).orElseThrow().leaf().caseExact()).isTrue();
    }
}
