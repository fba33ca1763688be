package org.cortexscim.startup;

import java.lang.System.Logger;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.logging.Level;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** The server that the application runs in, as far as it can be asked and ended. */
final class Server {
    private static final String NAME = "org.cortexscim.startup";
    private static final Logger LOG = System.getLogger(NAME);
    private static final String APPLICATION =
            "WebSphere:service=com.ibm.websphere.application.ApplicationMBean,name=cortex-scim";
    /** A property of the process, which outlives the application. */
    private static final String STARTED = "org.cortexscim.started";

    private static final int FAILURE = 1;

    private Server() {}

    /** Whether this is the start of the whole server, and not that of one more application, or of this one once more. */
    static boolean isStarting() {
        return System.getProperty(STARTED) == null
                && applicationState().filter("STARTING"::equals).isPresent();
    }

    /** Writes to the log and the console. */
    static void tell(String text) {
        java.util.logging.Logger.getLogger(NAME).log(audit(), text);
    }

    /** The server's own level for what belongs on the console although nothing is wrong. */
    private static Level audit() {
        try {
            return Level.parse("AUDIT");
        } catch (IllegalArgumentException elsewhere) {
            return Level.INFO;
        }
    }

    /** The server answers requests. */
    static void started() {
        System.setProperty(STARTED, "true");
    }

    /** The state of the application, in the words of the server; empty when it does not know the application. */
    static Optional<String> applicationState() {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            return Optional.ofNullable(beans.getAttribute(new ObjectName(APPLICATION), "State"))
                    .map(Object::toString);
        } catch (JMException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Ends the process at once, with an exit code that is not 0. Nothing has been answered yet, and the server's way of
     * stopping would wait for the application that is just starting.
     *
     * @param reason what to correct, as a sentence
     */
    static void end(String reason) {
        LOG.log(
                Logger.Level.ERROR,
                "The server cannot start. " + reason.lines().findFirst().orElse(""));
        Runtime.getRuntime().halt(FAILURE);
    }
}
