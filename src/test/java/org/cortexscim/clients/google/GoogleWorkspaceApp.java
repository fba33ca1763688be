package org.cortexscim.clients.google;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;

/**
 * Auto-provisioning of a custom SAML app of Google Workspace: {@code application/json} in every request, also in those
 * without a body. How it updates is not published; the form here is that of RFC 7644.
 */
final class GoogleWorkspaceApp {
    private final ScimClient http = ScimClient.ofServiceUnderTest()
            .with("User-Agent", "Google-Auto-Provisioning")
            .with("Content-Type", "application/json")
            .with("Accept", "application/json")
            .without("Accept-Charset");

    Answer probe() {
        return http.get("/Users?count=1");
    }

    Answer find(String userName) {
        return http.find(userName);
    }

    Answer create(Person person) {
        return http.post("/Users", person.document("\"active\":true")).hasStatus(201);
    }

    Answer suspend(String id) {
        return http.patchUser(id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");
    }

    Answer replace(String id, Person person) {
        return http.put("/Users/" + id, person.document("\"active\":true"));
    }

    Answer delete(String id) {
        return http.delete("/Users/" + id);
    }
}
