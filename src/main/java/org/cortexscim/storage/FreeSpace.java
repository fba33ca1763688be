package org.cortexscim.storage;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.File;
import java.lang.System.Logger;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cortexscim.capacity.OverloadException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses changes while there is almost no room for them. Embedded Derby shuts itself down when it cannot write its log,
 * and then nothing can be read either; so it is asked for no change that could bring it there.
 */
@ApplicationScoped
class FreeSpace {
    private static final Logger LOG = System.getLogger(FreeSpace.class.getName());

    @Inject
    @ConfigProperty(name = "DERBY_DIR")
    private String folder;

    @Inject
    @ConfigProperty(name = "DERBY_MIN_FREE_BYTES", defaultValue = "134217728")
    private long least;

    private final AtomicBoolean full = new AtomicBoolean();

    @PostConstruct
    void begin() {
        if (least < 0) {
            throw new IllegalStateException("DERBY_MIN_FREE_BYTES must be a whole number of at least 0.");
        }
    }

    /** A bound that is none stops the start, and not the first change. */
    void check(@Observes Startup startup) {}

    /**
     * Returns when the embedded database has room for a change.
     *
     * @throws OverloadException when it has not
     */
    void require() {
        require(usable(), least);
    }

    void require(long bytes, long wanted) {
        if (bytes < wanted) {
            tell("%d bytes are free in DERBY_DIR, less than the %d of DERBY_MIN_FREE_BYTES".formatted(bytes, wanted));
            throw OverloadException.diskFull();
        }
        if (full.getAndSet(false)) {
            LOG.log(Logger.Level.WARNING, "The database has room for changes again.");
        }
    }

    /** How many bytes have to stay free for the embedded database. */
    long reserve() {
        return least;
    }

    /** Another database had no room for a change. */
    OverloadException full(Throwable failure) {
        LOG.log(Logger.Level.ERROR, "The disk of the database is full: {0}", SqlFailures.words(failure));
        return OverloadException.diskFull();
    }

    /** All there can be of a folder that is not there: then the database is somewhere else. */
    private long usable() {
        File place = new File(folder);
        return place.exists() ? place.getUsableSpace() : Long.MAX_VALUE;
    }

    private void tell(String why) {
        if (!full.getAndSet(true)) {
            LOG.log(
                    Logger.Level.ERROR,
                    "The disk of the database is almost full ({0}). Changes are refused with 429 until there is room.",
                    why);
        }
    }
}
