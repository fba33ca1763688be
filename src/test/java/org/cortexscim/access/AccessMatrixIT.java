package org.cortexscim.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.cortexscim.roles.Permission;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Endpoint;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.TokenIssuer;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Every endpoint with every permission and every kind of credential: exactly the expected status, and nothing is changed
 * by a request that is refused. The endpoints come from the code; {@code access-matrix.txt} says what each demands, and
 * what it answers to a harmless request of somebody who may send it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixIT {
    private static final String NOTHING = "01900000-0000-7000-8000-000000000000";

    private final ScimClient admin = Workspace.ofServiceUnderTest().http();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Map<Endpoint, Rule> rules = rules();

    /** By the beginning of a path: the id of something that is there, and must still be there at the end. */
    private final Map<String, String> present = new TreeMap<>();

    private final Map<String, String> invalid = new LinkedHashMap<>();
    private final Map<Permission, String> keysWith = new EnumMap<>(Permission.class);
    private TokenIssuer issuer;

    private record Rule(Permission permission, int status) {}

    private static Map<Endpoint, Rule> rules() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/access-matrix.txt"), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.trim().split("\\s+"))
                    .collect(Collectors.toMap(
                            parts -> new Endpoint(parts[0], parts[1]),
                            parts -> new Rule(Permission.valueOf(parts[2]), Integer.parseInt(parts[3]))));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    @BeforeAll
    void prepare() throws Exception {
        issuer = new TokenIssuer();
        workspace.reset();
        workspace.settings("{\"roleProvisioning\": true}");
        givenThings();
        for (Permission permission : Permission.values()) {
            keysWith.put(
                    permission,
                    key(role(permission.name().replace("_", "-"), permission)).text("apiKey"));
        }
        givenInvalidCredentials();
    }

    @AfterAll
    void tidyUp() {
        issuer.close();
        workspace.reset();
    }

    private void givenThings() {
        Person person = Person.random();
        ScimClient scim = ScimClient.ofServiceUnderTest();
        present.put("/scim/v2/Users", scim.idOfNew(person));
        present.put("/api/v1/users", present.get("/scim/v2/Users"));
        present.put(
                "/scim/v2/Groups",
                scim.post("/Groups", "{\"displayName\": \"matrix-%s\"}".formatted(mark))
                        .text("id"));
        present.put("/api/v1/roles", role("unused"));
        present.put("/api/v1/auth/key", key("matrix-unused-" + mark).text("cid"));
        present.put(
                "/api/v1/scim/role-mappings",
                admin.post(
                                "//api/v1/scim/role-mappings",
                                "{\"idpValue\": \"m-%s\", \"role\": \"VIEWER\"}".formatted(mark))
                        .text("id"));
    }

    private void givenInvalidCredentials() throws InterruptedException {
        String all = role("all", Permission.values());
        Answer deleted = key(all);
        admin.delete("//api/v1/auth/key/" + deleted.text("cid")).hasStatus(200);
        Answer rotated = key(all);
        startRotation(rotated, "PT0S");
        Answer completed = key(all);
        startRotation(completed, "P30D");
        admin.post(rotation(completed) + "/complete", "").hasStatus(200);
        Answer undone = startRotation(key(all), "P30D");
        admin.delete(rotation(undone)).hasStatus(200);
        Instant end = Instant.now().plusSeconds(2);
        Answer expired = key(all, ", \"expirationDate\": \"%s\"".formatted(end));
        String secret = expired.text("apiKey");

        invalid.put("no credential", "");
        invalid.put("a wrong key", "Bearer wrong-key-0123456789abcdef0123456789");
        invalid.put("a mistyped key", "Bearer " + secret.substring(0, 10) + "X" + secret.substring(11));
        invalid.put("an expired key", "Bearer " + secret);
        invalid.put("a deleted key", "Bearer " + deleted.text("apiKey"));
        invalid.put("a secret that was replaced at once", "Bearer " + rotated.text("apiKey"));
        invalid.put("the former secret of a completed rotation", "Bearer " + completed.text("apiKey"));
        invalid.put("the new secret of a rotation that was undone", "Bearer " + undone.text("apiKey"));
        String email = "matrix@example.com";
        invalid.put("a forged token", "Bearer " + TokenIssuer.forged(TokenIssuer.claims(email, "ADMIN")));
        invalid.put("an unsigned token", "Bearer " + TokenIssuer.unsigned(TokenIssuer.claims(email, "ADMIN")));
        invalid.put(
                "a token for others",
                "Bearer "
                        + TokenIssuer.signed(TokenIssuer.claims(email, "ADMIN").add("aud", "another-service")));
        invalid.put(
                "a token signed with the public key",
                "Bearer " + TokenIssuer.signedByPublicKey(TokenIssuer.claims(email, "ADMIN")));
        invalid.put(
                "a token of another issuer",
                "Bearer "
                        + TokenIssuer.signed(
                                TokenIssuer.claims(email, "ADMIN").add("iss", "https://evil.example.com")));
        invalid.put(
                "a token that is not valid yet",
                "Bearer "
                        + TokenIssuer.signed(TokenIssuer.claims(email, "ADMIN")
                                .add(
                                        "nbf",
                                        Instant.now().plus(Duration.ofHours(1)).getEpochSecond())));
        invalid.put(
                "an expired token",
                "Bearer "
                        + TokenIssuer.signed(TokenIssuer.claims(email, "ADMIN")
                                .add(
                                        "exp",
                                        Instant.now().minus(Duration.ofHours(1)).getEpochSecond())));
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), end).toMillis()) + 1100);
    }

    @Test
    void everyEndpointHasARule() {
        assertThat(rules.keySet()).containsExactlyInAnyOrderElementsOf(Endpoint.all());
    }

    @Test
    void refusesWhoeverIsNotKnown() {
        int before = changes();
        SoftAssertions answers = new SoftAssertions();

        invalid.forEach((credential, header) -> rules.keySet()
                .forEach(endpoint -> answers.assertThat(
                                send(endpoint, header, true).status())
                        .as("%s with %s", endpoint, credential)
                        .isEqualTo(401)));

        answers.assertAll();
        thenNothingHasChangedSince(before);
    }

    @Test
    void refusesWhoeverLacksThePermission() {
        int before = changes();
        SoftAssertions answers = new SoftAssertions();
        String stranger = "Bearer " + TokenIssuer.token("matrix@example.com");

        rules.forEach((endpoint, rule) -> {
            keysWith.forEach((permission, key) -> {
                if (permission != rule.permission()) {
                    answers.assertThat(send(endpoint, "Bearer " + key, true).status())
                            .as("%s with the permission %s alone", endpoint, permission)
                            .isEqualTo(403);
                }
            });
            answers.assertThat(send(endpoint, stranger, true).status())
                    .as("%s with a token of no role", endpoint)
                    .isEqualTo(403);
        });

        answers.assertAll();
        thenNothingHasChangedSince(before);
    }

    @Test
    void answersWhoeverHasThePermission() {
        SoftAssertions answers = new SoftAssertions();
        String token = "Bearer " + TokenIssuer.token("matrix@example.com", "ADMIN");

        rules.forEach((endpoint, rule) -> {
            Answer ofKey = send(endpoint, "Bearer " + keysWith.get(rule.permission()), false);
            answers.assertThat(ofKey.status())
                    .as("%s with the permission %s alone: %s", endpoint, rule.permission(), ofKey.body())
                    .isEqualTo(rule.status());
            answers.assertThat(send(endpoint, token, false).status())
                    .as("%s with a token of an Admin", endpoint)
                    .isEqualTo(rule.status());
        });

        answers.assertAll();
    }

    @Test
    void tellsTheMethodsOfAPath_toWhoeverMayUseOne() {
        Map<String, Set<Permission>> paths = new TreeMap<>();
        rules.forEach((endpoint, rule) ->
                paths.computeIfAbsent(endpoint.path(), path -> new HashSet<>()).add(rule.permission()));
        SoftAssertions answers = new SoftAssertions();

        // As a client may write it, a path parameter changes nothing.
        paths.put("/scim/v2/Users;a=b", paths.get("/scim/v2/Users"));
        paths.forEach((path, permissions) -> keysWith.forEach((permission, key) -> answers.assertThat(
                        send(new Endpoint("OPTIONS", path), "Bearer " + key, false)
                                .status())
                .as("OPTIONS %s with the permission %s alone", path, permission)
                .isEqualTo(permissions.contains(permission) ? 200 : 403)));

        answers.assertAll();
    }

    private Answer send(Endpoint endpoint, String credential, boolean refused) {
        String id = refused
                ? present.entrySet().stream()
                        .filter(entry -> endpoint.path().startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(NOTHING)
                : NOTHING;
        boolean scim = endpoint.path().startsWith("/scim/");
        ScimClient client = (scim ? ScimClient.ofServiceUnderTest() : admin).without("Authorization");
        ScimClient known = credential.isEmpty() ? client : client.with("Authorization", credential);
        boolean hasBody = List.of("POST", "PUT", "PATCH").contains(endpoint.method());
        return known.send(
                endpoint.method(), "/" + endpoint.pathOf(id), (hasBody ? "{}" : "").getBytes(StandardCharsets.UTF_8));
    }

    private int changes() {
        return admin.get("//api/v1/audit-logs?pageSize=1&actions=CREATE,UPDATE,DELETE")
                .hasStatus(200)
                .number("total");
    }

    private void thenNothingHasChangedSince(int before) {
        assertThat(changes()).isEqualTo(before);
        present.forEach((path, id) -> {
            if (!path.endsWith("role-mappings")) {
                admin.with("Accept", "*/*")
                        .get("/" + path + "/" + id + (path.endsWith("users") ? "/roles" : ""))
                        .hasStatus(200);
            }
        });
    }

    private String role(String name, Permission... permissions) {
        String tag = "matrix-%s-%s".formatted(mark, name);
        String labels = Arrays.stream(permissions)
                .map(permission -> Json.createValue(permission.label()).toString())
                .collect(joining(", "));
        admin.post(
                        "//api/v1/roles",
                        "{\"tag\": \"%s\", \"name\": \"%s\", \"permissions\": [%s]}".formatted(tag, tag, labels))
                .hasStatus(200);
        return tag;
    }

    private Answer key(String role) {
        return key(role.startsWith("matrix-unused") ? present.get("/api/v1/roles") : role, "");
    }

    private Answer startRotation(Answer key, String overlap) {
        return admin.post(rotation(key), "{\"overlap\": \"%s\"}".formatted(overlap))
                .hasStatus(200);
    }

    private static String rotation(Answer key) {
        return "//api/v1/auth/key/" + key.text("cid") + "/rotation";
    }

    private Answer key(String role, String more) {
        return admin.post(
                        "//api/v1/auth/key",
                        "{\"name\": \"%s\", \"roles\": [{\"type\": \"CUSTOM\", \"tag\": \"%s\"}]%s}"
                                .formatted(role, role, more))
                .hasStatus(200);
    }
}
