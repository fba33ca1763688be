package org.cortexscim.settings;

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
        Attribute attribute = kind.quoted()
                ? Attribute.string(key, help).suggesting(kind.choices().toArray(String[]::new))
                : kind.choices().isEmpty() ? Attribute.integer(key, help) : Attribute.bool(key, help);
        return attribute.with(Mutability.READ_ONLY);
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

    /**
     * The values that a setting accepts.
     *
     * @param choices every value there is, the default first; empty for a whole number or none
     * @param quoted whether the JSON value is a text
     * @param least the lowest whole number
     * @param most the highest whole number, of nine digits at most
     */
    private record Kind(List<String> choices, boolean quoted, int least, int most) {
        static Kind flag() {
            return new Kind(List.of("false", "true"), false, 0, 0);
        }

        static Kind choice(String... choices) {
            return new Kind(List.of(choices), true, 0, 0);
        }

        static Kind count(int least, int most) {
            return new Kind(List.of(), false, least, most);
        }

        Optional<String> checked(String key, @Nullable Object value) {
            String text = String.valueOf(value);
            if (choices.isEmpty()) {
                return count(key, value, text);
            }
            if ((value instanceof String) != quoted || !choices.contains(text)) {
                throw ScimException.invalidValue("'%s' must be one of: %s.".formatted(key, String.join(", ", choices)));
            }
            return Optional.of(text);
        }

        private Optional<String> count(String key, @Nullable Object value, String text) {
            if (value == null) {
                return Optional.empty();
            }
            boolean whole = value instanceof java.math.BigDecimal && text.matches("[0-9]{1,9}");
            if (!whole || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
                throw ScimException.invalidValue(
                        "'%s' must be a whole number from %d to %d, or null.".formatted(key, least, most));
            }
            return Optional.of(text);
        }
    }
}
