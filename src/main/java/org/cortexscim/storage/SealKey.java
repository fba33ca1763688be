package org.cortexscim.storage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The key of {@link Seal}: generated once by the first node, and stored in the database for all nodes. Its name is from the time
 * when it sealed cursors only.
 */
@ApplicationScoped
class SealKey {
    private static final String NAME = "cursor-key";
    private static final int BYTES = 32;

    @Inject
    private ServerSecretStore store;

    private volatile @Nullable SecretKey key;

    void make(@Observes @Priority(Migrations.PRIORITY + 50) Startup startup) {
        String encoded = store.find(NAME).orElseGet(this::create);
        key = new SecretKeySpec(Base64.getDecoder().decode(encoded), "AES");
    }

    SecretKey get() {
        return Objects.requireNonNull(key, "made at start-up");
    }

    private String create() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        String encoded = Base64.getEncoder().encodeToString(bytes);
        try {
            store.insert(NAME, encoded);
            return encoded;
        } catch (PersistenceException failure) {
            // Another node was first.
            if (SqlFailures.isUniqueViolation(failure)) {
                return store.find(NAME).orElseThrow();
            }
            throw failure;
        }
    }
}
