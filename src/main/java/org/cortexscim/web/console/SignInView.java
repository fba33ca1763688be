package org.cortexscim.web.console;

import java.util.Optional;

/**
 * The sign-in.
 *
 * @param problem why it failed
 * @param to where to go on
 */
public record SignInView(Optional<String> problem, String to) implements View {
    @Override
    public String template() {
        return "sign-in.jte";
    }
}
