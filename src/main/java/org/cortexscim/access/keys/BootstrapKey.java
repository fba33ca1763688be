package org.cortexscim.access.keys;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.storage.Migrations;
import org.cortexscim.storage.SqlFailures;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The first Admin key of an empty database: {@code BOOTSTRAP_API_KEY}, or a generated one that is shown once on the
 * console.
 *
 * <p>It also breaks the glass: when no Admin key is left that has not expired, a start with {@code BOOTSTRAP_API_KEY}
 * makes that key, again if it was deleted. As long as there is an Admin key, the variable changes nothing, unless an
 * operator who has lost that key says so: with {@code RESTORE_BOOTSTRAP_KEY=true} the key has that secret and no other.
 */
@ApplicationScoped
public class BootstrapKey {
    private static final Logger LOG = System.getLogger(BootstrapKey.class.getName());

    static final int MIN_LENGTH = 32;

    /** One id for all nodes: when several start on an empty database, one of them makes the key. */
    /** The public id of the first key. */
    public static final String CID = "akbootstrap";

    @Inject
    private ApiKeys keys;

    @Inject
    private KeyRotation rotation;

    @Inject
    @ConfigProperty(name = "RESTORE_BOOTSTRAP_KEY", defaultValue = "false")
    private String restore;

    @Inject
    @ConfigProperty(name = "BOOTSTRAP_API_KEY")
    private Optional<String> configured;

    /** Activates a request context because the audit log asks for the caller, although there is none at startup. */
    @ActivateRequestContext
    void begin(@Observes @Priority(Migrations.PRIORITY + 100) Startup startup) {
        switch (restore) {
            case "true" -> restore();
            case "false" -> createIfNeeded();
            default -> throw new IllegalStateException("RESTORE_BOOTSTRAP_KEY must be true or false.");
        }
    }

    private void restore() {
        String secret = configured.orElseThrow(() -> new IllegalStateException(
                "RESTORE_BOOTSTRAP_KEY needs BOOTSTRAP_API_KEY: set it to the secret that the first Admin key gets."));
        requireStrong(secret);
        boolean present = keys.exists(CID);
        if (present ? replaced(secret) : add(secret)) {
            LOG.log(
                    Logger.Level.WARNING,
                    "The API key {0} has the secret in BOOTSTRAP_API_KEY now, and no other. Unset RESTORE_BOOTSTRAP_KEY.",
                    CID);
        }
    }

    /** False when the key has that secret already, and no other. */
    private boolean replaced(String secret) {
        try {
            return rotation.replace(CID, secret);
        } catch (PersistenceException failure) {
            if (SqlFailures.isUniqueViolation(failure)) {
                throw taken(failure);
            }
            throw failure;
        }
    }

    private void createIfNeeded() {
        if (keys.hasAdmin() || (configured.isEmpty() && !keys.isEmpty())) {
            return;
        }
        configured.ifPresent(BootstrapKey::requireStrong);
        String secret = configured.orElseGet(ApiKeySecret::generate);
        if (add(secret) && configured.isEmpty()) {
            show(secret);
        }
    }

    /** False when another node was faster. */
    private boolean add(String secret) {
        try {
            keys.add(CID, NewApiKey.named("bootstrap", Set.of(RoleRef.ADMIN)), secret);
            return true;
        } catch (PersistenceException failure) {
            if (!SqlFailures.isUniqueViolation(failure)) {
                throw failure;
            }
            if (!keys.exists(CID)) {
                throw taken(failure);
            }
            return false;
        }
    }

    private static IllegalStateException taken(PersistenceException failure) {
        return new IllegalStateException(
                "BOOTSTRAP_API_KEY is already the secret of another API key; choose a different secret.", failure);
    }

    static void requireStrong(String secret) {
        if (secret.length() < MIN_LENGTH || !secret.matches("[\\x21-\\x7e]+") || secret.startsWith("ey")) {
            throw new IllegalStateException("BOOTSTRAP_API_KEY must be at least " + MIN_LENGTH
                    + " printable ASCII characters without spaces, and must not begin with 'ey' as a JWT does.");
        }
        if (ApiKeySecret.isMistyped(secret)) {
            throw new IllegalStateException("BOOTSTRAP_API_KEY begins with '" + ApiKeySecret.PREFIX
                    + "' like a generated key, but its checksum is wrong: copy it again, or begin it differently.");
        }
    }

    /** Straight to the terminal: System.out would carry the key into the server's log files. */
    private static void show(String secret) {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        console.printf("%n  First Admin API key, shown only this once: %s%n%n", secret);
    }
}
