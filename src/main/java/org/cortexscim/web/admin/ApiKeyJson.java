package org.cortexscim.web.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.IssuedKey;
import org.cortexscim.access.keys.KeyLabel;
import org.cortexscim.access.keys.KeyRotation;
import org.cortexscim.access.keys.NewApiKey;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * API keys as the Cortex REST API writes them.
 *
 * <pre>{"cid":"ak1234567890abcdef","name":"Okta","description":null,"last4":"x8Yz","roles":[{"type":"DEFAULT",
 * "role":"ADMIN"}],"createdDate":"2026-11-24T09:30:00Z","expirationDate":null,"lastUsedDate":null}</pre>
 */
final class ApiKeyJson {
    private ApiKeyJson() {}

    static ScimObject of(ApiKey key) {
        return ScimObject.of("cid", key.cid())
                .with("name", key.label().name())
                .with("description", key.label().description().orElse(null))
                .with("last4", key.last4())
                .with("roles", key.roles().stream().map(RoleJson::ofKey).toList())
                .with("createdDate", key.created().toString())
                .with("expirationDate", text(key.expires()))
                .with("lastUsedDate", text(key.lastUsed()));
    }

    /** With the secret, which is in no other answer. */
    static ScimObject of(IssuedKey issued) {
        ScimObject document = ScimObject.of("apiKey", issued.secret());
        of(issued.key()).forEach(document::put);
        return document;
    }

    static ScimObject of(KeyRotation.Rotated rotated) {
        return of(rotated.issued())
                .with("previousSecretValidUntil", rotated.formerEnd().toString());
    }

    /**
     * The key that a request makes.
     *
     * @throws ScimException invalidValue
     */
    static NewApiKey read(ScimObject sent, Roles roles) {
        BodyMembers.requireOnly(sent, "name", "description", "roles", "expirationDate");
        Set<RoleRef> wanted = new HashSet<>();
        BodyMembers.list(sent, "roles").forEach(role -> wanted.add(RoleJson.read(role, roles)));
        return new NewApiKey(
                label(sent),
                wanted,
                BodyMembers.optionalText(sent, "expirationDate").map(ApiKeyJson::instant));
    }

    /**
     * The members of a key that can be changed.
     *
     * @throws ScimException invalidValue
     */
    static KeyLabel readLabel(ScimObject sent) {
        BodyMembers.requireOnly(sent, "name", "description");
        return label(sent);
    }

    /**
     * The time for which the former secrets of a rotated key stay valid.
     *
     * @throws ScimException invalidValue
     */
    static Duration readOverlap(ScimObject sent) {
        BodyMembers.requireOnly(sent, "overlap");
        return BodyMembers.optionalText(sent, "overlap")
                .map(ApiKeyJson::duration)
                .orElse(KeyRotation.DEFAULT_OVERLAP);
    }

    private static KeyLabel label(ScimObject sent) {
        return new KeyLabel(BodyMembers.text(sent, "name"), BodyMembers.optionalText(sent, "description"));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException malformed) {
            throw ScimException.invalidValue(
                    "'expirationDate' must be a date and time with an offset, such as 2027-01-31T23:59:59+01:00.");
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException malformed) {
            throw ScimException.invalidValue("'overlap' must be a duration, such as PT24H, P7D or PT0S.");
        }
    }

    private static @Nullable String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
