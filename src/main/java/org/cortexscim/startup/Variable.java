package org.cortexscim.startup;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * An environment variable that the application reads.
 *
 * @param type of the field that receives it
 */
record Variable(String name, Type type) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * What is wrong with a value, as a sentence; empty when the field can receive it. Texts are left to who reads them.
     */
    Optional<String> problem(String value) {
        if ((type == int.class && !isInt(value)) || (type == long.class && !isLong(value))) {
            return Optional.of("%s must be a whole number, not '%s'.".formatted(name, value));
        }
        if (type == Duration.class && !isDuration(value)) {
            return Optional.of(
                    "%s must be an ISO 8601 duration such as PT30S or PT2M, not '%s'.".formatted(name, value));
        }
        return Optional.empty();
    }

    /** What is wrong with a port, as a sentence; empty when it is one. */
    static Optional<String> portProblem(String name, String value) {
        return isInt(value) && Integer.parseInt(value) > 0 && Integer.parseInt(value) <= HIGHEST_PORT
                ? Optional.empty()
                : Optional.of("%s must be a port from 1 to %d, not '%s'.".formatted(name, HIGHEST_PORT, value));
    }

    private static boolean isInt(String value) {
        try {
            Integer.parseInt(value);
            return true;
        } catch (NumberFormatException wrong) {
            return false;
        }
    }

    private static boolean isLong(String value) {
        try {
            Long.parseLong(value);
            return true;
        } catch (NumberFormatException wrong) {
            return false;
        }
    }

    private static boolean isDuration(String value) {
        try {
            Duration.parse(value);
            return true;
        } catch (DateTimeParseException wrong) {
            return false;
        }
    }
}
