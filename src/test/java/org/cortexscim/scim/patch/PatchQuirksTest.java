package org.cortexscim.scim.patch;

import java.util.stream.Stream;
import org.cortexscim.testing.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Okta, Entra and others send in a PATCH beside the RFC, read as it is meant: before → patch → after. */
class PatchQuirksTest {

    static Stream<Scenario> spellings() {
        return Stream.of(
                Scenario.of("Entra writes operations with a capital", """
                        before {"title": "Clerk", "nickName": "Annie"}
                        patch  [{"op": "Add", "path": "locale", "value": "en"}, {"op": "Replace", "path": "title", "value": "Boss"},
                                {"op": "Remove", "path": "nickName"}]
                        after  {"title": "Boss", "locale": "en"}
                        """),
                Scenario.of("names in any case", """
                        before {"displayName": "Anna", "emails": [{"value": "a@x", "type": "work"}]}
                        patch  [{"OP": "REPLACE", "PATH": "DISPLAYNAME", "VALUE": "Anne"},
                                {"op": "replace", "path": "EMAILS[TYPE EQ \\"WORK\\"].VALUE", "value": "b@x"}]
                        after  {"displayName": "Anne", "emails": [{"value": "b@x", "type": "work"}]}
                        """),
                Scenario.of("Entra disables by a text", """
                        before {"active": true}
                        patch  {"op": "Replace", "path": "active", "value": "False"}
                        after  {"active": false}
                        """),
                Scenario.of("Okta disables without path", """
                        before {"active": true, "title": "Clerk"}
                        patch  {"op": "replace", "value": {"active": false}}
                        after  {"active": false, "title": "Clerk"}
                        """),
                Scenario.of("a primary as a text takes the place of the old one", """
                        before {"emails": [{"value": "a@x", "primary": true}]}
                        patch  {"op": "Add", "path": "emails", "value": [{"value": "b@x", "primary": "True"}]}
                        after  {"emails": [{"value": "a@x", "primary": false}, {"value": "b@x", "primary": true}]}
                        """),
                Scenario.of("an element that is there is known by what its texts mean", """
                        before {"emails": [{"value": "a@x", "primary": true}, {"value": "7", "type": "home"}]}
                        patch  [{"op": "Add", "path": "emails", "value": [{"value": "a@x", "primary": "True", "display": ""}]},
                                {"op": "Add", "path": "emails", "value": {"value": 7, "type": "home", "colour": "red"}},
                                {"op": "replace", "path": "emails[primary eq \\"True\\"].display", "value": 1}]
                        after  {"emails": [{"value": "a@x", "primary": true, "display": "1"}, {"value": "7", "type": "home"}]}
                        """),
                Scenario.of("a primary role made by a text is one for the next operation", """
                        before {}
                        patch  [{"op": "replace", "path": "roles[primary eq \\"True\\"].value", "value": "r1"},
                                {"op": "replace", "path": "roles[primary eq true].value", "value": "r2"}]
                        after  {"roles": [{"primary": true, "value": "r2"}]}
                        """),
                Scenario.of("a boolean in a list of one", """
                        before {"active": false}
                        patch  {"op": "replace", "path": "active", "value": ["true"]}
                        after  {"active": true}
                        """),
                Scenario.of("an empty path is none", """
                        before {"title": "Clerk"}
                        patch  {"op": "replace", "path": "", "value": {"title": "Boss"}}
                        after  {"title": "Boss"}
                        """),
                Scenario.of("a password is taken and dropped", """
                        before {"title": "Clerk"}
                        patch  [{"op": "replace", "value": {"password": "1mz050nq"}},
                                {"op": "replace", "path": "password", "value": "1mz050nq"}]
                        after  {"title": "Clerk"}
                        """),
                Scenario.of("a filter that the RFC would quote", """
                        before {"emails": [{"value": "a@x", "primary": true}, {"value": "b@x"}]}
                        patch  [{"op": "replace", "path": "emails[primary eq \\"True\\"].value", "value": "c@x"},
                                {"op": "replace", "path": "emails[value eq b@x].type", "value": "home"}]
                        after  {"emails": [{"value": "c@x", "primary": true}, {"value": "b@x", "type": "home"}]}
                        """));
    }

    static Stream<Scenario> pathless() {
        return Stream.of(
                Scenario.of("Okta repeats the id, and what else is read-only", """
                        before {"displayName": "Old", "emails": [{"value": "a@x"}]}
                        patch  {"op": "replace", "value": {"id": "u1", "displayName": "New", "meta": {"version": "7"},
                                "groups": [{"value": "g1"}], "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"]}}
                        after  {"displayName": "New", "emails": [{"value": "a@x"}]}
                        """),
                Scenario.of("unknown names are passed over", """
                        before {"title": "Clerk"}
                        patch  {"op": "add", "value": {"colour": "red", "name.first": "Anna", "urn:x:User:title": "Boss",
                                "nickName": "Annie"}}
                        after  {"title": "Clerk", "nickName": "Annie"}
                        """),
                Scenario.of("Entra's dotted and URN-prefixed names", """
                        before {"name": {"givenName": "Anna", "familyName": "Lee", "middleName": "May"}}
                        patch  {"op": "replace", "value": {"displayName": "Bjfe", "name.givenName": "Kkom", "name.familyName": "Unua",
                                "urn:ietf:params:scim:schemas:core:2.0:User:title": "Boss",
                                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber": "Aklq"}}
                        after  {"displayName": "Bjfe", "name": {"givenName": "Kkom", "familyName": "Unua", "middleName": "May"},
                                "title": "Boss",
                                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"employeeNumber": "Aklq"}}
                        """),
                Scenario.of("a whole extension as one member", """
                        before {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D"}}
                        patch  {"op": "add", "value": {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                                {"department": "Sales", "manager": {"value": "m1", "displayName": "Max"}, "manager.$ref": "../m1"}}}
                        after  {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                                {"division": "D", "department": "Sales", "manager": {"value": "m1", "$ref": "../m1"}}}
                        """),
                Scenario.of("null adds nothing to an extension", """
                        before {"title": "Clerk", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D"}}
                        patch  {"op": "add", "value": {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": null}}
                        after  {"title": "Clerk", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D"}}
                        """),
                Scenario.of("null removes an extension that is replaced", """
                        before {"title": "Clerk", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D"}}
                        patch  {"op": "replace", "value": {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": null}}
                        after  {"title": "Clerk"}
                        """),
                Scenario.of("value paths as names", """
                        before {"emails": [{"value": "a@x", "type": "work"}]}
                        patch  {"op": "replace", "value": {"emails[type eq \\"work\\"].value": "b@x",
                                "phoneNumbers[type eq \\"mobile\\"].value": "555",
                                "addresses[type eq \\"work\\"]": {"locality": "Rome"}}}
                        after  {"emails": [{"value": "b@x", "type": "work"}], "phoneNumbers": [{"type": "mobile", "value": "555"}],
                                "addresses": [{"type": "work", "locality": "Rome"}]}
                        """),
                Scenario.of("null and empty remove, and add nothing", """
                        before {"title": "Clerk", "nickName": "Annie", "locale": "en", "emails": [{"value": "a@x"}]}
                        patch  [{"op": "replace", "value": {"title": null, "nickName": "", "emails": []}},
                                {"op": "add", "value": {"locale": null, "title": "", "roles": []}}]
                        after  {"locale": "en"}
                        """));
    }

    static Stream<Scenario> upserts() {
        return Stream.of(
                Scenario.of("Entra replaces the value of an element that is not there", """
                        before {}
                        patch  {"op": "Replace", "path": "emails[type eq \\"work\\"].value", "value": "a@x"}
                        after  {"emails": [{"type": "work", "value": "a@x"}]}
                        """),
                Scenario.of("Entra adds parts of one element one by one", """
                        before {"addresses": [{"type": "home", "locality": "Rome"}]}
                        patch  [{"op": "Add", "path": "addresses[type eq \\"work\\"].locality", "value": "Oslo"},
                                {"op": "Add", "path": "addresses[type eq \\"work\\"].country", "value": "NO"}]
                        after  {"addresses": [{"type": "home", "locality": "Rome"},
                                {"type": "work", "locality": "Oslo", "country": "NO"}]}
                        """),
                Scenario.of("every eq that and joins is taken over", """
                        before {"emails": [{"value": "a@x", "type": "work"}]}
                        patch  {"op": "replace", "path": "emails[type eq \\"home\\" and display eq \\"B\\"].value", "value": "b@x"}
                        after  {"emails": [{"value": "a@x", "type": "work"}, {"type": "home", "display": "B", "value": "b@x"}]}
                        """),
                Scenario.of("a whole element is made", """
                        before {}
                        patch  {"op": "replace", "path": "addresses[type eq \\"work\\"]", "value": [{"locality": "Rome"}]}
                        after  {"addresses": [{"type": "work", "locality": "Rome"}]}
                        """),
                Scenario.of("Entra's validator sets the primary role of a user without roles", """
                        before {}
                        patch  [{"op": "replace", "path": "roles[primary eq \\"True\\"].display", "value": "Boss"},
                                {"op": "replace", "path": "roles[primary eq \\"True\\"].value", "value": "r1"}]
                        after  {"roles": [{"primary": true, "display": "Boss", "value": "r1"}]}
                        """),
                Scenario.of("a primary made so takes the place of the old one", """
                        before {"emails": [{"value": "a@x", "type": "work", "primary": true}]}
                        patch  {"op": "add", "path": "emails[type eq \\"home\\" and primary eq true].value", "value": "b@x"}
                        after  {"emails": [{"value": "a@x", "type": "work", "primary": false},
                                {"type": "home", "primary": true, "value": "b@x"}]}
                        """),
                Scenario.of("an empty value makes nothing", """
                        before {"title": "Clerk"}
                        patch  [{"op": "add", "path": "emails[type eq \\"work\\"].value", "value": ""},
                                {"op": "add", "path": "emails[type eq \\"work\\"]", "value": {"value": ""}},
                                {"op": "replace", "path": "emails[type eq \\"work\\"].value", "value": null}]
                        after  {"title": "Clerk"}
                        """));
    }

    static Stream<Scenario> lists() {
        return Stream.of(
                Scenario.of("one object for a list of one", """
                        before {"emails": [{"value": "a@x"}]}
                        patch  {"op": "add", "path": "emails", "value": {"value": "b@x"}}
                        after  {"emails": [{"value": "a@x"}, {"value": "b@x"}]}
                        """),
                Scenario.of("bare texts for elements", """
                        before {"roles": [{"value": "r1"}]}
                        patch  [{"op": "add", "path": "roles", "value": "r2"}, {"op": "add", "path": "roles", "value": ["r1", "r3"]}]
                        after  {"roles": [{"value": "r1"}, {"value": "r2"}, {"value": "r3"}]}
                        """),
                Scenario.of("Entra's role as JSON in a text is taken", """
                        before {}
                        patch  {"op": "Add", "path": "roles", "value": [{"value": "{\\"id\\":\\"06b0\\",\\"value\\":\\"25\\",\\"displayName\\":\\"Role\\"}"}]}
                        after  {"roles": [{"value": "25", "display": "Role"}]}
                        """),
                Scenario.of("the same without a list, and of a role that is there", """
                        before {"roles": [{"value": "25", "display": "Role"}]}
                        patch  [{"op": "Add", "path": "roles", "value": {"value": "{\\"id\\":\\"06b0\\",\\"value\\":\\"25\\",\\"displayName\\":\\"Role\\"}"}},
                                {"op": "Add", "path": "roles", "value": {"value": "{\\"value\\":\\"26\\",\\"displayName\\":null}"}}]
                        after  {"roles": [{"value": "25", "display": "Role"}, {"value": "26"}]}
                        """),
                Scenario.of("remove by a list of values takes only these", """
                        before {"emails": [{"value": "a@x", "type": "work"}, {"value": "b@x"}, {"value": "c@x"}]}
                        patch  {"op": "Remove", "path": "emails", "value": [{"$ref": null, "value": "a@x"}, null, {"value": "z@x"}, "C@X"]}
                        after  {"emails": [{"value": "b@x"}]}
                        """),
                Scenario.of("remove by an element whose texts mean another type", """
                        before {"addresses": [{"locality": "Rome", "primary": true}, {"locality": "Oslo"}]}
                        patch  {"op": "remove", "path": "addresses", "value": {"locality": "Rome", "primary": "True"}}
                        after  {"addresses": [{"locality": "Oslo"}]}
                        """),
                Scenario.of("remove by one value", """
                        before {"emails": [{"value": "a@x"}, {"value": "b@x"}, {"type": "home"}]}
                        patch  {"op": "remove", "path": "emails", "value": {"value": "b@x"}}
                        after  {"emails": [{"value": "a@x"}, {"type": "home"}]}
                        """),
                Scenario.of("remove by an element without a value", """
                        before {"addresses": [{"type": "work", "locality": "Rome"}, {"type": "home"}]}
                        patch  {"op": "remove", "path": "addresses", "value": [{"type": "home"}]}
                        after  {"addresses": [{"type": "work", "locality": "Rome"}]}
                        """),
                Scenario.of("nulls between elements", """
                        before {"emails": [{"value": "a@x"}]}
                        patch  {"op": "add", "path": "emails", "value": [null, {"value": "b@x"}]}
                        after  {"emails": [{"value": "a@x"}, {"value": "b@x"}]}
                        """));
    }

    /** In these M stands for the manager's full path. */
    static Stream<Scenario> managers() {
        return Stream.of(
                manager("a bare id", "{'op': 'Add', 'path': 'M', 'value': 'm2'}", "m2"),
                manager("a list of one", "{'op': 'Add', 'path': 'M', 'value': [{'$ref': null, 'value': 'm2'}]}", "m2"),
                manager("an object", "{'op': 'replace', 'path': 'M', 'value': {'value': 'm2'}}", "m2"),
                manager(
                        "an object with its name",
                        "{'op': 'replace', 'path': 'M', 'value': {'value': 'm2', 'displayName': 'X'}}",
                        "m2"),
                manager("a member", "{'op': 'replace', 'value': {'M': 'm2'}}", "m2"),
                manager("a path to the id", "{'op': 'replace', 'path': 'M.value', 'value': 'm2'}", "m2"),
                manager("a path without URN", "{'op': 'Add', 'path': 'manager', 'value': 'm2'}", "m2"),
                manager("remove", "{'op': 'remove', 'path': 'M'}", null),
                manager("remove by its value", "{'op': 'Remove', 'path': 'M', 'value': [{'value': 'm1'}]}", null),
                manager("an empty text", "{'op': 'replace', 'path': 'M', 'value': ''}", null),
                manager("null", "{'op': 'replace', 'path': 'M', 'value': null}", null),
                manager("an empty id", "{'op': 'replace', 'path': 'M', 'value': {'value': ''}}", null),
                manager("an empty id in a list", "{'op': 'replace', 'path': 'M', 'value': [{'value': null}]}", null),
                manager("an empty list", "{'op': 'replace', 'path': 'M', 'value': []}", null),
                manager(
                        "an empty id and reference",
                        "{'op': 'replace', 'path': 'M', 'value': {'value': '', '$ref': null}}",
                        null));
    }

    private static Scenario manager(String form, String patch, @Nullable String after) {
        String urn = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        String kept = after == null
                ? "{'title': 'x'}"
                : "{'title': 'x', '" + urn + "': {'manager': {'value': '" + after + "'}}}";
        String text = "before {'title': 'x', '" + urn + "': {'manager': {'value': 'm1'}}}\npatch " + patch + "\nafter "
                + kept;
        return Scenario.of(form, text.replace("'M", "'" + urn + ":manager").replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource({"spellings", "pathless", "upserts", "lists", "managers"})
    void patchesAsMeant(Scenario scenario) {
        Patching.when(scenario).thenUserIs(scenario.document("after"));
    }
}
