package org.cortexscim.web.console;

import java.util.List;
import java.util.Optional;
import org.cortexscim.access.allowlist.AllowedAddress;

/**
 * The side panel of the allowlist.
 *
 * @param kind of the panel
 * @param entry the open one; empty for a form
 * @param question what to ask before the form is sent again; empty for nothing
 * @param force whether the answer "yes" may shut the caller out
 * @param problem why the change was refused; empty when it was not
 */
public record AllowlistPanel(
        Kind kind,
        Optional<AllowedAddress> entry,
        AllowlistForm entered,
        List<String> question,
        boolean force,
        String problem) {
    public AllowlistPanel {
        question = List.copyOf(question);
    }

    /** What the panel is for. */
    public enum Kind {
        ADD("new"),
        OKTA("okta"),
        ENTRY("");

        private final String open;

        Kind(String open) {
            this.open = open;
        }

        /** What is open then; an entry has its range instead. */
        public String open() {
            return open;
        }

        static Kind of(String open) {
            return open.equals(ADD.open) ? ADD : open.equals(OKTA.open) ? OKTA : ENTRY;
        }
    }
}
