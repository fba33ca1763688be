package org.cortexscim.scim.patch;

import java.util.stream.Stream;
import org.cortexscim.testing.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** PATCH by the interoperability profile: what a strict service refuses, and what it still does. */
class StrictPatchTest {
    private static final String USER = """
            before {"userName": "anna", "active": true, "name": {"givenName": "Anna", "familyName": "Lee"},
                    "emails": [{"value": "a@x", "type": "work", "primary": true}, {"value": "b@x", "type": "home"},
                    {"value": "c@x", "type": "home"}],
                    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Sales"}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # what no schema defines
            {"op": "replace", "path": "colour", "value": "red"}                           | invalidSyntax | 'colour' is not an attribute
            {"op": "replace", "path": "urn:x:User:title", "value": "A"}                   | invalidSyntax | 'urn:x:User:title' is not an attribute
            {"op": "replace", "path": "emails[type eq \\"work\\"].colour", "value": "A"}  | invalidSyntax | is not an attribute
            {"op": "replace", "path": "name", "value": {"first": "A"}}                    | invalidSyntax | 'name.first' is not an attribute
            {"op": "add", "path": "name", "value": {"first": "A"}}                        | invalidSyntax | 'name.first' is not an attribute
            {"op": "add", "path": "emails", "value": [{"value": "d@x", "colour": "red"}]} | invalidSyntax | 'emails.colour' is not an attribute
            {"op": "add", "path": "roles", "value": [{"value": "r", "displayName": "R"}]} | invalidSyntax | 'roles.displayName' is not an attribute
            {"op": "add", "path": "schemas", "value": ["urn:x:User"]}                     | invalidSyntax | 'urn:x:User'
            {"op": "add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "value": {"colour": "red"}} | invalidSyntax | User:colour' is not an attribute
            # paths that the profile does not have
            {"op": "replace", "path": "department", "value": "A"}                         | invalidPath | write 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department'
            {"op": "remove", "path": "manager.value"}                                     | invalidPath | :manager.value'
            {"op": "replace", "path": "emails[type eq \\"work\\"]", "value": {"value": "d@x"}} | invalidPath | add the name of a sub-attribute
            {"op": "remove", "path": "emails[type eq \\"work\\"]"}                        | invalidPath | add the name of a sub-attribute
            {"op": "replace", "path": "emails[type eq", "value": "A"}                     | invalidPath | is malformed
            # filters
            {"op": "replace", "path": "emails[type eq work].value", "value": "d@x"}       | invalidFilter | double quotes
            {"op": "replace", "path": "emails[primary eq \\"True\\"].value", "value": "A"} | invalidFilter | of type boolean
            {"op": "replace", "path": "emails[colour eq \\"red\\"].value", "value": "A"}  | invalidFilter | 'colour' is not an attribute
            {"op": "replace", "path": "emails[type eq \\"home\\"].value", "value": "d@x"} | invalidFilter | selects 2 values
            {"op": "remove", "path": "emails[type eq \\"home\\"].value"}                  | invalidFilter | selects 2 values
            # nothing to work on
            {"op": "replace", "path": "emails[type eq \\"other\\"].value", "value": "d@x"} | noTarget | selects no value
            {"op": "add", "path": "emails[type eq \\"other\\"].value", "value": "d@x"}    | noTarget | selects no value
            {"op": "add", "path": "phoneNumbers[type eq \\"work\\"].value", "value": "1"} | noTarget | selects no value
            # values of other types
            {"op": "replace", "path": "active", "value": "False"}                         | invalidValue | 'active' must be true or false
            {"op": "replace", "path": "active", "value": [false]}                         | invalidValue | 'active' takes a single value
            {"op": "replace", "path": "active", "value": ""}                              | invalidValue | 'active' must be true or false
            {"op": "replace", "path": "title", "value": 7}                                | invalidValue | 'title' must be a string
            {"op": "replace", "path": "title", "value": ["A"]}                            | invalidValue | 'title' takes a single value
            {"op": "add", "path": "emails", "value": {"value": "d@x"}}                    | invalidValue | 'emails' must be an array
            {"op": "add", "path": "emails", "value": "d@x"}                               | invalidValue | 'emails' must be an array
            {"op": "add", "path": "emails", "value": ["d@x"]}                             | invalidValue | 'emails' must be a JSON object
            {"op": "replace", "path": "emails[type eq \\"work\\"].primary", "value": "true"} | invalidValue | 'emails.primary' must be true or false
            {"op": "replace", "path": "name", "value": [{"givenName": "A"}]}              | invalidValue | 'name' takes a single value
            {"op": "add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", "value": "m1"}  | invalidValue | manager' must be a JSON object
            {"op": "add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager", "value": ""}    | invalidValue | manager' must be a JSON object
            # as always
            {"op": "replace", "path": "id", "value": "x"}                                 | mutability | 'id' is read-only
            {"op": "remove", "path": "userName"}                                          | mutability | 'userName' is required
            """)
    void refuses(String operation, String scimType, String detail) {
        Patching.when(Scenario.of(scimType, USER + "patch " + operation))
                .strictly()
                .thenRefused()
                .with(400, scimType)
                .saying(detail);
    }

    static Stream<Scenario> done() {
        return Stream.of(
                Scenario.of("names in any case, whole attributes and parts", """
                        before {"title": "Clerk", "emails": [{"value": "a@x", "type": "work", "primary": true}]}
                        patch  [{"op": "Replace", "path": "TITLE", "value": "Boss"}, {"op": "add", "path": "active", "value": false},
                                {"op": "add", "path": "emails", "value": [{"value": "b@x", "type": "home", "primary": true}]},
                                {"op": "replace", "path": "emails[type eq \\"work\\"].display", "value": "A"},
                                {"op": "add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
                                 "value": {"value": "m1", "displayName": "Max"}},
                                {"op": "remove", "path": "nickName"},
                                {"op": "remove", "path": "phoneNumbers[type eq \\"work\\"].value"},
                                {"op": "replace", "path": "locale", "value": null}]
                        after  {"title": "Boss", "active": false, "emails": [{"value": "a@x", "type": "work", "primary": false,
                                "display": "A"}, {"value": "b@x", "type": "home", "primary": true}],
                                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": "m1"}}}
                        """),
                Scenario.of("replace of a complex value leaves nothing of the old one", """
                        before {"name": {"givenName": "Anna", "familyName": "Lee"}}
                        patch  {"op": "replace", "path": "name", "value": {"familyName": "Ray"}}
                        after  {"name": {"familyName": "Ray"}}
                        """),
                Scenario.of("add to a complex value keeps the other parts", """
                        before {"name": {"givenName": "Anna", "familyName": "Lee"}}
                        patch  {"op": "add", "path": "name", "value": {"familyName": "Ray"}}
                        after  {"name": {"givenName": "Anna", "familyName": "Ray"}}
                        """),
                Scenario.of("a role's value stays the text that it is", """
                        before {}
                        patch  {"op": "add", "path": "roles", "value": [{"value": "{\\"value\\":\\"25\\"}"}]}
                        after  {"roles": [{"value": "{\\"value\\":\\"25\\"}"}]}
                        """));
    }

    @ParameterizedTest
    @MethodSource("done")
    void patches(Scenario scenario) {
        Patching.when(scenario).strictly().thenUserIs(scenario.document("after"));
    }
}
