package org.cortexscim.capacity;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer's body while it is sent. A client that takes a byte now and then would otherwise keep a thread busy for as
 * long as it likes.
 */
public final class OutgoingBody extends FilterOutputStream {
    public OutgoingBody(OutputStream target) {
        super(target);
    }

    /** @throws IOException when the request's time is over: the connection is then closed in the middle of the answer */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (Work.current().remaining().isZero()) {
            throw new IOException("The client takes the answer too slowly.");
        }
        out.write(bytes, offset, length);
    }

    /** Leaves the target open, which is the server's. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
