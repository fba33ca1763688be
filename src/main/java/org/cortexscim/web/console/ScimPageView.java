package org.cortexscim.web.console;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The SCIM settings.
 *
 * @param baseUrl what an identity provider needs
 * @param question what to ask before the form is sent again with these values; empty for nothing
 * @param saved whether this is the answer to a change
 * @param problem why a change was refused
 */
public record ScimPageView(
        Shell shell,
        String baseUrl,
        List<SettingField> fields,
        long seatsUsed,
        OptionalInt seatLimit,
        List<String> question,
        boolean saved,
        Optional<String> problem)
        implements View {
    public ScimPageView {
        fields = List.copyOf(fields);
        question = List.copyOf(question);
    }

    @Override
    public String template() {
        return "scim.jte";
    }

    /** The switches. */
    public List<SettingField> main() {
        return fields.stream().filter(SettingField::isMain).toList();
    }

    /** What the identity provider may do beyond them. */
    public List<SettingField> more() {
        return fields.stream().filter(field -> !field.isMain()).toList();
    }

    /** One sentence. */
    public String seats() {
        return seatLimit.isPresent()
                ? "Seats taken: %d of %d.".formatted(seatsUsed, seatLimit.getAsInt())
                : "Seats taken: %d; there is no limit.".formatted(seatsUsed);
    }
}
