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
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The organisation's identity provider as the service under test knows it: it publishes a key and signs tokens. */
public final class TokenIssuer implements AutoCloseable {
    static final String ISSUER = "https://issuer.example.com";
    static final String AUDIENCE = "cortex-scim-test";

    /** One pair for all tests: the server keeps the public key for a while. */
    private static final KeyPair KEYS = newKeys();

    private static final KeyPair CURVE = newCurve();

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

    /** A token with a signature by ES256. */
    public static String signedByCurve(JsonObjectBuilder claims) {
        return sign(claims, CURVE, "ES256", "SHA256withECDSAinP1363Format", "k2");
    }

    /** A token whose signature anybody can make: by HS256 with the public key as the secret. */
    public static String signedByPublicKey(JsonObjectBuilder claims) {
        String content = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}") + "."
                + encoded(claims.build().toString());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEYS.getPublic().getEncoded(), "HmacSHA256"));
            return content + "." + encoded(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A token that nobody signed. */
    public static String unsigned(JsonObjectBuilder claims) {
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "."
                + encoded(claims.build().toString()) + ".";
    }

    private static String sign(JsonObjectBuilder claims, KeyPair keys) {
        return sign(claims, keys, "RS256", "SHA256withRSA", "k1");
    }

    private static String sign(JsonObjectBuilder claims, KeyPair keys, String name, String algorithm, String id) {
        String head = encoded("{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(name, id));
        String content = head + "." + encoded(claims.build().toString());
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(keys.getPrivate());
            signature.update(content.getBytes(StandardCharsets.UTF_8));
            return content + "." + encoded(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String keys() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        ECPoint point = ((ECPublicKey) CURVE.getPublic()).getW();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"k1","n":"%s","e":"%s"},
                {"kty":"EC","use":"sig","alg":"ES256","crv":"P-256","kid":"k2","x":"%s","y":"%s"}]}""".formatted(
                        encoded(unsigned(key.getModulus())),
                        encoded(unsigned(key.getPublicExponent())),
                        encoded(coordinate(point.getAffineX())),
                        encoded(coordinate(point.getAffineY())));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** With all 32 bytes. */
    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = unsigned(number);
        byte[] all = new byte[32];
        System.arraycopy(bytes, 0, all, all.length - bytes.length, bytes.length);
        return all;
    }

    private static KeyPair newCurve() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
