package org.cortexscim.web.console;

import java.util.List;
import java.util.Optional;
import org.cortexscim.access.allowlist.AllowedAddress;

/**
 * The IP allowlist.
 *
 * @param own the caller's address
 * @param test the address that is tried out; empty for none
 * @param verdict whether it would get in; empty for none
 * @param open what is open, as the page's address has it
 * @param done what the change before has done; empty for none
 */
public record AllowlistPageView(
        Shell shell,
        List<AllowedAddress> entries,
        Pager pager,
        Address address,
        String own,
        String test,
        String verdict,
        String open,
        Optional<AllowlistPanel> panel,
        String done)
        implements View {
    public AllowlistPageView {
        entries = List.copyOf(entries);
    }

    @Override
    public String template() {
        return "allowlist.jte";
    }

    /** A sentence about the change before; empty for none. */
    public String notice() {
        return switch (done) {
            case "ADD" -> "The addresses are on the list.";
            case "OKTA" -> "Okta's addresses are on the list.";
            case "ENTRY" -> "The entry was deleted.";
            default -> "";
        };
    }
}
