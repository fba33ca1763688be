package org.cortexscim.access.keys;

import java.util.Optional;
import org.cortexscim.scim.ScimException;

/**
 * By what people tell a key from others; all that can be changed later.
 *
 * @param name 1 to 200 characters, not only spaces; several keys may have the same
 * @param description up to 1,000 characters
 */
public record KeyLabel(String name, Optional<String> description) {
    private static final int MAX_NAME = 200;
    private static final int MAX_DESCRIPTION = 1000;

    /** @throws ScimException invalidValue when one is out of bounds */
    public KeyLabel {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw ScimException.invalidValue("'name' must be a string of 1 to %d characters.".formatted(MAX_NAME));
        }
        if (description.filter(text -> text.length() > MAX_DESCRIPTION).isPresent()) {
            throw ScimException.invalidValue(
                    "'description' must be a string of at most %d characters.".formatted(MAX_DESCRIPTION));
        }
    }
}
