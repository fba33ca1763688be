package org.cortexscim.clients.okta;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import jakarta.json.JsonValue;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;

/**
 * A custom Okta app made by the App Integration Wizard: it never sends a PATCH. Every update is a GET by id and then a
 * PUT of what the GET answered, merged with the mapped values, a random password and {@code groups: []}.
 */
final class AiwApp {
    private final ScimClient http;

    AiwApp(ScimClient http) {
        this.http = http;
    }

    /** Looks for the user; links and reactivates the one it finds, creates it when it finds none. */
    Answer assign(Person person) {
        Answer found = http.get("/Users?filter=" + ScimClient.encoded("userName eq \"%s\"".formatted(person.userName()))
                        + "&startIndex=1&count=100")
                .hasStatus(200);
        return found.number("totalResults") == 0
                ? create(person)
                : put(
                        found.text("Resources/0/id"),
                        Json.createPatchBuilder()
                                .add("/name/givenName", person.givenName())
                                .add("/name/familyName", person.familyName())
                                .add("/active", true));
    }

    Answer create(Person person) {
        String more = """
                "displayName":"%s %s","locale":"en-US","externalId":"00ujl29u0le5T6Aj10h7",
                "groups":[],"password":"1mz050nq","active":true""".formatted(person.givenName(), person.familyName());
        return http.post("/Users", person.document(more)).hasStatus(201);
    }

    /** Pushes one changed value of the profile, such as {@code name/givenName}. */
    Answer update(String id, String path, String value) {
        return put(id, Json.createPatchBuilder().add("/" + path, value));
    }

    Answer deactivate(String id) {
        return put(id, Json.createPatchBuilder().add("/active", false));
    }

    Answer reactivate(String id) {
        return put(id, Json.createPatchBuilder().add("/active", true));
    }

    /** Pushes the profile again, unchanged. */
    Answer forceSync(String id) {
        return put(id, Json.createPatchBuilder());
    }

    private Answer put(String id, JsonPatchBuilder mapped) {
        JsonObject echoed = http.user(id).hasStatus(200).json();
        JsonObject body = mapped.add("/password", "Kv7J2LEa")
                .add("/groups", JsonValue.EMPTY_JSON_ARRAY)
                .build()
                .apply(echoed);
        return http.put("/Users/" + id, body.toString()).hasStatus(200);
    }
}
