package org.cortexscim.web.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.access.keys.KeyLabel;
import org.cortexscim.access.keys.KeyRotation;
import org.cortexscim.access.keys.NewApiKey;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The members of an API key that a request creates. */
@Schema(name = "NewApiKey")
record ApiKeyBody(
        @Schema(examples = "Okta") String name,
        @Schema(examples = "Provisioning from Okta.") Optional<String> description,
        List<RoleJson> roles,

        @Schema(
                description = "From when on it is refused, with an offset; never by default.",
                examples = "2027-11-24T10:30:00+01:00")
        Optional<Instant> expirationDate) {

    /** The members that can be changed. */
    @Schema(name = "ApiKeyLabel")
    record Label(
            @Schema(examples = "Okta production") String name,
            @Schema(examples = "Provisioning.") Optional<String> description) {}

    /** How long the former secret of a rotated key stays valid. */
    @Schema(name = "ApiKeyRotation")
    record Rotation(
            @Schema(description = "An ISO 8601 duration, at most P30D.", defaultValue = "PT24H", examples = "P7D")
            Optional<String> overlap) {}

    /**
     * The key that a request makes.
     *
     * @throws ScimException invalidValue
     */
    static NewApiKey read(ScimObject sent, Roles roles) {
        BodyMembers.requireOnly(sent, ApiKeyBody.class);
        Set<RoleRef> wanted = RoleJson.readAll(sent, roles);
        return new NewApiKey(
                label(sent),
                wanted,
                BodyMembers.optionalText(sent, "expirationDate").map(ApiKeyBody::instant));
    }

    /**
     * The members of a key that can be changed.
     *
     * @throws ScimException invalidValue
     */
    static KeyLabel readLabel(ScimObject sent) {
        BodyMembers.requireOnly(sent, Label.class);
        return label(sent);
    }

    /**
     * The time for which the former secret of a rotated key stays valid.
     *
     * @throws ScimException invalidValue
     */
    static Duration readOverlap(ScimObject sent) {
        BodyMembers.requireOnly(sent, Rotation.class);
        return BodyMembers.optionalText(sent, "overlap")
                .map(ApiKeyBody::duration)
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
}
