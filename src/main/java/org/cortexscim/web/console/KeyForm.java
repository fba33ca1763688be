package org.cortexscim.web.console;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.KeyLabel;
import org.cortexscim.access.keys.KeyRotation;
import org.cortexscim.access.keys.NewApiKey;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;

/**
 * What somebody has entered about an API key.
 *
 * @param action what to do with a key that exists
 * @param roles their ids
 * @param expires a local date and time in UTC; empty for never
 * @param overlap of a rotation, an ISO 8601 duration
 * @param confirmed whether it has been asked about
 */
public record KeyForm(
        String action,
        String name,
        String description,
        List<String> roles,
        String expires,
        String overlap,
        boolean confirmed) {
    static final KeyForm EMPTY = new KeyForm("", "", "", List.of(), "", KeyRotation.DEFAULT_OVERLAP.toString(), false);

    public KeyForm {
        roles = List.copyOf(roles);
    }

    static KeyForm of(MultivaluedMap<String, String> form) {
        return new KeyForm(
                text(form, "action"),
                text(form, "name"),
                text(form, "description"),
                Objects.requireNonNullElse(form.get("roles"), List.of()),
                text(form, "expires"),
                text(form, "overlap"),
                form.containsKey("confirmed"));
    }

    /** A form that shows the key as it is. */
    static KeyForm of(ApiKey key) {
        KeyLabel label = key.label();
        return new KeyForm("", label.name(), label.description().orElse(""), List.of(), "", EMPTY.overlap(), false);
    }

    /** The key that it asks for. */
    NewApiKey key(Roles known) {
        Set<RoleRef> wanted = roles.stream()
                .map(id -> known.find(id).orElseThrow(() -> ScimException.invalidValue("No such role exists.")))
                .collect(Collectors.toSet());
        return new NewApiKey(label(), wanted, end());
    }

    KeyLabel label() {
        return new KeyLabel(name, Optional.of(description).filter(text -> !text.isEmpty()));
    }

    Duration overlapTime() {
        try {
            return Duration.parse(overlap);
        } catch (DateTimeParseException malformed) {
            throw ScimException.invalidValue("'overlap' must be a duration, such as PT24H.");
        }
    }

    private Optional<Instant> end() {
        try {
            return expires.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(expires).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException malformed) {
            throw ScimException.invalidValue(
                    "The expiry must be a date and time in UTC, such as 2027-01-31T23:59, or empty for never.");
        }
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }
}
