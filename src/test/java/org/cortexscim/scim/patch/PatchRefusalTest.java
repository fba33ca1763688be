package org.cortexscim.scim.patch;

import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.List;
import java.util.Optional;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.dialect.Dialect;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.testing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A PATCH that cannot be done: the RFC's word for why, and nothing changed. */
@Timeout(10)
class PatchRefusalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # paths that name nothing
            {"op": "replace", "path": "colour", "value": "red"}               | invalidPath | 'colour' is not an attribute of User
            {"op": "remove", "path": "colour"}                                | invalidPath | 'colour' is not an attribute of User
            {"op": "replace", "path": "name.first", "value": "A"}             | invalidPath | 'name.first' is not an attribute
            {"op": "replace", "path": "title.value", "value": "A"}            | invalidPath | 'title.value' is not an attribute
            {"op": "replace", "path": "name.", "value": "A"}                  | invalidPath | 'name.' is not an attribute
            {"op": "replace", "path": "urn:x:User:title", "value": "A"}       | invalidPath | 'urn:x:User:title' is not an attribute
            {"op": "replace", "path": "/title", "value": "A"}                 | invalidPath | '/title' is not an attribute
            {"op": "replace", "path": "emails[0].value", "value": "A"}        | invalidFilter | attribute name expected
            {"op": "replace", "path": "title[value eq \\"a\\"]", "value": "A"}  | invalidPath | is not an attribute
            {"op": "replace", "path": "name[givenName eq \\"a\\"].familyName", "value": "A"} | invalidPath | is not an attribute
            {"op": "replace", "path": "emails[type eq \\"work\\"].colour", "value": "A"}     | invalidPath | is not an attribute
            {"op": "replace", "path": "colour[type eq \\"work\\"]", "value": "A"}            | invalidPath | is not an attribute
            {"op": "replace", "path": "emails.value[type eq \\"work\\"]", "value": "A"}      | invalidPath | is not an attribute
            {"op": "replace", "path": "emails[type eq \\"work\\"].value.x", "value": "A"}    | invalidPath | is not an attribute
            {"op": "replace", "path": "[type eq \\"work\\"]", "value": "A"}   | invalidPath | is not an attribute
            # paths that are malformed
            {"op": "replace", "path": "emails[type eq \\"work\\"", "value": "A"}       | invalidPath | is malformed
            {"op": "replace", "path": "emails[type eq \\"work\\"]value", "value": "A"} | invalidPath | is malformed
            {"op": "replace", "path": "emails]type eq \\"work\\"[", "value": "A"}      | invalidPath | is malformed
            {"op": "replace", "path": "emails[]", "value": {"value": "A"}}             | invalidFilter | attribute name expected
            {"op": "replace", "path": "emails[type is \\"work\\"].value", "value": "A"}  | invalidFilter | 'is' is not a filter operator
            {"op": "replace", "path": "emails[colour eq \\"red\\"].value", "value": "A"} | invalidFilter | no sub-attribute 'colour'
            {"op": "remove", "path": "photos[colour eq \\"red\\"]"}                      | invalidFilter | no sub-attribute 'colour'
            {"op": "replace", "path": "emails[primary gt true].value", "value": "A"}     | invalidFilter | 'primary' can only be compared
            {"op": "replace", "value": {"emails[type eq \\"work\\"": "A"}}               | invalidPath | is malformed
            {"op": "replace", "value": {"emails[type is \\"work\\"].value": "A"}}        | invalidFilter | 'is' is not a filter operator
            # nothing to work on
            {"op": "remove"}                                                     | noTarget | needs a 'path'
            {"op": "remove", "value": {"title": "Clerk"}}                        | noTarget | needs a 'path'
            {"op": "replace", "path": "emails[type sw \\"h\\"].value", "value": "A"}     | noTarget | selects no value
            {"op": "add", "path": "emails[type ne \\"work\\"].value", "value": "A"}      | noTarget | selects no value
            {"op": "add", "path": "emails[type eq \\"a\\" or type eq \\"b\\"].value", "value": "A"} | noTarget | selects no value
            {"op": "add", "path": "emails[not (type eq \\"work\\")].value", "value": "A"}  | noTarget | selects no value
            # what no client may change
            {"op": "replace", "path": "id", "value": "u2"}                       | mutability | 'id' is read-only
            {"op": "remove", "path": "id"}                                       | mutability | 'id' is read-only
            {"op": "replace", "path": "meta.version", "value": "2"}              | mutability | 'meta.version' is read-only
            {"op": "add", "path": "groups", "value": [{"value": "g1"}]}          | mutability | 'groups' is read-only
            {"op": "remove", "path": "groups[value eq \\"g1\\"]"}                | mutability | is read-only
            {"op": "replace", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.displayName", "value": "A"} | mutability | is read-only
            # what no user may lack
            {"op": "remove", "path": "userName"}                                 | mutability | 'userName' is required
            {"op": "replace", "path": "userName", "value": null}                 | mutability | 'userName' is required
            {"op": "replace", "path": "userName", "value": ""}                   | mutability | 'userName' is required
            {"op": "replace", "value": {"userName": ""}}                         | mutability | 'userName' is required
            {"op": "remove", "path": "schemas"}                                  | mutability | 'schemas' is required
            # values that are missing or wrong
            {"op": "replace", "path": "title"}                                   | invalidValue | needs a 'value'
            {"op": "add", "path": "emails"}                                      | invalidValue | needs a 'value'
            {"op": "add"}                                                        | invalidValue | needs a 'value'
            {"op": "add", "value": "Boss"}                                       | invalidValue | must be a JSON object of attributes
            {"op": "add", "value": null}                                         | invalidValue | must be a JSON object of attributes
            {"op": "replace", "value": [{"title": "Boss"}]}                      | invalidValue | must be a JSON object of attributes
            {"op": "replace", "path": "active", "value": "yes"}                  | invalidValue | 'active' must be true or false
            {"op": "replace", "path": "name", "value": "Anna"}                   | invalidValue | 'name' must be a JSON object
            {"op": "replace", "path": "name.givenName", "value": {"x": "y"}}     | invalidValue | 'name.givenName' must be a string
            {"op": "replace", "path": "title", "value": ["A", "B"]}              | invalidValue | 'title' takes a single value
            {"op": "add", "path": "emails", "value": true}                       | invalidValue | 'emails' must be a JSON object
            {"op": "add", "path": "emails", "value": [["a@x"]]}                  | invalidValue | 'emails' must be a JSON object
            {"op": "add", "path": "addresses", "value": "Rome"}                  | invalidValue | 'addresses' must be a JSON object
            {"op": "replace", "path": "emails[type eq \\"work\\"]", "value": [{"value": "a"}, {"value": "b"}]} | invalidValue | 'emails' must be a JSON object
            {"op": "add", "path": "emails", "value": [{"value": "b", "primary": true}, {"value": "c", "primary": true}]} | invalidValue | more than one primary
            {"op": "replace", "path": "emails.primary", "value": true}           | invalidValue | more than one primary
            {"op": "replace", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "value": "A"} | invalidValue | must be a JSON object
            """)
    void refuses(String operation, String scimType, String detail) {
        Scenario scenario = Scenario.of(scimType, """
                before {"userName": "anna", "title": "Clerk", "emails": [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "work"}]}
                patch  %s
                """.formatted(operation));
        Patching.when(scenario).thenRefused().with(400, scimType).saying(detail);
    }

    @Test
    void changesNothing_whenALaterOperationFails() {
        Patching.when(Scenario.of("atomic", """
                before {"title": "Clerk", "name": {"givenName": "Anna"}, "emails": [{"value": "a@x", "type": "work"}]}
                patch  [{"op": "replace", "path": "title", "value": "Boss"},
                        {"op": "remove", "path": "emails[type eq \\"work\\"].value"},
                        {"op": "add", "value": {"name": {"givenName": "Anne"}, "emails": [{"value": "b@x"}]}},
                        {"op": "remove", "path": "colour"}]
                """)).thenRefused().with(400, "invalidPath");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "(", "]", ".", "\\", "emails[", "emails[(", "emails[not(", "a."})
    void refusesHostilePaths(String part) {
        PatchOperation operation = new PatchOperation(
                PatchOperation.Kind.REPLACE, Optional.of("emails" + part.repeat(20_000) + "]"), "x", true);
        Dialect dialect = Dialect.of(CoreSchemas.USER_TYPE, JsonText::findObject, Conformance.TOLERANT);
        PatchEngine engine = new PatchEngine(CoreSchemas.USER_TYPE, Conformance.TOLERANT);
        thenRefused(() -> engine.apply(new ScimObject(), dialect.operations(List.of(operation))));
    }
}
