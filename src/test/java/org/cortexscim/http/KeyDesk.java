package org.cortexscim.http;

import java.util.UUID;

/** Makes and changes API keys as the workspace's admin does. */
final class KeyDesk {
    static final String PATH = "//api/v1/auth/key";

    private final ScimClient http;

    KeyDesk(ScimClient http) {
        this.http = http;
    }

    static KeyDesk ofServiceUnderTest() {
        return new KeyDesk(Workspace.ofServiceUnderTest().http());
    }

    /** This desk with another key to sign in. */
    KeyDesk with(String secret) {
        return new KeyDesk(http.with("Authorization", "Bearer " + secret));
    }

    Answer create(String document) {
        return http.post(PATH, document);
    }

    /** A new key with a name of its own and one built-in role. */
    Answer createWith(String role) {
        return create(document(role)).hasStatus(200);
    }

    static String document(String role) {
        return "{\"name\":\"Key %s\",\"roles\":[{\"type\":\"DEFAULT\",\"role\":\"%s\"}]}"
                .formatted(UUID.randomUUID(), role);
    }

    /** The same with an end. */
    static String document(String role, Object expirationDate) {
        return document(role).replaceFirst("}$", ",\"expirationDate\":\"%s\"}".formatted(expirationDate));
    }

    Answer get(String cid) {
        return http.get(PATH + "/" + cid);
    }

    Answer list(String query) {
        return http.get(PATH + query);
    }

    Answer put(String cid, String document) {
        return http.put(PATH + "/" + cid, document);
    }

    Answer delete(String cid) {
        return http.delete(PATH + "/" + cid);
    }

    Answer rotate(String cid, String document) {
        return http.post(PATH + "/" + cid + "/rotate", document);
    }

    /** What the service answers to whoever has this secret. */
    Answer tryOut(String secret) {
        return http.with("Authorization", "Bearer " + secret).get(PATH + "?pageSize=1");
    }
}
