package org.cortexscim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.TokenIssuer;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers with a token of the organisation's identity provider, and /Me (RFC 7644 §3.11). */
@ExtendWith(FreshWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokenIT {
    private final ScimClient key = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private TokenIssuer issuer;
    private Person person = Person.random();

    @BeforeAll
    void startIssuer() throws IOException {
        issuer = new TokenIssuer();
    }

    @AfterAll
    void stopIssuer() {
        issuer.close();
    }

    @BeforeEach
    void givenAPerson() {
        person = Person.random();
    }

    private ScimClient with(String token) {
        return key.with("Authorization", "Bearer " + token);
    }

    @Test
    void me_isTheUserOfTheToken() {
        String id = key.idOfNew(person);
        ScimClient me = with(TokenIssuer.token(person.userNameInCapitals(), "admin"));

        Answer read = me.get("/Me").hasStatus(200).has("id", id).has("userName", person.userName());
        assertThat(read.text("meta/location")).endsWith("/scim/v2/Users/" + id);

        Answer changed = me.patch("/Me", """
                {"Operations":[{"op":"replace","path":"name.givenName","value":"Own"}]}""").hasStatus(200).has("name/givenName", "Own");
        workspace.lastChangeOf(person.userName()).changes("name.givenName", person.givenName(), "Own");
        assertThat(workspace.audit(person.userName()).get(0).getString("actorType"))
                .isEqualTo("OAUTH2");
        assertThat(workspace.audit(person.userName()).get(0).getString("actorIdentifier"))
                .isEqualToIgnoringCase(person.userName());

        me.with("If-Match", changed.header("ETag").orElseThrow())
                .put("/Me", person.document())
                .hasStatus(200)
                .has("name/givenName", person.givenName());
        me.post("/Me", person.document()).isScimError(405);
        me.delete("/Me").hasStatus(204);
        key.user(id).isScimError(404);
    }

    @Test
    void auditLogFindsAPerson_byTheEmailInAnyCase() {
        key.idOfNew(person);
        with(TokenIssuer.token(person.userName(), "ADMIN")).patch("/Me", """
                {"Operations":[{"op":"replace","path":"name.givenName","value":"Own"}]}""").hasStatus(200);

        Answer found = workspace
                .auditLogs("actorEmails=nobody@example.com," + ScimClient.encoded(person.userNameInCapitals()))
                .has("total", 1)
                .has("logs/0/action", "UPDATE")
                .has("logs/0/actorEmail", person.userName());
        workspace
                .auditLogs("actorTypes=OAUTH2&objectIdentifiers=" + person.userName())
                .has("total", 1);
        workspace
                .auditLogs("actorTypes=API_KEY&actorEmails=" + person.userName())
                .has("total", 0);
        workspace
                .auditLogs("actorApiKeyIdentifiers=" + found.text("logs/0/actorIdentifier"))
                .has("total", 0);
    }

    @Test
    void me_isNobody_forAnApiKeyOrAStranger() {
        key.get("/Me").isScimError(403).saying("API key");
        with(TokenIssuer.token("stranger@example.com", "ADMIN"))
                .get("/Me")
                .isScimError(403)
                .saying("does not belong to a user");
    }

    @Test
    void tokenNeedsARoleWithThePermission() {
        key.idOfNew(person);

        with(TokenIssuer.token(person.userName())).get("/Users?count=1").isScimError(403);
        with(TokenIssuer.token(person.userName(), "MANAGER", "no-such-role"))
                .get("/Users?count=1")
                .isScimError(403);
        with(TokenIssuer.token(person.userName(), "MANAGER", "ADMIN"))
                .get("/Users?count=1")
                .hasStatus(200);
    }

    /** What a service's name may be as an OpenID subject. */
    @Test
    void tokenWithTheLongestName_changesAUser() {
        String id = key.idOfNew(person);
        String name = "s".repeat(255);

        with(TokenIssuer.token(name, "ADMIN"))
                .patchUser(id, "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"Own\"}")
                .hasStatus(200);

        assertThat(workspace.audit(person.userName()).get(0).getString("actorIdentifier"))
                .isEqualTo(name);
    }

    /** Offboarding must not wait until a token expires. */
    @Test
    void tokenOfADeactivatedUser_isRefused() throws InterruptedException {
        String id = key.idOfNew(person);
        ScimClient me = with(TokenIssuer.token(person.userName(), "ADMIN"));
        me.get("/Me").hasStatus(200);

        key.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        Thread.sleep(1100);

        me.get("/Me").isScimError(401).saying("deactivated");
        me.get("/Users?count=1").isScimError(401);
    }

    /** Whoever was here stays refused: the token says nothing of a user who has been deleted, or was never here. */
    @Test
    void tokenOfADeletedUser_isRefused() throws InterruptedException {
        String id = key.idOfNew(person);
        ScimClient me = with(TokenIssuer.token(person.userName(), "ADMIN"));
        me.get("/Me").hasStatus(200);

        key.delete("/Users/" + id).hasStatus(204);
        Thread.sleep(1100);

        me.get("/Users?count=1").isScimError(401).saying("JWT_SERVICES");
        with(TokenIssuer.token(Person.random().userName(), "ADMIN"))
                .get("/Users?count=1")
                .isScimError(401);
        // A service that the operator has named.
        with(TokenIssuer.token("Stranger@example.com", "ADMIN"))
                .get("/Users?count=1")
                .hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADM\u0130N", "adm\u0131n", "\uff21DMIN"})
    void tokenWithARoleThatLooksLikeAnother_hasNone(String role) {
        with(TokenIssuer.token("stranger@example.com", role))
                .get("/Users?count=1")
                .isScimError(403);
    }

    @Test
    void tokenSignedByEllipticCurve_isAccepted() {
        with(TokenIssuer.signedByCurve(TokenIssuer.claims("stranger@example.com", "ADMIN")))
                .get("/Users?count=1")
                .hasStatus(200);
    }

    static Stream<String> badTokens() {
        String email = "stranger@example.com";
        long past = Instant.now().getEpochSecond() - 3600;
        return Stream.of(
                TokenIssuer.forged(TokenIssuer.claims(email, "ADMIN")),
                TokenIssuer.unsigned(TokenIssuer.claims(email, "ADMIN")),
                TokenIssuer.signedByPublicKey(TokenIssuer.claims("stranger@example.com", "ADMIN")),
                TokenIssuer.signed(TokenIssuer.claims(email, "ADMIN").add("aud", "somebody-else")),
                TokenIssuer.signed(TokenIssuer.claims(email, "ADMIN").add("iss", "https://other.example.com")),
                TokenIssuer.signed(
                        TokenIssuer.claims(email, "ADMIN").add("exp", past).add("iat", past - 60)),
                TokenIssuer.signed(TokenIssuer.claims(email, "ADMIN").addNull("email")),
                TokenIssuer.token("a".repeat(300) + "@example.com", "ADMIN"),
                TokenIssuer.token("anna\u0000@example.com", "ADMIN"),
                TokenIssuer.token(" ", "ADMIN"),
                TokenIssuer.token(email, "ADMIN") + "x",
                "ey",
                "eyJhbGciOiJSUzI1NiJ9.e30.");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void badToken_isRefused(String token) {
        with(token)
                .get("/Users?count=1")
                .isScimError(401)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"cortex-scim\"");
        key.with("Authorization", "bearer " + token).get("/Me").isScimError(401);
        key.with("Authorization", token).get("/Me").isScimError(401);
    }
}
