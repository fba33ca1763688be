package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;

/** Makes the {@link Shell} of the caller. */
@RequestScoped
class Shells {
    @Inject
    private CurrentCaller current;

    Shell of(MenuItem page) {
        return new Shell(page.label(), Optional.of(page), menu(), name());
    }

    Shell titled(String title) {
        return new Shell(title, Optional.empty(), menu(), name());
    }

    /** The pages that the caller may see. */
    List<MenuItem> menu() {
        return Arrays.stream(MenuItem.values())
                .filter(item -> current.has(item.permission()))
                .toList();
    }

    private String name() {
        return current.caller().map(Caller::name).orElse("");
    }
}
