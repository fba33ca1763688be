package org.cortexscim.clients.jumpcloud;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;

/**
 * A custom SCIM integration of JumpCloud. Lists that somebody has nothing for are {@code []} at creation, and a PUT may
 * carry {@code "emails": null}; the order of the schemas changes, telephone numbers are {@code tel:} URIs.
 */
final class JumpCloudApp {
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final ScimClient http =
            ScimClient.ofServiceUnderTest().without("Accept-Charset").without("User-Agent");

    Answer find(String userName) {
        return http.find(userName);
    }

    Answer create(Person person) {
        return http.post("/Users", """
                        {"schemas":["%1$s","%2$s"],"userName":"%3$s","name":{"familyName":"%5$s","givenName":"%4$s"},
                         "displayName":"%4$s %5$s","emails":[{"value":"%3$s","type":"work","primary":true}],
                         "addresses":[],"phoneNumbers":[{"value":"tel:+1-201-555-0123","type":"work"}],"active":true,
                         "externalId":"5f1e8c2d1f2e3a0001a2b3c4","%2$s":{"department":"Sales"}}
                        """.formatted(
                                USER, ENTERPRISE, person.userName(), person.givenName(), person.familyName()))
                .hasStatus(201);
    }

    Answer user(String id) {
        return http.user(id);
    }

    /** All of the user, without its addresses. */
    Answer replace(String id, Person person, boolean active) {
        return http.put("/Users/" + id, """
                {"schemas":["%2$s","%1$s"],"id":"%6$s","userName":"%3$s",
                 "name":{"familyName":"%5$s","givenName":"%4$s"},"displayName":"%4$s %5$s",
                 "emails":null,"addresses":[],"phoneNumbers":[{"value":"tel:+1-201-555-0123","type":"work"}],
                 "active":%7$s,"externalId":"5f1e8c2d1f2e3a0001a2b3c4","%2$s":{"department":"Sales"}}
                """.formatted(
                        USER, ENTERPRISE, person.userName(), person.givenName(), person.familyName(), id, active));
    }

    Answer deleteUser(String id) {
        return http.delete("/Users/" + id);
    }

    Answer createGroup(String displayName) {
        return http.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s","members":[]}""".formatted(displayName)).hasStatus(201);
    }

    Answer addMember(String group, String id) {
        return http.patchGroup(group, """
                {"op":"add","path":"members","value":[{"value":"%s"}]}""".formatted(id));
    }

    /** The member is named in the value, not in the path. */
    Answer removeMember(String group, String id) {
        return http.patchGroup(group, """
                {"op":"remove","path":"members","value":[{"value":"%s"}]}""".formatted(id));
    }

    Answer deleteGroup(String id) {
        return http.delete("/Groups/" + id);
    }
}
