package org.cortexscim.web.console;

import java.util.List;
import java.util.Optional;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.IssuedKey;
import org.cortexscim.roles.RoleDefinition;

/** What the side panel of the API keys shows. */
public sealed interface KeyPanel {
    /** The key whose roles it names. */
    default Optional<ApiKey> shown() {
        return Optional.empty();
    }

    /**
     * The form for a new key.
     *
     * @param offered the roles that the caller may give
     * @param problem why it was refused
     */
    record Creation(KeyForm entered, List<RoleDefinition> offered, Optional<String> problem) implements KeyPanel {
        public Creation {
            offered = List.copyOf(offered);
        }
    }

    /**
     * A key.
     *
     * @param own whether the caller has signed in with it
     * @param rotatable whether it can be rotated, by this caller
     * @param expired whether it is refused
     * @param question what to ask before the entered action is done; empty for nothing
     * @param problem why the action was refused
     */
    record Opened(
            ApiKey key,
            KeyForm entered,
            boolean own,
            boolean rotatable,
            boolean expired,
            List<String> question,
            Optional<String> problem)
            implements KeyPanel {
        public Opened {
            question = List.copyOf(question);
        }

        @Override
        public Optional<ApiKey> shown() {
            return Optional.of(key);
        }
    }

    /** A new secret, which this answer alone shows. */
    record Issued(IssuedKey issued) implements KeyPanel {}
}
