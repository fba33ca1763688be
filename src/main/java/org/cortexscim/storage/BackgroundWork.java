package org.cortexscim.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cortexscim.capacity.OverloadException;

/** Work that a timer does again and again. What fails is logged once until it succeeds, and tried again the next time. */
@ApplicationScoped
public class BackgroundWork {
    private static final Logger LOG = System.getLogger(BackgroundWork.class.getName());

    @Inject
    private Migrations migrations;

    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /**
     * Does the work, unless the database's tables are still being made. Nothing is thrown: the server would call the
     * timer again at once, for ever.
     *
     * @param what completes "could not …", for the log
     */
    public void attempt(String what, Runnable work) {
        if (!migrations.applied()) {
            return;
        }
        try {
            work.run();
            failing.remove(what);
        } catch (OverloadException busy) {
            LOG.log(level(what), "The server could not {0}; it will try again. {1}", what, busy.getMessage());
        } catch (RuntimeException failure) {
            LOG.log(level(what), "The server could not " + what + "; it will try again.", failure);
        }
    }

    /** Some of the work is tried every second, and the database may be away for hours. */
    private Logger.Level level(String what) {
        return failing.add(what) ? Logger.Level.WARNING : Logger.Level.DEBUG;
    }
}
