package org.cortexscim.startup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.time.Duration;
import org.cortexscim.capacity.Capacity;
import org.cortexscim.capacity.Closing;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Comes between SIGTERM and the end of the process: the server is not ready any more, but answers until load balancers
 * have learned it; then it refuses what is new, finishes what it has begun, and stops.
 */
@ApplicationScoped
class GracefulStop {
    private static final Logger LOG = System.getLogger(GracefulStop.class.getName());
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    private static final Duration LONGEST_WORK = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    @Inject
    private StartupExtension start;

    @Inject
    private Closing closing;

    @Inject
    private Capacity capacity;

    @Inject
    @ConfigProperty(name = "STOP_DELAY", defaultValue = "PT5S")
    private Duration delay;

    private @Nullable TerminationSignal signal;

    void begin(@Observes Startup startup) throws ReflectiveOperationException {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalStateException("STOP_DELAY must be an ISO 8601 duration from PT0S to PT5M.");
        }
        if (start.isOfServer()) {
            signal = new TerminationSignal(this::stop);
        }
    }

    /** The application is taken from a server that goes on. */
    void end(@Observes Shutdown shutdown) throws ReflectiveOperationException {
        if (signal != null) {
            signal.giveBack();
        }
    }

    /** Whatever happens here, the process ends; a second signal ends it at once. */
    private void stop() {
        try {
            if (!closing.isLeaving()) {
                LOG.log(Logger.Level.INFO, "The server is stopping; it still answers for {0} (STOP_DELAY).", delay);
                closing.leave();
                Thread.sleep(delay.toMillis());
                closing.close();
                awaitEndOfWork();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            Runtime.getRuntime().exit(TerminationSignal.EXIT_CODE);
        }
    }

    private void awaitEndOfWork() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WORK.toNanos();
        do {
            // Also when there is nothing to do: those who keep connections are told to give them up.
            Thread.sleep(PAUSE.toMillis());
        } while (!capacity.isIdle() && System.nanoTime() - end < 0);
    }
}
