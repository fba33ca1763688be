package org.cortexscim.schemas;

import java.util.List;
import org.cortexscim.scim.schema.Schema;

/**
 * All extensions at one moment.
 *
 * @param schemas in the order in which they were added
 * @param revisions one for each of them, in the same order
 */
record Extensions(List<Schema> schemas, List<String> revisions) {
    Extensions {
        schemas = List.copyOf(schemas);
        revisions = List.copyOf(revisions);
    }
}
