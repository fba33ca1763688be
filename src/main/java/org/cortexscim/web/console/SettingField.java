package org.cortexscim.web.console;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * A setting as a field of a form.
 *
 * @param label the name for people, such as "Automatic provisioning"
 * @param choices the values of a list; empty for a switch and a number
 * @param value as text; empty for none
 * @param shown the value when the page was opened
 */
public record SettingField(
        String key, String label, String help, Kind kind, List<String> choices, String value, String shown) {
    /** In a form, this before a setting's name is the name of the field with {@link #shown}. */
    static final String SHOWN = "shown.";

    /** The settings that everything else depends on. */
    private static final Set<String> SWITCHES =
            Set.of("automaticProvisioning", "automaticDeprovisioning", "paused", "pausedUntil", "pauseReason");

    /** How a field looks. */
    public enum Kind {
        SWITCH,
        LIST,
        NUMBER,
        /** In UTC, to the minute, such as {@code 2026-11-24T08:00}. */
        TIME,
        TEXT
    }

    public SettingField {
        choices = List.copyOf(choices);
    }

    /** A setting with its value. */
    static SettingField of(Attribute setting, ScimObject values) {
        String stored = Objects.toString(values.get(setting.name()), "");
        String value = kind(setting) == Kind.TIME ? stored.replaceFirst(":[0-9]{2}Z$", "") : stored;
        return of(setting, value, value);
    }

    /** A setting as somebody has entered it; a switch that is off is not in the form. */
    static SettingField entered(Attribute setting, @Nullable String value, @Nullable String shown) {
        String absent = kind(setting) == Kind.SWITCH ? "false" : "";
        return of(
                setting,
                Objects.requireNonNullElse(value, absent).strip(),
                Objects.requireNonNullElse(shown, "").strip());
    }

    private static SettingField of(Attribute setting, String value, String shown) {
        return new SettingField(
                setting.name(),
                label(setting.name()),
                setting.description().replace("; null for", "; leave it empty for"),
                kind(setting),
                setting.canonicalValues(),
                value,
                shown);
    }

    private static Kind kind(Attribute setting) {
        return switch (setting.type()) {
            case BOOLEAN -> Kind.SWITCH;
            case INTEGER -> Kind.NUMBER;
            case DATE_TIME -> Kind.TIME;
            default -> setting.canonicalValues().isEmpty() ? Kind.TEXT : Kind.LIST;
        };
    }

    boolean isChanged() {
        return !value.equals(shown);
    }

    public boolean isOn() {
        return value.equals("true");
    }

    public boolean isMain() {
        return SWITCHES.contains(key);
    }

    /** "automaticProvisioning" as "Automatic provisioning". */
    private static String label(String key) {
        String words = key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
