package org.cortexscim.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of DATABASE_URL, as it may be shown: a JDBC URL can carry a password after its question mark, and the URL
 * that a hoster hands out carries one in front of its host.
 */
record DatabaseUrl(String text) {
    private static final String DERBY = "jdbc:derby:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String EXAMPLE = "jdbc:postgresql://host:5432/db";

    /** What is wrong with the URL, as a sentence; empty when a driver can read it. */
    Optional<String> problem() {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("postgres://") || lower.startsWith("postgresql://")) {
            return Optional.of(("DATABASE_URL must be a JDBC URL: write %s, and set DATABASE_USER and DATABASE_PASSWORD"
                            + " to the user and the password.")
                    .formatted(translated()));
        }
        if (!text.startsWith(DERBY) && !text.startsWith(POSTGRESQL)) {
            return Optional.of(
                    "DATABASE_URL must be a JDBC URL of PostgreSQL, such as %s. Unset it to use embedded Derby."
                            .formatted(EXAMPLE));
        }
        if (text.startsWith(POSTGRESQL) && location().contains("@")) {
            return Optional.of(
                    "DATABASE_URL must not contain the user and the password: set DATABASE_USER and DATABASE_PASSWORD.");
        }
        return Optional.empty();
    }

    boolean isDerby() {
        return text.startsWith(DERBY);
    }

    /** The host and the database, without parameters. */
    String shown() {
        String location = location();
        return location.substring(location.lastIndexOf('@') + 1);
    }

    private String location() {
        return text.replaceFirst("^jdbc:[a-z]+:/*|^[a-z]+:/*", "").replaceFirst("[?;].*$", "");
    }

    private String translated() {
        try {
            URI uri = new URI(text);
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getHost() == null ? EXAMPLE : "jdbc:postgresql://" + uri.getHost() + port + uri.getPath();
        } catch (URISyntaxException unreadable) {
            return EXAMPLE;
        }
    }
}
