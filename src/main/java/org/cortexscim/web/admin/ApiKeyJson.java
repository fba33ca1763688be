package org.cortexscim.web.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.IssuedKey;
import org.cortexscim.access.keys.KeyRotation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the Cortex REST API writes it.
 *
 * @param apiKey the secret, in the answer that makes it and in no other
 */
@Schema(name = "ApiKey")
record ApiKeyJson(
        @Schema(description = "The secret; only in the response that creates or rotates it.") @Nullable
        String apiKey,

        @Schema(description = "The key's public id.", examples = "ak1234567890abcdef")
        String cid,

        @Schema(examples = "Okta") String name,
        @Schema(examples = "Provisioning from Okta.") Optional<String> description,

        @Schema(description = "The last characters of the secret.", examples = "x8Yz")
        String last4,

        List<RoleJson> roles,
        Instant createdDate,

        @Schema(description = "From when on it is refused; null for never.")
        Optional<Instant> expirationDate,

        @Schema(description = "When a request last used it, to the minute; null for never.")
        Optional<Instant> lastUsedDate,

        @Schema(description = "When the former secrets expire; only in the response that rotates the key.") @Nullable
        Instant previousSecretValidUntil) {

    static ApiKeyJson of(ApiKey key) {
        return of(key, null, null);
    }

    static ApiKeyJson of(IssuedKey issued) {
        return of(issued.key(), issued.secret(), null);
    }

    static ApiKeyJson of(KeyRotation.Rotated rotated) {
        return of(rotated.issued().key(), rotated.issued().secret(), rotated.formerEnd());
    }

    private static ApiKeyJson of(ApiKey key, @Nullable String secret, @Nullable Instant formerEnd) {
        return new ApiKeyJson(
                secret,
                key.cid(),
                key.label().name(),
                key.label().description(),
                key.last4(),
                key.roles().stream().map(RoleJson::ofKey).toList(),
                key.created(),
                key.expires(),
                key.lastUsed(),
                formerEnd);
    }

    /** Without the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "ApiKeyJson[" + cid + "]";
    }
}
