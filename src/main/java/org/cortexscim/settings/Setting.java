package org.cortexscim.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.Mutability;
import org.jspecify.annotations.Nullable;

/** One thing that an admin can change: its name on the wire, what it may be, its default and what it does. */
public enum Setting {
    AUTOMATIC_PROVISIONING(
            "automaticProvisioning", Kind.flag(), "The identity provider may create and reactivate users."),
    AUTOMATIC_DEPROVISIONING(
            "automaticDeprovisioning", Kind.flag(), "The identity provider may deactivate and delete users."),
    USER_NAME_FORMAT("userNameFormat", Kind.choice("email", "any"), "The format that a userName must have."),
    EMAIL_CHANGE("emailChange", Kind.flag(), "A user's userName and primary email can be changed."),
    ATTRIBUTE_UPDATES(
            "attributeUpdates", Kind.choice("names", "all"), "Which attributes of an existing user can be changed."),
    REACTIVATION_BY_PATCH("reactivationByPatch", Kind.flag(), "A PATCH can reactivate a user, not only a PUT."),
    RESTORE_ON_CREATE(
            "restoreOnCreate",
            Kind.flag(),
            "Creating a user whose userName belongs to an inactive user reactivates that user."),
    ROLE_PROVISIONING(
            "roleProvisioning",
            Kind.flag(),
            "The identity provider assigns roles to users, and /Roles lists the roles."),
    GROUP_PATCH_BODY(
            "groupPatchBody",
            Kind.flag(),
            "A PATCH of a group's members is answered with the group instead of an empty 204."),
    STRICT("strict", Kind.flag(), "Every rule of the SCIM interoperability profile is enforced."),
    PAUSED(
            "paused",
            Kind.flag(),
            "Changes by the identity provider are refused with 429 for now, which it repeats later; reads go on."),
    PAUSED_UNTIL("pausedUntil", Kind.instant(), "When the pause ends by itself: a time in the future; null for never."),
    PAUSE_REASON("pauseReason", Kind.text(200), "Why provisioning is paused; null for no reason."),
    SEAT_LIMIT("seatLimit", Kind.count(0, 100_000_000), "The maximum number of active users; null for no limit."),
    AUDIT_RETENTION_DAYS(
            "auditRetentionDays",
            Kind.count(30, 36_500),
            "The number of days after which an audit log entry is deleted; null for never.");

    private final String key;
    /** A record of an immutable list. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Kind kind;

    private final String help;

    Setting(String key, Kind kind, String help) {
        this.key = key;
        this.kind = kind;
        this.help = help;
    }

    /** The setting with that name on the wire. */
    public static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    /** The name on the wire and in the database. */
    public String key() {
        return key;
    }

    /** What the setting may be, as an attribute: its type, its values, what it does. */
    Attribute attribute() {
        Attribute attribute = switch (kind.type()) {
            case FLAG -> Attribute.bool(key, help);
            case COUNT -> Attribute.integer(key, help);
            case INSTANT -> Attribute.dateTime(key, help);
            case CHOICE, TEXT ->
                Attribute.string(key, help).suggesting(kind.choices().toArray(String[]::new));
        };
        return attribute.with(Mutability.READ_ONLY);
    }

    /** The JSON value of a stored text. */
    Object json(String text) {
        return switch (kind.type()) {
            case FLAG -> Boolean.valueOf(text);
            case COUNT -> new BigDecimal(text);
            case CHOICE, INSTANT, TEXT -> text;
        };
    }

    /** The default value, as text; empty for no value. */
    Optional<String> initial() {
        return kind.choices().stream().findFirst();
    }

    /**
     * The text under which a value is stored; empty for no value.
     *
     * @throws ScimException invalidValue when the setting cannot have this value
     */
    Optional<String> checked(@Nullable Object value) {
        return kind.checked(key, value);
    }

    private enum Type {
        FLAG,
        CHOICE,
        COUNT,
        INSTANT,
        TEXT
    }

    /**
     * The values that a setting accepts.
     *
     * @param choices every value there is, the default first; empty where there are too many
     * @param least the lowest whole number
     * @param most the highest whole number, of nine digits at most, or the number of characters
     */
    private record Kind(Type type, List<String> choices, int least, int most) {
        static Kind flag() {
            return new Kind(Type.FLAG, List.of("false", "true"), 0, 0);
        }

        static Kind choice(String... choices) {
            return new Kind(Type.CHOICE, List.of(choices), 0, 0);
        }

        static Kind count(int least, int most) {
            return new Kind(Type.COUNT, List.of(), least, most);
        }

        static Kind instant() {
            return new Kind(Type.INSTANT, List.of(), 0, 0);
        }

        static Kind text(int most) {
            return new Kind(Type.TEXT, List.of(), 1, most);
        }

        Optional<String> checked(String key, @Nullable Object value) {
            if (choices.isEmpty() && value == null) {
                return Optional.empty();
            }
            String text = String.valueOf(value);
            return Optional.of(
                    switch (type) {
                        case FLAG, CHOICE -> choice(key, value, text);
                        case COUNT -> count(key, value, text);
                        case INSTANT -> instant(key, value, text);
                        case TEXT -> text(key, value, text);
                    });
        }

        private String choice(String key, @Nullable Object value, String text) {
            if ((value instanceof String) != (type == Type.CHOICE) || !choices.contains(text)) {
                throw ScimException.invalidValue("'%s' must be one of: %s.".formatted(key, String.join(", ", choices)));
            }
            return text;
        }

        private String count(String key, @Nullable Object value, String text) {
            boolean whole = value instanceof BigDecimal && text.matches("[0-9]{1,9}");
            if (!whole || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw ScimException.invalidValue(
                        "'%s' must be a whole number from %d to %d, or null.".formatted(key, least, most));
            }
            return text;
        }

        private static String instant(String key, @Nullable Object value, String text) {
            try {
                if (value instanceof String) {
                    return OffsetDateTime.parse(text)
                            .toInstant()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString();
                }
            } catch (DateTimeException notATime) {
                // refused below
            }
            throw ScimException.invalidValue(
                    "'%s' must be a date and time with an offset, such as 2026-11-24T08:00:00Z, or null."
                            .formatted(key));
        }

        private String text(String key, @Nullable Object value, String text) {
            if (!(value instanceof String) || text.isBlank() || text.length() > most || text.indexOf('\0') >= 0) {
                throw ScimException.invalidValue(
                        "'%s' must be a string of %d to %d characters, or null.".formatted(key, least, most));
            }
            return text;
        }
    }
}
