package org.cortexscim.testing;

import java.util.UUID;

/** Makes and changes API keys as the workspace's admin does. */
public final class KeyDesk {
    static final String PATH = "//api/v1/auth/key";

    private final ScimClient http;

    public KeyDesk(ScimClient http) {
        this.http = http;
    }

    public static KeyDesk ofServiceUnderTest() {
        return new KeyDesk(Workspace.ofServiceUnderTest().http());
    }

    /** This desk with another key to sign in. */
    public KeyDesk with(String secret) {
        return new KeyDesk(http.with("Authorization", "Bearer " + secret));
    }

    public Answer create(String document) {
        return http.post(PATH, document);
    }

    /** A new key with a name of its own and one built-in role. */
    public Answer createWith(String role) {
        return create(document(role)).hasStatus(200);
    }

    public static String document(String role) {
        return "{\"name\":\"Key %s\",\"roles\":[{\"type\":\"DEFAULT\",\"role\":\"%s\"}]}"
                .formatted(UUID.randomUUID(), role);
    }

    /** The same with an end. */
    public static String document(String role, Object expirationDate) {
        return document(role).replaceFirst("}$", ",\"expirationDate\":\"%s\"}".formatted(expirationDate));
    }

    public Answer get(String cid) {
        return http.get(PATH + "/" + cid);
    }

    public Answer list(String query) {
        return http.get(PATH + query);
    }

    public Answer put(String cid, String document) {
        return http.put(PATH + "/" + cid, document);
    }

    public Answer delete(String cid) {
        return http.delete(PATH + "/" + cid);
    }

    public Answer startRotation(String cid, String document) {
        return http.post(rotation(cid), document);
    }

    public Answer completeRotation(String cid) {
        return http.post(rotation(cid) + "/complete", "");
    }

    public Answer undoRotation(String cid) {
        return http.delete(rotation(cid));
    }

    private static String rotation(String cid) {
        return PATH + "/" + cid + "/rotation";
    }

    /** What the service answers to whoever has this secret. */
    public Answer tryOut(String secret) {
        return http.with("Authorization", "Bearer " + secret).get(PATH + "?pageSize=1");
    }
}
