package org.cortexscim.clients.onelogin;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;

/**
 * A SCIM app of OneLogin. What a user looks like is a JSON template that an admin has edited: values that somebody lacks
 * stand there as "" or null, {@code active} is a text, {@code emails} may be one object, and the schemas may be those of
 * SCIM 1.1. URLs end with a stray {@code &} or {@code ?}.
 */
final class OneLoginApp {
    private static final String TEMPLATE = """
            {"schemas":["urn:scim:schemas:core:2.0","urn:scim:schemas:extension:enterprise:2.0"],
             "id":null,"userName":"%1$s","externalId":"%4$s","active":"%5$s",
             "name":{"givenName":"%2$s","familyName":"%3$s","formatted":"%2$s %3$s"},
             "emails":{"value":"%1$s","type":"work","primary":true},
             "title":"%6$s","phoneNumbers":[{"value":"","type":"work"}],
             "urn:scim:schemas:extension:enterprise:2.0":{"department":""},
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"","manager":{"managerId":null}}}
            """;

    private final ScimClient http = ScimClient.ofServiceUnderTest()
            .with("Accept", "application/json")
            .with("Content-Type", "application/json")
            .without("Accept-Charset")
            .without("User-Agent");

    /** The look-up of the connection's test, and the first one of an assignment. */
    Answer find(String userName) {
        String filter = ScimClient.encodedAsForm("userName eq \"%s\"".formatted(userName));
        return http.get("/Users?filter=" + filter + "&").hasStatus(200);
    }

    Answer create(Person person, String active) {
        return http.post("/Users", document(person, active, "Clerk")).hasStatus(201);
    }

    Answer user(String id) {
        return http.get("/Users/" + id);
    }

    Answer update(String id, Person person, String active, String title) {
        return http.put("/Users/" + id + "?", document(person, active, title));
    }

    Answer delete(String id) {
        return http.delete("/Users/" + id);
    }

    Answer users(int startIndex) {
        return http.get("/Users?startIndex=%d&count=100&".formatted(startIndex)).hasStatus(200);
    }

    Answer groups() {
        return http.get("/Groups?").hasStatus(200);
    }

    Answer createGroup(String displayName) {
        return http.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":null,"displayName":"%s"}""".formatted(displayName)).hasStatus(201);
    }

    Answer addMember(String group, String id) {
        return http.patchGroup(group, """
                {"op":"add","path":"members","value":[{"value":"%s"}]}""".formatted(id));
    }

    Answer removeMember(String group, String id) {
        return http.patchGroup(group, """
                {"op":"remove","path":"members[value eq \\"%s\\"]"}""".formatted(id));
    }

    private static String document(Person person, String active, String title) {
        return TEMPLATE.formatted(
                person.userName(), person.givenName(), person.familyName(), "123456789", active, title);
    }
}
