package org.cortexscim.web.admin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.IssuedKey;
import org.cortexscim.access.keys.KeySecret;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key as the Cortex REST API writes it.
 *
 * @param apiKey the secret, in the answer that makes it and in no other
 */
@Schema(name = "ApiKey")
record ApiKeyJson(
        @Schema(description = "The secret; only in the response that creates it or starts a rotation.") @Nullable
        String apiKey,

        @Schema(description = "The key's public id.", examples = "ak1234567890abcdef")
        String cid,

        @Schema(examples = "Okta") String name,
        @Schema(examples = "Provisioning from Okta.") Optional<String> description,

        @Schema(description = "The last characters of the current secret.", examples = "x8Yz")
        String last4,

        List<RoleJson> roles,
        Instant createdDate,

        @Schema(description = "From when on it is refused; null for never.")
        Optional<Instant> expirationDate,

        @Schema(description = "When a request last used it, with whichever secret, to the minute; null for never.")
        Optional<Instant> lastUsedDate,

        @Schema(description = "The valid ones: the current one, and during a rotation after it the former one.")
        List<Secret> secrets) {

    /** What there is to see of one secret. */
    @Schema(name = "ApiKeySecret")
    record Secret(
            @Schema(description = "The last characters of the secret.", examples = "x8Yz")
            String last4,

            @Schema(description = "True for the current secret, false for the former one of a rotation.")
            boolean current,

            Instant createdDate,

            @Schema(
                    description =
                            "When the overlap of the rotation ends, and with it the former secret; null for the current"
                                    + " one, which is valid for as long as the key.")
            Optional<Instant> expirationDate,

            @Schema(description = "When a request last used this secret, to the minute; null for never.")
            Optional<Instant> lastUsedDate) {
        static Secret of(KeySecret secret) {
            return new Secret(secret.last4(), secret.isCurrent(), secret.created(), secret.end(), secret.lastUsed());
        }
    }

    static ApiKeyJson of(ApiKey key) {
        return of(key, null);
    }

    static ApiKeyJson of(IssuedKey issued) {
        return of(issued.key(), issued.secret());
    }

    private static ApiKeyJson of(ApiKey key, @Nullable String secret) {
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
                key.secrets().stream().map(Secret::of).toList());
    }

    /** Without the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "ApiKeyJson[" + cid + "]";
    }
}
