package org.cortexscim.testing;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The organisation's identity provider as the service under test knows it: it publishes a key and signs tokens. */
public final class TokenIssuer implements AutoCloseable {
    static final String ISSUER = "https://issuer.example.com";
    static final String AUDIENCE = "cortex-scim-test";

    /** One pair for all tests: the server keeps the public key for a while. */
    private static final KeyPair KEYS = newKeys();

    private final HttpServer server;

    /** Publishes the key where the service under test looks for it. */
    public TokenIssuer() throws IOException {
        int port = Integer.getInteger("cortexscim.issuer.port");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/keys", exchange -> {
            byte[] body = keys().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A token for five minutes. */
    public static String token(String email, String... roles) {
        return sign(claims(email, roles), KEYS);
    }

    public static JsonObjectBuilder claims(String email, String... roles) {
        long now = Instant.now().getEpochSecond();
        return Json.createObjectBuilder()
                .add("iss", ISSUER)
                .add("aud", AUDIENCE)
                .add("sub", "00u" + email.hashCode())
                .add("email", email)
                .add("groups", Json.createArrayBuilder(List.of(roles)))
                .add("iat", now)
                .add("exp", now + 300);
    }

    public static String signed(JsonObjectBuilder claims) {
        return sign(claims, KEYS);
    }

    /** A token that somebody else signed. */
    public static String forged(JsonObjectBuilder claims) {
        return sign(claims, newKeys());
    }

    /** A token that nobody signed. */
    public static String unsigned(JsonObjectBuilder claims) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + encoded(claims.build().toString()) + ".";
    }

    private static String sign(JsonObjectBuilder claims, KeyPair keys) {
        String head = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}");
        String content = head + "." + encoded(claims.build().toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String keys() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(encoded(unsigned(key.getModulus())), encoded(unsigned(key.getPublicExponent())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
