package org.cortexscim.capacity;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * How far this node is on its way to a stop. A load balancer takes a moment to learn that a node is leaving, so that it
 * still answers at first; then it refuses what is new and finishes what it has begun.
 */
@ApplicationScoped
public class Closing {
    private volatile boolean leaving;
    private volatile boolean closed;

    /** From now on the node wants no more requests, but answers them. */
    public void leave() {
        leaving = true;
    }

    /** From now on the node, which has been {@link #leave leaving}, refuses requests. */
    public void close() {
        closed = true;
    }

    public boolean isLeaving() {
        return leaving;
    }

    /** @throws OverloadException when the node does not begin anything any more */
    void requireOpen() {
        if (closed) {
            throw OverloadException.stopping();
        }
    }
}
