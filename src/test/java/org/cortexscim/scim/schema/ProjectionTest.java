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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectionTest {
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String USER = """
            {"schemas": ["s"], "id": "u1", "externalId": "e1", "userName": "anna", "title": "Clerk",
             "name": {"givenName": "Anna", "familyName": "Lee"},
             "emails": [{"value": "a@x", "type": "work"}, {"value": "b@x"}],
             "%s": {"department": "Sales", "manager": {"value": "m1", "displayName": "Max"}},
             "meta": {"resourceType": "User", "version": "1"}}
            """.formatted(ENTERPRISE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            userName                   | "userName": "anna"
            USERNAME,Title             | "userName": "anna", "title": "Clerk"
            ` title , userName `       | "userName": "anna", "title": "Clerk"
            title,title                | "title": "Clerk"
            name                       | "name": {"givenName": "Anna", "familyName": "Lee"}
            name.givenName             | "name": {"givenName": "Anna"}
            name,name.givenName        | "name": {"givenName": "Anna", "familyName": "Lee"}
            name.honorificPrefix       |
            nickName                   |
            emails.value               | "emails": [{"value": "a@x"}, {"value": "b@x"}]
            emails.type                | "emails": [{"type": "work"}]
            emails.display             |
            meta.version               | "meta": {"version": "1"}
            externalId                 | "externalId": "e1"
            id                         |
            schemas                    |
            colour                     |
            name.first                 |
            ,                          |
            colour,title               | "title": "Clerk"
            title.value                |
            department                 | "E": {"department": "Sales"}
            E                          | "E": {"department": "Sales", "manager": {"value": "m1", "displayName": "Max"}}
            E:department               | "E": {"department": "Sales"}
            E:manager                  | "E": {"manager": {"value": "m1", "displayName": "Max"}}
            E:manager.value            | "E": {"manager": {"value": "m1"}}
            E:MANAGER.VALUE,title      | "title": "Clerk", "E": {"manager": {"value": "m1"}}
            E:costCenter               |
            URN:ietf:params:scim:schemas:extension:enterprise:2.0:USER | "E": {"department": "Sales", "manager": {"value": "m1", "displayName": "Max"}}
            C:title                    | "title": "Clerk"
            C:name.familyName          | "name": {"familyName": "Lee"}
            """)
    void returnsOnlyWhatIsAskedFor(String attributes, @Nullable String members) {
        thenReturned(
                attributes,
                null,
                "{\"schemas\": [\"s\"], \"id\": \"u1\"" + (members == null ? "" : ", " + members) + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            title,externalId,emails,E,meta         | "userName": "anna", "name": {"givenName": "Anna", "familyName": "Lee"}
            TITLE,externalid,Emails,E,Meta         | "userName": "anna", "name": {"givenName": "Anna", "familyName": "Lee"}
            title,externalId,emails,E,meta,id,schemas | "userName": "anna", "name": {"givenName": "Anna", "familyName": "Lee"}
            userName,title,externalId,emails,E,meta,name.givenName,name.middleName | "name": {"familyName": "Lee"}
            userName,title,externalId,emails,E,meta,name.givenName,name.familyName |
            userName,title,externalId,name,E,meta,emails.value | "emails": [{"type": "work"}]
            userName,title,externalId,name,E,meta,emails.type  | "emails": [{"value": "a@x"}, {"value": "b@x"}]
            userName,title,externalId,name,emails,meta,E:manager | "E": {"department": "Sales"}
            userName,title,externalId,name,emails,meta,E:manager.displayName | "E": {"department": "Sales", "manager": {"value": "m1"}}
            userName,title,externalId,name,emails,meta,E:department,E:manager |
            userName,title,externalId,name,emails,E,meta.version | "meta": {"resourceType": "User"}
            C,E                                    | "externalId": "e1", "meta": {"resourceType": "User", "version": "1"}
            C:userName,C:title,externalId,C:name,C:emails,E,meta |
            """)
    void returnsAllButWhatIsExcluded(String excluded, @Nullable String members) {
        thenReturned(
                null,
                excluded,
                "{\"schemas\": [\"s\"], \"id\": \"u1\"" + (members == null ? "" : ", " + members) + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "colour", "id", "schemas,id", "name.first", "members"})
    void returnsEverything_whenNothingKnownIsExcluded(String excluded) {
        thenReturned(null, excluded, USER);
        thenReturned("", excluded, USER);
    }

    @Test
    void returnsEverything_whenNothingIsAsked() {
        thenReturned(null, null, USER);
    }

    @Test
    void prefersAttributes_whenBothAreGiven() {
        thenReturned("title,userName", "title", """
                {"schemas": ["s"], "id": "u1", "userName": "anna", "title": "Clerk"}
                """);
    }

    @Test
    void returnsCoreAttributes_whenCoreSchemaIsNamed() {
        ScimObject returned =
                Projection.of(CoreSchemas.USER_TYPE, CoreSchemas.USER_URN, null).apply(document(USER));
        assertThat(returned.names())
                .contains("userName", "title", "name", "emails")
                .doesNotContain(ENTERPRISE, "externalId", "meta");
    }

    @Test
    void leavesTheResourceAsItIs() {
        ScimObject user = document(USER);
        Projection.of(CoreSchemas.USER_TYPE, null, "title,emails.value").apply(user);
        assertThat(user).isEqualTo(document(USER));
    }

    private static final String BADGE = "urn:acme:badge";
    private static final ResourceType WITH_BADGE = CoreSchemas.USER_TYPE.withExtensions(List.of(new Schema(
            BADGE,
            "Badge",
            "",
            List.of(
                    Attribute.string("color", ""),
                    Attribute.string("pin", "").with(Returned.REQUEST),
                    Attribute.string("level", "").with(Returned.ALWAYS)))));

    /** Below an extension, what is always returned stays, and what is returned on request has to be asked for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                       |              |                    | "color": "red", "level": "1"
                       |              | urn:acme:badge:pin | "color": "red", "pin": "7", "level": "1"
            title      |              |                    | "level": "1"
            title      |              | urn:acme:badge:pin | "level": "1"
            B:pin      |              |                    | "pin": "7", "level": "1"
            pin        |              |                    | "pin": "7", "level": "1"
            B:color    |              |                    | "color": "red", "level": "1"
            B          |              |                    | "color": "red", "pin": "7", "level": "1"
                       | B            |                    | "level": "1"
                       | B:LEVEL      |                    | "color": "red", "level": "1"
                       | B:color      | urn:acme:badge:pin | "pin": "7", "level": "1"
                       | B:pin        | urn:acme:badge:pin | "color": "red", "level": "1"
                       | title        |                    | "color": "red", "level": "1"
            """)
    void followsReturned_inExtensions(
            @Nullable String attributes, @Nullable String excluded, @Nullable String set, String members) {
        ScimObject user = document("{\"schemas\": [\"s\"], \"id\": \"u1\", \"%s\": {%s}}"
                .formatted(BADGE, "\"color\": \"red\", \"pin\": \"7\", \"level\": \"1\""));
        Projection projection = Projection.of(
                        WITH_BADGE,
                        attributes == null ? null : attributes.replaceAll("\\bB\\b", BADGE),
                        excluded == null ? null : excluded.replaceAll("\\bB\\b", BADGE))
                .afterSetting(set == null ? Set.of() : Set.of(set));

        assertThat(projection.apply(user).object(BADGE))
                .withRepresentation(Documents::text)
                .contains(document("{" + members + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id                          |       | false
            USERNAME,active,externalId  |       | false
            meta.version,groups.value   |       | false
            schemas,meta,groups         |       | false
            colour                      |       | false
            userName,title              |       | true
            name.givenName              |       | true
            E                           |       | true
            E:department                |       | true
            C                           |       | true
                                        | title | true
                                        |       | true
            """)
    void tellsWhetherTheDocumentIsNeeded(@Nullable String attributes, @Nullable String excluded, boolean needed) {
        Projection projection = Projection.of(CoreSchemas.USER_TYPE, spelledOut(attributes), spelledOut(excluded));

        assertThat(projection.reachesBeyond(Set.of("userName", "externalId", "active")))
                .isEqualTo(needed);
    }

    @Test
    void needsTheDocument_forWhatIsAlwaysReturned() {
        assertThat(Projection.of(WITH_BADGE, "id", null).reachesBeyond(Set.of("userName")))
                .isTrue();
    }

    /** In the tables E stands for the enterprise schema's URN, C for the core schema's. */
    private static void thenReturned(@Nullable String attributes, @Nullable String excluded, String expected) {
        Projection projection = Projection.of(CoreSchemas.USER_TYPE, spelledOut(attributes), spelledOut(excluded));
        assertThat(projection.apply(document(USER)))
                .withRepresentation(Documents::text)
                .isEqualTo(document(expected.replace("\"E\"", "\"" + ENTERPRISE + "\"")));
    }

    private static @Nullable String spelledOut(@Nullable String names) {
        return names == null
                ? null
                : names.replaceAll("\\bE\\b", ENTERPRISE).replaceAll("\\bC\\b", CoreSchemas.USER_URN);
    }
}
