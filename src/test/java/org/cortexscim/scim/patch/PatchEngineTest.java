package org.cortexscim.scim.patch;

import java.util.stream.Stream;
import org.cortexscim.testing.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PATCH by the RFC (RFC 7644 §3.5.2): before → patch → after. What clients do besides is in {@link PatchQuirksTest}. */
class PatchEngineTest {

    static Stream<Scenario> add() {
        return Stream.of(
                Scenario.of("add sets a single value", """
                        before {"title": "Clerk"}
                        patch  {"op": "add", "path": "nickName", "value": "Annie"}
                        after  {"title": "Clerk", "nickName": "Annie"}
                        """),
                Scenario.of("add replaces a single value", """
                        before {"title": "Clerk"}
                        patch  {"op": "add", "path": "title", "value": "Boss"}
                        after  {"title": "Boss"}
                        """),
                Scenario.of("add to a list keeps its elements", """
                        before {"emails": [{"value": "a@x", "type": "work"}]}
                        patch  {"op": "add", "path": "emails", "value": [{"value": "b@x", "type": "home"}]}
                        after  {"emails": [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}]}
                        """),
                Scenario.of("add makes a list", """
                        before {}
                        patch  {"op": "add", "path": "emails", "value": [{"value": "a@x"}, {"value": "b@x"}]}
                        after  {"emails": [{"value": "a@x"}, {"value": "b@x"}]}
                        """),
                Scenario.of("add of an element that is there changes nothing", """
                        before {"emails": [{"value": "a@x", "type": "work"}, {"value": "b@x"}]}
                        patch  {"op": "add", "path": "emails", "value": [{"type": "work", "value": "a@x"}]}
                        after  {"emails": [{"value": "a@x", "type": "work"}, {"value": "b@x"}]}
                        """),
                Scenario.of("add of a value that is there with its type adds only what is new", """
                        before {"emails": [{"value": "a@x", "type": "work", "primary": true}, {"value": "b@x", "type": "home"}]}
                        patch  {"op": "add", "path": "emails", "value": [{"value": "A@X", "type": "Work"},
                                {"value": "b@x", "type": "home", "display": "B"}, {"value": "b@x", "type": "other"}]}
                        after  {"emails": [{"value": "a@x", "type": "work", "primary": true},
                                {"value": "b@x", "type": "home", "display": "B"}, {"value": "b@x", "type": "other"}]}
                        """),
                Scenario.of("add of null parts changes nothing", """
                        before {"name": {"givenName": "Anna"}, "emails": [{"value": "a@x", "type": "work", "display": "A"}]}
                        patch  [{"op": "add", "path": "name", "value": {"givenName": null, "familyName": "Lee"}},
                                {"op": "add", "path": "name.givenName", "value": null},
                                {"op": "add", "path": "emails[type eq \\"work\\"]", "value": {"display": null, "primary": true}}]
                        after  {"name": {"givenName": "Anna", "familyName": "Lee"},
                                "emails": [{"value": "a@x", "type": "work", "display": "A", "primary": true}]}
                        """),
                Scenario.of("add without path merges an object (RFC 7644 §3.5.2.1)", """
                        before {"emails": [{"value": "a@x"}], "name": {"familyName": "Jensen"}}
                        patch  {"op": "add", "value": {"emails": [{"value": "babs@jensen.org", "type": "home"}],
                                "nickname": "Babs", "name": {"givenName": "Barbara"}}}
                        after  {"emails": [{"value": "a@x"}, {"value": "babs@jensen.org", "type": "home"}],
                                "nickName": "Babs", "name": {"givenName": "Barbara", "familyName": "Jensen"}}
                        """),
                Scenario.of("add to a part of a complex value keeps the others", """
                        before {"name": {"familyName": "Lee"}}
                        patch  {"op": "add", "path": "name.givenName", "value": "Anna"}
                        after  {"name": {"familyName": "Lee", "givenName": "Anna"}}
                        """),
                Scenario.of("add to a part makes the complex value", """
                        before {}
                        patch  {"op": "add", "path": "name.givenName", "value": "Anna"}
                        after  {"name": {"givenName": "Anna"}}
                        """),
                Scenario.of("add by value path merges into the selected element", """
                        before {"addresses": [{"type": "work", "locality": "Rome"}, {"type": "home"}]}
                        patch  {"op": "add", "path": "addresses[type eq \\"work\\"]", "value": {"country": "IT"}}
                        after  {"addresses": [{"type": "work", "locality": "Rome", "country": "IT"}, {"type": "home"}]}
                        """),
                Scenario.of("add to a part of a list's elements reaches all of them", """
                        before {"emails": [{"value": "a@x"}, {"value": "b@x", "display": "B"}]}
                        patch  {"op": "add", "path": "emails.display", "value": "mail"}
                        after  {"emails": [{"value": "a@x", "display": "mail"}, {"value": "b@x", "display": "mail"}]}
                        """));
    }

    static Stream<Scenario> replace() {
        return Stream.of(
                Scenario.of("replace sets a single value, there or not", """
                        before {"title": "Clerk"}
                        patch  [{"op": "replace", "path": "title", "value": "Boss"},
                                {"op": "replace", "path": "locale", "value": "en-US"}]
                        after  {"title": "Boss", "locale": "en-US"}
                        """),
                Scenario.of("replace of a list takes all its elements away (RFC 7644 §3.5.2.3)", """
                        before {"emails": [{"value": "a@x", "type": "work", "primary": true}, {"value": "b@x"}]}
                        patch  {"op": "replace", "path": "emails", "value": [{"value": "c@x", "primary": true}]}
                        after  {"emails": [{"value": "c@x", "primary": true}]}
                        """),
                Scenario.of("replace of a list by an empty one removes it", """
                        before {"title": "Clerk", "emails": [{"value": "a@x"}]}
                        patch  {"op": "replace", "path": "emails", "value": []}
                        after  {"title": "Clerk"}
                        """),
                Scenario.of("replace by null removes", """
                        before {"title": "Clerk", "nickName": "Annie", "name": {"givenName": "Anna", "familyName": "Lee"}}
                        patch  [{"op": "replace", "path": "title", "value": null},
                                {"op": "replace", "path": "name.givenName", "value": null}]
                        after  {"nickName": "Annie", "name": {"familyName": "Lee"}}
                        """),
                Scenario.of("replace of a complex value removes the parts that are null", """
                        before {"name": {"givenName": "Anna", "familyName": "Lee", "middleName": "May"}}
                        patch  {"op": "replace", "path": "name", "value": {"familyName": null, "middleName": "", "givenName": "Anne"}}
                        after  {"name": {"givenName": "Anne"}}
                        """),
                Scenario.of("replace of a complex value sets the given parts (RFC 7644 §3.5.2.3)", """
                        before {"name": {"givenName": "Anna", "familyName": "Lee"}}
                        patch  {"op": "replace", "path": "name", "value": {"familyName": "Ray", "middleName": "May"}}
                        after  {"name": {"givenName": "Anna", "familyName": "Ray", "middleName": "May"}}
                        """),
                Scenario.of("replace by value path sets one element (RFC 7644 §3.5.2.3)", """
                        before {"addresses": [{"type": "work", "locality": "Rome", "country": "IT"}, {"type": "home"}]}
                        patch  {"op": "replace", "path": "addresses[type eq \\"work\\"]", "value":
                                {"type": "work", "streetAddress": "911 Universal City Plaza", "locality": "Hollywood"}}
                        after  {"addresses": [{"type": "work", "streetAddress": "911 Universal City Plaza",
                                "locality": "Hollywood", "country": "IT"}, {"type": "home"}]}
                        """),
                Scenario.of("replace by value path removes the parts that are null", """
                        before {"roles": [{"value": "Member", "type": "work", "display": "M", "primary": true}]}
                        patch  {"op": "replace", "path": "roles[value eq \\"Member\\"]", "value": {"display": "x", "type": null}}
                        after  {"roles": [{"value": "Member", "display": "x", "primary": true}]}
                        """),
                Scenario.of("replace by value path sets one part of one element (RFC 7644 §3.5.2.3)", """
                        before {"addresses": [{"type": "work", "streetAddress": "Via 1"}, {"type": "home"}]}
                        patch  {"op": "replace", "path": "addresses[type eq \\"work\\"].streetAddress",
                                "value": "1010 Broadway Ave"}
                        after  {"addresses": [{"type": "work", "streetAddress": "1010 Broadway Ave"}, {"type": "home"}]}
                        """),
                Scenario.of("replace by value path sets every selected element", """
                        before {"emails": [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "work"},
                                {"value": "c@x", "type": "home"}]}
                        patch  {"op": "replace", "path": "emails[type eq \\"work\\"].display", "value": "Office"}
                        after  {"emails": [{"value": "a@x", "type": "work", "display": "Office"},
                                {"value": "b@x", "type": "work", "display": "Office"}, {"value": "c@x", "type": "home"}]}
                        """),
                Scenario.of("replace without path touches only what is named (RFC 7644 §3.5.2.3)", """
                        before {"title": "Clerk", "emails": [{"value": "a@x"}], "nickName": "Annie"}
                        patch  {"op": "replace", "value": {"emails": [{"value": "bjensen@example.com", "type": "work"},
                                {"value": "babs@jensen.org", "type": "home"}], "nickname": "Babs"}}
                        after  {"title": "Clerk", "emails": [{"value": "bjensen@example.com", "type": "work"},
                                {"value": "babs@jensen.org", "type": "home"}], "nickName": "Babs"}
                        """),
                Scenario.of("a filter may join, negate and group", """
                        before {"emails": [{"value": "a@x", "type": "work"}, {"value": "b@x", "type": "home"}]}
                        patch  {"op": "replace", "path":
                                "emails[not (type eq \\"work\\") and (value co \\"b\\" or display pr)].display", "value": "B"}
                        after  {"emails": [{"value": "a@x", "type": "work"},
                                {"value": "b@x", "type": "home", "display": "B"}]}
                        """),
                Scenario.of("a filter's value may contain brackets", """
                        before {"ims": [{"value": "a]b.c", "type": "aim"}]}
                        patch  {"op": "replace", "path": "ims[value eq \\"a]b.c\\"].type", "value": "xmpp"}
                        after  {"ims": [{"value": "a]b.c", "type": "xmpp"}]}
                        """));
    }

    static Stream<Scenario> remove() {
        return Stream.of(
                Scenario.of("remove takes a single value away, there or not", """
                        before {"title": "Clerk", "nickName": "Annie"}
                        patch  [{"op": "remove", "path": "title"}, {"op": "remove", "path": "locale"}]
                        after  {"nickName": "Annie"}
                        """),
                Scenario.of("remove takes a complex value away", """
                        before {"title": "Clerk", "name": {"givenName": "Anna"}}
                        patch  {"op": "remove", "path": "name"}
                        after  {"title": "Clerk"}
                        """),
                Scenario.of("remove takes one part away", """
                        before {"name": {"givenName": "Anna", "familyName": "Lee"}}
                        patch  [{"op": "remove", "path": "name.givenName"}, {"op": "remove", "path": "name.middleName"}]
                        after  {"name": {"familyName": "Lee"}}
                        """),
                Scenario.of("remove takes a list away", """
                        before {"title": "Clerk", "emails": [{"value": "a@x"}, {"value": "b@x"}]}
                        patch  {"op": "remove", "path": "emails"}
                        after  {"title": "Clerk"}
                        """),
                Scenario.of("remove by value path takes the selected elements away (RFC 7644 §3.5.2.2)", """
                        before {"emails": [{"value": "a@x", "type": "work"}, {"value": "b@y", "type": "work"},
                                {"value": "c@x", "type": "home"}]}
                        patch  {"op": "remove", "path": "emails[type eq \\"work\\" and value ew \\"@x\\"]"}
                        after  {"emails": [{"value": "b@y", "type": "work"}, {"value": "c@x", "type": "home"}]}
                        """),
                Scenario.of("remove by value path takes one part away", """
                        before {"emails": [{"value": "a@x", "type": "work", "display": "A"}, {"value": "b@x", "display": "B"}]}
                        patch  {"op": "remove", "path": "emails[type eq \\"work\\"].display"}
                        after  {"emails": [{"value": "a@x", "type": "work"}, {"value": "b@x", "display": "B"}]}
                        """),
                Scenario.of("remove of a part of a list's elements reaches all of them", """
                        before {"emails": [{"value": "a@x", "display": "A"}, {"value": "b@x", "display": "B"}]}
                        patch  {"op": "remove", "path": "emails.display"}
                        after  {"emails": [{"value": "a@x"}, {"value": "b@x"}]}
                        """),
                Scenario.of("remove of every part leaves nothing to select", """
                        before {"emails": [{"value": "a@x"}]}
                        patch  [{"op": "remove", "path": "emails.value"}, {"op": "add", "path": "emails.value", "value": "b@x"}]
                        after  {"emails": [{"value": "b@x"}]}
                        """),
                Scenario.of("remove of what is not there changes nothing", """
                        before {"title": "Clerk", "emails": [{"value": "a@x", "type": "work"}]}
                        patch  [{"op": "remove", "path": "emails[type eq \\"home\\"]"},
                                {"op": "remove", "path": "emails[type eq \\"home\\"].value"},
                                {"op": "remove", "path": "phoneNumbers[type eq \\"home\\"]"}]
                        after  {"title": "Clerk", "emails": [{"value": "a@x", "type": "work"}]}
                        """));
    }

    static Stream<Scenario> schemas() {
        return Stream.of(
                Scenario.of("paths may carry a URN, in any case", """
                        before {"title": "Clerk"}
                        patch  [{"op": "replace", "path": "urn:ietf:params:scim:schemas:core:2.0:User:title", "value": "Boss"},
                                {"op": "add", "path": "URN:ietf:params:scim:schemas:core:2.0:user:NAME.givenname", "value": "A"},
                                {"op": "add", "path": "urn:ietf:params:scim:schemas:core:2.0:User:emails[type eq \\"work\\"].value",
                                 "value": "a@x"}]
                        after  {"title": "Boss", "name": {"givenName": "A"}, "emails": [{"type": "work", "value": "a@x"}]}
                        """),
                Scenario.of("an extension's attributes are set and removed by URN", """
                        before {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D", "costCenter": "1"}}
                        patch  [{"op": "add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                                 "value": "Sales"},
                                {"op": "remove", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:division"},
                                {"op": "replace", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costcenter",
                                 "value": "2"}]
                        after  {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                                {"costCenter": "2", "department": "Sales"}}
                        """),
                Scenario.of("an extension appears with its first attribute and goes with its last", """
                        before {"title": "Clerk"}
                        patch  [{"op": "add", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
                                 "value": "Sales"},
                                {"op": "remove", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department"}]
                        after  {"title": "Clerk"}
                        """),
                Scenario.of("a whole extension is set part by part", """
                        before {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D", "costCenter": "1"}}
                        patch  {"op": "replace", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                                "value": {"COSTCENTER": "2", "colour": "red"}}
                        after  {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D", "costCenter": "2"}}
                        """),
                Scenario.of("a whole extension is removed", """
                        before {"title": "Clerk", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "D"}}
                        patch  {"op": "remove", "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"}
                        after  {"title": "Clerk"}
                        """),
                Scenario.of("another manager takes the whole place of the old one", """
                        before {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                                {"manager": {"value": "m1", "$ref": "../Users/m1"}}}
                        patch  {"op": "replace", "value": {"value": "m2"},
                                "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager"}
                        after  {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"value": "m2"}}}
                        """),
                Scenario.of("a manager's part is set by its path", """
                        before {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"manager": {"$ref": "../Users/m1"}}}
                        patch  {"op": "replace", "value": "m2",
                                "path": "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value"}
                        after  {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                                {"manager": {"$ref": "../Users/m1", "value": "m2"}}}
                        """));
    }

    static Stream<Scenario> primary() {
        return Stream.of(
                Scenario.of("an added primary takes the place of the old one", """
                        before {"emails": [{"value": "a@x", "primary": true}, {"value": "b@x"}]}
                        patch  {"op": "add", "path": "emails", "value": [{"value": "c@x", "primary": true}]}
                        after  {"emails": [{"value": "a@x", "primary": false}, {"value": "b@x"},
                                {"value": "c@x", "primary": true}]}
                        """),
                Scenario.of("an added primary takes the place of an old one that is added again without it", """
                        before {"emails": [{"value": "a@x", "type": "work", "primary": true}]}
                        patch  {"op": "add", "path": "emails", "value": [{"value": "a@x", "type": "work"},
                                {"value": "b@x", "primary": true}]}
                        after  {"emails": [{"value": "a@x", "type": "work", "primary": false}, {"value": "b@x", "primary": true}]}
                        """),
                Scenario.of("a primary stays when it is added again", """
                        before {"emails": [{"value": "a@x", "primary": true}, {"value": "b@x", "primary": false}]}
                        patch  {"op": "add", "path": "emails", "value": [{"value": "a@x", "primary": true}]}
                        after  {"emails": [{"value": "a@x", "primary": true}, {"value": "b@x", "primary": false}]}
                        """),
                Scenario.of("an element made primary takes the place of the old one", """
                        before {"emails": [{"value": "a@x", "primary": true}, {"value": "b@x", "type": "home"}]}
                        patch  {"op": "replace", "path": "emails[type eq \\"home\\"].primary", "value": true}
                        after  {"emails": [{"value": "a@x", "primary": false},
                                {"value": "b@x", "type": "home", "primary": true}]}
                        """),
                Scenario.of("a primary may cease to be one", """
                        before {"emails": [{"value": "a@x", "primary": true}]}
                        patch  {"op": "replace", "path": "emails[primary eq true].primary", "value": false}
                        after  {"emails": [{"value": "a@x", "primary": false}]}
                        """),
                Scenario.of("a new element that is not primary leaves the old one alone", """
                        before {"emails": [{"value": "a@x", "primary": true}]}
                        patch  {"op": "add", "path": "emails", "value": {"value": "b@x", "primary": false}}
                        after  {"emails": [{"value": "a@x", "primary": true}, {"value": "b@x", "primary": false}]}
                        """));
    }

    static Stream<Scenario> sequences() {
        return Stream.of(
                Scenario.of("operations see what those before them did", """
                        before {"displayName": "A"}
                        patch  [{"op": "remove", "path": "displayName"}, {"op": "add", "path": "displayName", "value": "B"},
                                {"op": "replace", "path": "displayName", "value": "C"}]
                        after  {"displayName": "C"}
                        """),
                Scenario.of("a later operation changes what an earlier one brought", """
                        before {}
                        patch  [{"op": "replace", "path": "name", "value": {"givenName": "Anna", "familyName": "Lee"}},
                                {"op": "remove", "path": "name.familyName"},
                                {"op": "add", "value": {"emails": [{"value": "a@x", "type": "work"}]}},
                                {"op": "replace", "path": "emails[type eq \\"work\\"].value", "value": "b@x"}]
                        after  {"name": {"givenName": "Anna"}, "emails": [{"value": "b@x", "type": "work"}]}
                        """));
    }

    @ParameterizedTest
    @MethodSource({"add", "replace", "remove", "schemas", "primary", "sequences"})
    void patches(Scenario scenario) {
        Patching.when(scenario).thenUserIs(scenario.document("after"));
    }
}
