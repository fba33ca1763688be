package org.cortexscim.capacity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.cortexscim.scim.ScimException;

/**
 * A request's body while it arrives. A client that sends a byte now and then would otherwise keep a thread busy for as
 * long as it likes.
 */
public final class IncomingBody implements AutoCloseable {
    /** The longest body, in bytes. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int PART = 8192;
    /** How much earlier the server may give up than this. */
    private static final Duration CLOCKS = Duration.ofSeconds(1);

    private final LongConsumer hold;
    private final Runnable giveBack;
    private final Duration timeout;
    private final LongSupplier nanoTime;

    /** @param hold keeps room for bytes */
    IncomingBody(LongConsumer hold, Runnable giveBack, Duration timeout, LongSupplier nanoTime) {
        this.hold = hold;
        this.giveBack = giveBack;
        this.timeout = timeout;
        this.nanoTime = nanoTime;
    }

    /**
     * All of the body.
     *
     * @param announced its length, or -1 when the client has not told
     * @throws ScimException 408 when it takes too long, 413 when it is longer than {@value #MAX_BYTES} bytes, 400 when it is incomplete
     * @throws OverloadException when there is no room for it
     */
    public byte[] read(InputStream body, long announced) {
        if (announced > MAX_BYTES) {
            throw tooLarge();
        }
        hold.accept(announced);
        long latest = nanoTime.getAsLong() + timeout.toNanos();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        try {
            for (int read = body.read(part); read >= 0; read = body.read(part)) {
                holdIfLarge(announced, bytes.size(), read);
                bytes.write(part, 0, read);
                if (bytes.size() > MAX_BYTES) {
                    throw tooLarge();
                }
                requireTime(latest);
            }
            return bytes.toByteArray();
        } catch (IOException broken) {
            // The server's own patience with a silent client ends so, by its own clock.
            if (broken instanceof SocketTimeoutException || broken.getCause() instanceof SocketTimeoutException) {
                throw tooSlow();
            }
            requireTime(latest - CLOCKS.toNanos());
            throw ScimException.invalidSyntax("The body cannot be read: it is incomplete or malformed.");
        }
    }

    /** A body of unknown length may become the longest one as soon as it is no longer small. */
    private void holdIfLarge(long announced, int before, int read) {
        if (announced < 0 && before <= Capacity.SMALL && before + read > Capacity.SMALL) {
            hold.accept(MAX_BYTES);
        }
    }

    private void requireTime(long latest) {
        if (nanoTime.getAsLong() - latest > 0) {
            throw tooSlow();
        }
    }

    private ScimException tooSlow() {
        return ScimException.status(
                408,
                "The body took longer than %d seconds to arrive; send the request again."
                        .formatted(timeout.toSeconds()));
    }

    private static ScimException tooLarge() {
        return ScimException.status(413, "The body is larger than 2 MB; send fewer resources or values at once.");
    }

    @Override
    public void close() {
        giveBack.run();
    }
}
