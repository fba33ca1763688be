package org.cortexscim.clients.rippling;

import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;

/**
 * A custom app of Rippling with "User Management via SCIM": pagination, groups edited by PATCH. A POST that it believes lost
 * is sent again.
 */
final class RipplingApp {
    private final ScimClient http =
            ScimClient.ofServiceUnderTest().without("Accept-Charset").without("User-Agent");

    Answer testConnection() {
        return http.get("/ServiceProviderConfig");
    }

    Answer users(int startIndex, int count) {
        return http.get("/Users?startIndex=%d&count=%d".formatted(startIndex, count))
                .hasStatus(200);
    }

    Answer create(Person person) {
        return http.post("/Users", person.document("\"externalId\":\"rippling-1\",\"active\":true"));
    }

    Answer update(String id, String operation) {
        return http.patchUser(id, operation);
    }

    Answer createGroup(String displayName) {
        return http.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s"}""".formatted(displayName)).hasStatus(201);
    }

    Answer editGroup(String id, String operation) {
        return http.patchGroup(id, operation);
    }

    Answer deleteGroup(String id) {
        return http.delete("/Groups/" + id);
    }
}
