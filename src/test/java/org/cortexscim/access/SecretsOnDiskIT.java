package org.cortexscim.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.RawConnection;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.TokenIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever credential a client sends, good or bad, in the right place or not: no file of the server holds it. */
@ExtendWith(FreshWorkspace.class)
class SecretsOnDiskIT {
    /** Told to the server by whoever starts it. */
    private static final String CONFIGURATION = "server.env";

    private final Service service = Service.underTest();
    private final ScimClient http = ScimClient.of(service);
    private final RawConnection raw = new RawConnection(service);
    private final Person person = Person.random();

    @Test
    void noFileHoldsACredential() throws IOException {
        List<String> secrets = new ArrayList<>(List.of(service.key(), "wrong-" + UUID.randomUUID()));
        TokenIssuer issuer = new TokenIssuer();
        try {
            http.idOfNew(person);
            secrets.add(TokenIssuer.token(person.userName(), "ADMIN"));
            secrets.add(TokenIssuer.forged(TokenIssuer.claims(person.userName(), "ADMIN")));
            secrets.add(TokenIssuer.unsigned(TokenIssuer.claims(person.userName(), "ADMIN")));
            secrets.add(TokenIssuer.signed(
                    TokenIssuer.claims(person.userName(), "ADMIN").add("iss", "https://other.example.com")));
            secrets.add("eyJ" + UUID.randomUUID());
            for (String secret : List.copyOf(secrets)) {
                sendEverywhere(secret);
                secrets.add(basic(secret + ":x"));
                secrets.add(basic("x:" + secret));
            }
        } finally {
            issuer.close();
        }

        for (Path file : files()) {
            // Of each character one byte, so that what is not text can be searched too.
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(secrets).as(file.toString()).noneMatch(content::contains);
        }
    }

    private void sendEverywhere(String secret) {
        for (String authorization : List.of(
                "Bearer " + secret,
                "bearer  " + secret,
                secret,
                "Token " + secret,
                "Negotiate " + secret,
                "Basic " + basic(secret + ":x"),
                "Basic " + basic("x:" + secret),
                "Basic " + secret)) {
            ScimClient client = http.with("Authorization", authorization);
            for (String path : List.of("/Users?count=1", "/Me", "//api/v1/seats")) {
                client.get(path);
            }
            for (String path : List.of("/health/ready", "/metrics", "/openapi")) {
                raw.send("GET", path, "Host: localhost", "Authorization: " + authorization);
            }
        }
        // In the wrong field of a form: libraries like to repeat what they cannot parse.
        for (String header : List.of("Content-Type", "Accept", "If-Match", "Accept-Language")) {
            raw.send("POST", "/scim/v2/Users/%ff", "Host: localhost", header + ": " + secret, "Content-Length: 0");
            raw.send("POST", "/scim/v2/Users", "Host: localhost", header + ": " + secret, "Content-Length: 0");
        }
        http.without("Authorization")
                .with("X-Api-Key", secret)
                .get("/Users?count=1")
                .isScimError(401);
        http.without("Authorization")
                .with("Cookie", "LtpaToken2=" + secret + "; jwtToken=" + secret)
                .get("/Users?count=1")
                .isScimError(401);
    }

    private static String basic(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Path> files() throws IOException {
        Path server =
                Path.of(System.getProperty("cortexscim.wlp"), "usr/servers", System.getProperty("cortexscim.server"));
        try (Stream<Path> files = Files.walk(server)) {
            List<Path> found = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(CONFIGURATION))
                    .toList();
            assertThat(found).anyMatch(file -> file.endsWith(Path.of("logs", "messages.log")));
            return found;
        }
    }
}
