package org.cortexscim.web.console;

import java.util.Optional;

/**
 * A request that was refused or failed.
 *
 * @param detail what is wrong
 * @param action what to do; empty when the detail says so
 */
public record ErrorView(Shell shell, int status, String detail, Optional<String> action, String requestId)
        implements View {
    @Override
    public String template() {
        return "error.jte";
    }
}
