package org.cortexscim.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The page that each thread is reading, from its bookmark's reading to its transaction's end. */
@ApplicationScoped
class WalkedPages {
    private static final WalkedPage NONE = new WalkedPage(Optional.empty(), Optional.empty());

    private static final ThreadLocal<WalkedPage> CURRENT = new ThreadLocal<>();

    /** A page begins, perhaps in another attempt: of the one before nothing remains. */
    void begin(Optional<WalkedPage.Begin> begin) {
        CURRENT.set(new WalkedPage(begin, Optional.empty()));
    }

    void end(WalkedPage.End end) {
        WalkedPage page = Optional.ofNullable(CURRENT.get()).orElse(NONE);
        CURRENT.set(new WalkedPage(page.begin(), Optional.of(end)));
    }

    /** The page with something to write, if this thread has read one; it is then forgotten. */
    Optional<WalkedPage> take() {
        Optional<WalkedPage> page = Optional.ofNullable(CURRENT.get()).filter(read -> !read.equals(NONE));
        CURRENT.remove();
        return page;
    }
}
