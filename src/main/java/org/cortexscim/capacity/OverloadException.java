package org.cortexscim.capacity;

import java.time.Duration;
import java.util.Optional;
import org.cortexscim.scim.Reason;

/**
 * The service had no room or no time for a request: too much was being done at once, the database was busy, away or
 * full, or the request's time was over. Nothing was changed, and the same request may be sent again.
 */
public final class OverloadException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Duration retryAfter;
    private final Reason reason;

    /** The database had no time. */
    public OverloadException(Throwable cause) {
        super("The service is overloaded; the Retry-After header says when to go on.", cause);
        retryAfter = BUSY;
        reason = Reason.OVERLOADED;
    }

    /** Something else had no room or time: what, as a sentence for the caller. */
    public OverloadException(String detail) {
        this(detail, BUSY);
    }

    OverloadException(String detail, Duration retryAfter) {
        this(detail, retryAfter, Reason.OVERLOADED);
    }

    private OverloadException(String detail, Duration retryAfter, Reason reason) {
        super(detail);
        this.retryAfter = retryAfter;
        this.reason = reason;
    }

    /** The database does not answer; whoever finds that out tells the operator. */
    public static OverloadException databaseAway() {
        return new OverloadException(
                "The database does not answer, and nothing was changed. Send the request again after as long as the"
                        + " Retry-After header says.",
                BUSY,
                Reason.DATABASE_AWAY);
    }

    /**
     * An admin has paused provisioning.
     *
     * @param left the time until the pause ends by itself; empty for never
     */
    public static OverloadException paused(Optional<Duration> left) {
        return new OverloadException(
                "Provisioning is paused in this workspace, and nothing was changed. Send the request again later; an admin"
                        + " ends the pause with the setting 'paused'.",
                left.filter(shorter -> shorter.compareTo(PAUSE) < 0).orElse(PAUSE),
                Reason.PAUSED);
    }

    /** This node stops. */
    static OverloadException stopping() {
        return new OverloadException(
                "This server is stopping, and nothing was changed. Send the request again after as long as the Retry-After"
                        + " header says; another server, or this one when it is back, will answer it.",
                SOON,
                Reason.STOPPING);
    }

    /** The database has no room for changes; whoever finds that out tells the operator. */
    public static OverloadException diskFull() {
        return new OverloadException(
                "The disk of the database is full, so that nothing can be changed. Ask the operator to make room, then send"
                        + " the request again.",
                BUSY,
                Reason.DISK_FULL);
    }

    /** Under which name the request log has it. */
    public Reason reason() {
        return reason;
    }

    /** What the caller is told. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** For the Retry-After header: when to try again, in whole seconds, at least 1. */
    public long retryAfter() {
        return Math.max(1, retryAfter.toSeconds());
    }
}
