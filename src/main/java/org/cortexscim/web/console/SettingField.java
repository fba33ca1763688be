package org.cortexscim.web.console;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;

/**
 * A setting as a field of a form.
 *
 * @param label the name for people, such as "Automatic provisioning"
 * @param choices the values of a list; empty for a switch and a number
 * @param value as text; empty for none
 */
public record SettingField(String key, String label, String help, Kind kind, List<String> choices, String value) {
    /** The settings that everything else depends on. */
    private static final Set<String> SWITCHES = Set.of("automaticProvisioning", "automaticDeprovisioning", "paused");

    /** How a field looks. */
    public enum Kind {
        SWITCH,
        LIST,
        NUMBER
    }

    public SettingField {
        choices = List.copyOf(choices);
    }

    static SettingField of(Attribute setting, ScimObject values) {
        Kind kind = switch (setting.type()) {
            case BOOLEAN -> Kind.SWITCH;
            case INTEGER -> Kind.NUMBER;
            default -> Kind.LIST;
        };
        return new SettingField(
                setting.name(),
                label(setting.name()),
                setting.description().replace("; null for", "; leave it empty for"),
                kind,
                setting.canonicalValues(),
                Objects.toString(values.get(setting.name()), ""));
    }

    public boolean isOn() {
        return value.equals("true");
    }

    public boolean isMain() {
        return SWITCHES.contains(key);
    }

    /** "automaticProvisioning" as "Automatic provisioning". */
    private static String label(String key) {
        String words = key.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
