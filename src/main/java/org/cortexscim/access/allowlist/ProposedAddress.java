package org.cortexscim.access.allowlist;

import java.util.Optional;
import org.cortexscim.access.address.IpRange;

/**
 * An entry as an admin writes it.
 *
 * @param entry the entry for the allowlist; empty when the address is not valid
 * @param message why it cannot; empty when it can
 */
public record ProposedAddress(
        String address, Optional<String> description, Optional<AllowedAddress> entry, Optional<String> message) {
    /** The longest description, in UTF-16 units. */
    public static final int MAX_DESCRIPTION = 1000;

    /** Checks an entry. */
    public static ProposedAddress of(String address, Optional<String> description) {
        if (description.filter(text -> text.length() > MAX_DESCRIPTION).isPresent()) {
            return refused(
                    address,
                    description,
                    "The description of '%s' is longer than %d characters."
                            .formatted(IpRange.shown(address), MAX_DESCRIPTION));
        }
        try {
            AllowedAddress entry = new AllowedAddress(IpRange.parse(address), description.orElse(""));
            return new ProposedAddress(address, description, Optional.of(entry), Optional.empty());
        } catch (IllegalArgumentException refusal) {
            return refused(address, description, String.valueOf(refusal.getMessage()));
        }
    }

    private static ProposedAddress refused(String address, Optional<String> description, String message) {
        return new ProposedAddress(address, description, Optional.empty(), Optional.of(message));
    }
}
