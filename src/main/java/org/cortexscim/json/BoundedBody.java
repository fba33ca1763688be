package org.cortexscim.json;

import java.io.IOException;
import java.io.InputStream;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/** Reads a request's body, and no more of it than a request may have. */
public final class BoundedBody {
    /** The longest body, in bytes. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private BoundedBody() {}

    /**
     * The JSON object in the body.
     *
     * @throws ScimException 413 when the body is longer than {@value #MAX_BYTES} bytes, 400 when it is no JSON object
     */
    public static ScimObject read(InputStream body) {
        byte[] bytes = bytes(body);
        if (bytes.length > MAX_BYTES) {
            throw ScimException.status(413, "The body is larger than 2 MB; send fewer resources or values at once.");
        }
        if (bytes.length == 0) {
            throw ScimException.invalidSyntax("The request needs a JSON body.");
        }
        return JsonText.parseObject(bytes);
    }

    private static byte[] bytes(InputStream body) {
        try {
            return body.readNBytes(MAX_BYTES + 1);
        } catch (IOException broken) {
            throw ScimException.invalidSyntax(
                    "The body cannot be read: it ends too soon, or is not in its Content-Encoding.");
        }
    }
}
