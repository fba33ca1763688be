package org.cortexscim.schemas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.storage.CachesForgotten;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.Remembered;

/** Reads and changes the extensions of the user's schema. */
@ApplicationScoped
public class ExtensionSchemas {
    /** The maximum number of extensions. */
    public static final int MAX_SCHEMAS = 50;

    @Inject
    private ExtensionSchemaStore store;

    @Inject
    private Event<SchemaChanged> changes;

    private final Remembered<Extensions> latest = new Remembered<>(() -> store.all());

    /** The extensions in force, in the order in which they were added; at most a second old. */
    public List<Schema> current() {
        return latest.current().schemas();
    }

    /**
     * Keeps the extensions as they are until the caller's transaction ends, and {@link #current} from being older than
     * that: an attribute cannot be removed while a request gives it a value. Callers do not wait for each other.
     */
    public void hold() {
        List<String> revisions = store.holdRevisions();
        if (!new HashSet<>(revisions).equals(new HashSet<>(latest.current().revisions()))) {
            latest.replace(store.all());
        }
    }

    /**
     * The extension with that URN in any case.
     *
     * @throws ScimException 404
     */
    @InTransaction(readOnly = true)
    public Schema get(String urn) {
        return store.all().schemas().stream()
                .filter(schema -> schema.id().equalsIgnoreCase(urn))
                .findFirst()
                .orElseThrow(ExtensionSchemas::unknown);
    }

    /**
     * Adds an extension, or puts it in the place of the one with its URN.
     *
     * @return whether it is new
     * @throws ScimException 400 invalidValue when it does not go together with the others, 409 when users have values
     *     that would be lost
     */
    @InTransaction
    public boolean put(Schema schema) {
        Optional<Schema> before = store.lock(schema.id());
        if (before.isEmpty()) {
            requireRoom(schema);
        }
        before.ifPresent(present -> requireSameSpelling(present, schema));
        if (!before.equals(Optional.of(schema))) {
            store.put(schema);
            changes.fire(new SchemaChanged(before, Optional.of(schema)));
        }
        return before.isEmpty();
    }

    /**
     * Removes an extension.
     *
     * @throws ScimException 404, 409 when users have values of it
     */
    @InTransaction
    public void delete(String urn) {
        Schema before = store.lock(urn).orElseThrow(ExtensionSchemas::unknown);
        store.remove(urn);
        changes.fire(new SchemaChanged(Optional.of(before), Optional.empty()));
    }

    private void requireRoom(Schema schema) {
        List<Schema> others = store.all().schemas();
        if (others.size() >= MAX_SCHEMAS) {
            throw ScimException.invalidValue(
                    "%d extensions already exist, which is the limit; add the attributes to one of them."
                            .formatted(MAX_SCHEMAS));
        }
        others.stream()
                .filter(other -> begins(schema.id(), other.id()) || begins(other.id(), schema.id()))
                .findFirst()
                .ifPresent(other -> {
                    throw ScimException.invalidValue(
                            "The URN overlaps with '%s': a path could name an attribute of either extension."
                                            .formatted(other.id())
                                    + " Choose another URN.");
                });
    }

    private static boolean begins(String path, String urn) {
        return path.toLowerCase(Locale.ROOT).startsWith(urn.toLowerCase(Locale.ROOT) + ":");
    }

    private static void requireSameSpelling(Schema before, Schema schema) {
        if (!before.id().equals(schema.id())) {
            throw ScimException.invalidValue(
                    "The extension already exists, and its 'id' is spelled '%s'; use that spelling."
                            .formatted(before.id()));
        }
    }

    private static ScimException unknown() {
        return ScimException.notFound("No extension has this URN.");
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SchemaChanged change) {
        latest.forget();
    }

    void forgetAll(@Observes CachesForgotten event) {
        latest.forget();
    }
}
