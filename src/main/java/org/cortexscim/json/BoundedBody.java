package org.cortexscim.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;

/** Reads a request's body, and no more of it than a request may have. */
public final class BoundedBody {
    /** The longest body, in bytes. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    /** The maximum time that a client may take to send the body. */
    static final Duration MAX_TIME = Duration.ofSeconds(30);

    private static final int PART = 8192;

    private BoundedBody() {}

    /**
     * The JSON object in the body.
     *
     * @throws ScimException 408 when the body takes longer than {@link #MAX_TIME}, 413 when the body is longer than {@value #MAX_BYTES} bytes, 400 when it is no JSON object
     */
    public static ScimObject read(InputStream body) {
        return read(body, System::nanoTime);
    }

    static ScimObject read(InputStream body, LongSupplier nanoTime) {
        return readIfAny(body, nanoTime)
                .orElseThrow(() -> ScimException.invalidSyntax("The request needs a JSON body."));
    }

    /** The JSON object in a body that may be left out; empty then, and otherwise as in {@link #read}. */
    public static Optional<ScimObject> readIfAny(InputStream body) {
        return readIfAny(body, System::nanoTime);
    }

    private static Optional<ScimObject> readIfAny(InputStream body, LongSupplier nanoTime) {
        byte[] bytes = bytes(body, nanoTime);
        if (bytes.length > MAX_BYTES) {
            throw ScimException.status(413, "The body is larger than 2 MB; send fewer resources or values at once.");
        }
        return bytes.length == 0 ? Optional.empty() : Optional.of(JsonText.parseObject(bytes));
    }

    /** A client that sends a byte now and then would keep a thread busy for as long as it likes. */
    private static byte[] bytes(InputStream body, LongSupplier nanoTime) {
        long latest = nanoTime.getAsLong() + MAX_TIME.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        try {
            for (int read = body.read(part); read >= 0 && bytes.size() <= MAX_BYTES; read = body.read(part)) {
                bytes.write(part, 0, read);
                if (nanoTime.getAsLong() - latest > 0) {
                    throw ScimException.status(
                            408,
                            "The body took longer than %d seconds to arrive; send the request again."
                                    .formatted(MAX_TIME.toSeconds()));
                }
            }
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw ScimException.invalidSyntax(
                    "The body cannot be read: it is incomplete or does not match its Content-Encoding.");
        }
    }
}
