package org.cortexscim.web.console;

import java.util.List;
import org.cortexscim.setup.SetupStep;

/** How far an identity provider is set up: a part of a page. */
public record SetupProgressView(List<SetupStep> steps) implements View {
    public SetupProgressView {
        steps = List.copyOf(steps);
    }

    @Override
    public String template() {
        return "setup/progress.jte";
    }
}
