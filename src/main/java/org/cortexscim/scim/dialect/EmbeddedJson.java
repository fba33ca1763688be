package org.cortexscim.scim.dialect;

import java.util.Optional;
import org.cortexscim.scim.ScimObject;

/** Reads JSON that a client has put inside a string; this room is plain Java and does not parse JSON itself. */
@FunctionalInterface
public interface EmbeddedJson {

    /** The JSON object in the text; empty when the text is not a JSON object. */
    Optional<ScimObject> read(String text);
}
