package org.cortexscim.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which identity providers send a key, and everything that is not a key. */
@ExtendWith(FreshWorkspace.class)
class AuthenticationIT {
    private static final String KEY = Service.underTest().key();

    private final ScimClient http = ScimClient.ofServiceUnderTest();

    @ParameterizedTest
    @MethodSource
    void letsTheKeyIn(String authorization) {
        ScimClient caller = http.with("Authorization", authorization);

        caller.get("/Users?count=1").hasStatus(200);
        caller.with("Accept", "application/json").get("//api/v1/seats").hasStatus(200);
    }

    static Stream<String> letsTheKeyIn() {
        return Stream.of(
                "Bearer " + KEY,
                "bearer " + KEY,
                "BEARER " + KEY,
                "Bearer   " + KEY,
                KEY,
                basic("okta:" + KEY),
                basic(":" + KEY),
                basic("okta:" + KEY).replace("Basic", "BASIC"));
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNoKey(String authorization) {
        ScimClient caller = http.with("Authorization", authorization);

        Answer scim = caller.get("/Users?count=1").isScimError(401);
        Answer api = caller.get("//api/v1/seats").isCortexError(401, "FORBIDDEN");

        assertThat(scim.header("WWW-Authenticate")).get().asString().startsWith("Bearer");
        assertThat(api.header("WWW-Authenticate")).get().asString().startsWith("Bearer");
        // An attempt is not repeated to whoever made it: it may be a key with a typing error.
        String secret = authorization.substring(authorization.indexOf(' ') + 1);
        assertThat(scim.body() + api.body()).doesNotContain(secret);
    }

    static Stream<String> refusesWhatIsNoKey() {
        return Stream.of(
                "non-token",
                "Bearer wrong-" + KEY,
                "Bearer " + KEY.toUpperCase(java.util.Locale.ROOT),
                "Bearer " + KEY.substring(1),
                "Bearer " + KEY + " " + KEY,
                "Digest username=\"okta\"",
                "SSWS " + KEY,
                "Basic !!!not-base64!!!",
                basic(KEY),
                basic(KEY + ":okta"),
                basic("okta:" + KEY + "x"),
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
                "Bearer ' or 1=1 --",
                "x".repeat(6000));
    }

    @Test
    void refusesACallWithoutCredential() {
        ScimClient stranger = http.without("Authorization");

        assertThat(stranger.get("/Users").isScimError(401).header("WWW-Authenticate"))
                .isPresent();
        stranger.post("/Users", Person.random().document()).isScimError(401);
        stranger.get("//api/v1/scim/settings").isCortexError(401, "FORBIDDEN");
        stranger.put("//api/v1/scim/settings", "{\"automaticProvisioning\":false}")
                .isCortexError(401, "FORBIDDEN");
        stranger.get("//api/v1/audit-logs").isCortexError(401, "FORBIDDEN");
    }

    @Test
    void refusesAnEmptyCredential() {
        http.with("Authorization", "").get("/Users").isScimError(401);
        http.with("Authorization", "Bearer").get("/Users").isScimError(401);
        http.with("Authorization", "Bearer ").get("/Users").isScimError(401);
        http.with("Authorization", basic(":")).get("/Users").isScimError(401);
    }

    /** Who has no key learns nothing: not which paths there are, nor that SCIM is off. */
    @Test
    void asksForTheKeyBeforeAnythingElse() {
        ScimClient stranger = http.without("Authorization");
        stranger.get("/NoSuchPath").isScimError(401);
        stranger.put("/Users", "{}").isScimError(401);
        stranger.post("/Users", "no json").isScimError(401);

        Workspace.ofServiceUnderTest().settings("{\"automaticProvisioning\":false,\"automaticDeprovisioning\":false}");
        stranger.get("/Users").isScimError(401);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
