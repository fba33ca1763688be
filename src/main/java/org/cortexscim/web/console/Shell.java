package org.cortexscim.web.console;

import java.util.List;
import java.util.Optional;

/**
 * What is around every page but the sign-in.
 *
 * @param title of the page
 * @param active the page in the menu; empty for an error
 * @param menu the pages that the caller may see
 * @param caller the name of the API key; empty for nobody
 */
public record Shell(String title, Optional<MenuItem> active, List<MenuItem> menu, String caller) {
    public Shell {
        menu = List.copyOf(menu);
    }

    /** The sections of the menu, in its order. */
    public List<String> sections() {
        return menu.stream().map(MenuItem::section).distinct().toList();
    }

    /** The pages of a section. */
    public List<MenuItem> in(String section) {
        return menu.stream().filter(item -> item.section().equals(section)).toList();
    }

    public boolean isActive(MenuItem item) {
        return active.filter(item::equals).isPresent();
    }
}
