package org.cortexscim.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/** Reads the JSON object that a body holds. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * The JSON object in the body.
     *
     * @throws ScimException 400 when it is not a JSON object
     */
    public static ScimObject read(InputStream body) {
        return readIfAny(body).orElseThrow(() -> ScimException.invalidSyntax("The request needs a JSON body."));
    }

    /** The JSON object in a body that may be left out; empty then, and otherwise as in {@link #read}. */
    public static Optional<ScimObject> readIfAny(InputStream body) {
        try {
            byte[] bytes = body.readAllBytes();
            return bytes.length == 0 ? Optional.empty() : Optional.of(JsonText.parseObject(bytes));
        } catch (IOException broken) {
            throw ScimException.invalidSyntax("The body cannot be read.");
        }
    }
}
