package org.cortexscim.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.BuiltInRole;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.Migrations;
import org.cortexscim.storage.SqlFailures;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first Admin key of an empty database: {@code BOOTSTRAP_API_KEY}, or a generated one that is shown once on the
 * console.
 */
@ApplicationScoped
public class BootstrapKey {
    static final int MIN_LENGTH = 32;

    /** One id for all nodes: when several start on an empty database, one of them makes the key. */
    private static final String CID = "akbootstrap";

    @Inject
    private ApiKeys keys;

    @Inject
    @ConfigProperty(name = "BOOTSTRAP_API_KEY")
    private Optional<String> configured;

    void createFirst(@Observes @Priority(Migrations.PRIORITY + 100) Startup startup) {
        if (!keys.isEmpty()) {
            return;
        }
        configured.ifPresent(BootstrapKey::requireStrong);
        String secret = configured.orElseGet(ApiKeySecret::generate);
        try {
            keys.add(CID, "bootstrap", secret, Set.of(RoleRef.builtIn(BuiltInRole.ADMIN)));
        } catch (PersistenceException failure) {
            if (SqlFailures.isUniqueViolation(failure)) {
                return;
            }
            throw failure;
        }
        if (configured.isEmpty()) {
            show(secret);
        }
    }

    static void requireStrong(String secret) {
        if (secret.length() < MIN_LENGTH || !secret.matches("[\\x21-\\x7e]+") || secret.startsWith("ey")) {
            throw new IllegalStateException("BOOTSTRAP_API_KEY must be at least " + MIN_LENGTH
                    + " printable ASCII characters without spaces, and must not begin with 'ey' as a JWT does.");
        }
    }

    /** Straight to the terminal: System.out would carry the key into the server's log files. */
    private static void show(String secret) {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        console.printf("%n  First Admin API key, shown only this once: %s%n%n", secret);
    }
}
