package org.cortexscim.schemas;

import java.util.Optional;
import org.cortexscim.scim.schema.Schema;

/**
 * An extension has been added, changed or removed. Fired inside the transaction of the change: an observer that throws
 * refuses it.
 *
 * @param before empty when it is new
 * @param after empty when it is removed
 */
public record SchemaChanged(Optional<Schema> before, Optional<Schema> after) {

    /** The URN of the extension. */
    public String urn() {
        return after.or(() -> before).map(Schema::id).orElseThrow();
    }
}
