package org.cortexscim.scim.patch;

import java.util.Optional;
import org.cortexscim.scim.ScimObject;

/** Reads JSON that a client has put inside a text; this room is plain Java and reads none itself. */
@FunctionalInterface
public interface EmbeddedJson {

    /** The object that the text is; empty when it is none. */
    Optional<ScimObject> read(String text);
}
