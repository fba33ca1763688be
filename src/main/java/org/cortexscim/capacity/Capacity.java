package org.cortexscim.capacity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cortexscim.scim.ScimException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What this node takes on at once. One caller can have three quarters of it at most, and half of that with bodies that are
 * still arriving, so that nobody can stop the others. A request counts until shortly after its client has the answer. Small
 * requests need no bytes and are served while large ones wait.
 */
@ApplicationScoped
public class Capacity {
    /** Up to this size, in bytes, a body or a page is not counted. */
    public static final int SMALL = 64 * 1024;

    /** What a reference to another resource, such as a member, counts in an answer: its id, its URL and its name. */
    public static final int BYTES_PER_REFERENCE = 256;

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PART_OF_HEAP = 64;
    private static final int LEAST_BYTES = 4 * 1024 * 1024;
    private static final int KILOBYTE = 1024;

    @Inject
    @ConfigProperty(name = "MAX_REQUESTS_AT_ONCE", defaultValue = "128")
    private int maxRequests;

    @Inject
    @ConfigProperty(name = "REQUEST_TIMEOUT", defaultValue = "PT60S")
    private Duration requestTimeout;

    @Inject
    @ConfigProperty(name = "BODY_TIMEOUT", defaultValue = "PT10S")
    private Duration bodyTimeout;

    @Inject
    @ConfigProperty(name = "MAX_BYTES_PER_PAGE", defaultValue = "4194304")
    private int maxBytesPerPage;

    @Inject
    private Closing closing;

    private Semaphore requests = new Semaphore(0);
    private Semaphore kilobytesOfBodies = new Semaphore(0);
    /** Apart from the bodies: a request that holds one of them waits for no other one's. */
    private Semaphore kilobytesOfAnswers = new Semaphore(0);

    private Shares requestsOfCaller = new Shares(0);
    private Shares bodiesOfCaller = new Shares(0);

    @PostConstruct
    void begin() {
        if (maxRequests < 4) {
            throw new IllegalStateException("MAX_REQUESTS_AT_ONCE must be a whole number of at least 4.");
        }
        if (maxBytesPerPage < SMALL || maxBytesPerPage > maxBytes()) {
            throw new IllegalStateException("MAX_BYTES_PER_PAGE must be a whole number from %d to %d, with this heap."
                    .formatted(SMALL, maxBytes()));
        }
        requireTime("REQUEST_TIMEOUT", requestTimeout);
        requireTime("BODY_TIMEOUT", bodyTimeout);
        requests = new Semaphore(maxRequests);
        requestsOfCaller = new Shares(maxRequests * 3 / 4);
        bodiesOfCaller = new Shares(maxRequests * 3 / 8);
        kilobytesOfBodies = new Semaphore(kilobytes(maxBytes()));
        kilobytesOfAnswers = new Semaphore(kilobytes(maxBytes()));
    }

    /** A bound that is none stops the start, and not the first request. */
    void check(@Observes Startup startup) {}

    /** Whether no request is being answered. */
    public boolean isIdle() {
        return requestsInProgress() == 0;
    }

    /** How many requests are being answered. */
    public int requestsInProgress() {
        return maxRequests - requests.availablePermits();
    }

    /**
     * Begins to answer a request.
     *
     * @throws OverloadException when the service answers as many as it can, or is about to stop
     */
    public Work beginRequest() {
        closing.requireOpen();
        if (!requests.tryAcquire()) {
            throw new OverloadException(
                    "The service is answering as many requests as it can; send this one again after as long as the"
                            + " Retry-After header says.",
                    SOON);
        }
        Work work = Work.begin(requestTimeout, System::nanoTime);
        work.holds(requests::release);
        return work;
    }

    /**
     * Counts the current request as one of its caller's.
     *
     * @throws OverloadException when the caller has too many of them at once
     */
    public void takeShare(String caller) {
        take(
                requestsOfCaller,
                caller,
                Duration.ZERO,
                "This caller has too many requests open at once; send fewer in parallel.");
        Work.current().holds(() -> requestsOfCaller.giveBack(caller));
    }

    /**
     * Begins to read a body of the caller, until it is closed; waits a little, since most bodies arrive at once.
     *
     * @throws OverloadException when too many of the caller's bodies are still arriving
     */
    public IncomingBody beginBody(String caller) {
        take(
                bodiesOfCaller,
                caller,
                PATIENCE,
                "Too many bodies of this caller are still arriving; send fewer in parallel, and each of them at once.");
        return new IncomingBody(
                bytes -> hold(kilobytesOfBodies, bytes, PATIENCE),
                () -> bodiesOfCaller.giveBack(caller),
                bodyTimeout,
                System::nanoTime);
    }

    /**
     * Keeps room for the beginning of a list, as much of it as one page may have.
     *
     * @param sizes of the list's elements, in bytes
     * @return how many elements the page has; at least one of a list that has any
     * @throws OverloadException when there is no room for a few seconds
     */
    public int holdPage(List<Long> sizes) {
        return holdPage(
                sizes.size(),
                (count, most) ->
                        sizes.stream().limit(count).mapToLong(Long::longValue).sum());
    }

    /**
     * As {@link #holdPage(List)}, for elements whose sizes take reading: it is asked for the size of all, and only if they
     * are too large for that of shorter beginnings.
     */
    public int holdPage(int size, Beginning beginning) {
        int count = size;
        long bytes = beginning.bytes(size, maxBytesPerPage);
        if (bytes > maxBytesPerPage && size > 0) {
            count = longest(size, beginning);
            bytes = beginning.bytes(count, maxBytes());
        }
        holdAnswer(bytes);
        return count;
    }

    /** The size of the beginning of a list. */
    @FunctionalInterface
    public interface Beginning {
        /** The bytes of the first elements; more than {@code most} need not be counted. */
        long bytes(int count, long most);
    }

    /**
     * Keeps room for bytes that the answer of the current request is made of; waits for others to give theirs back.
     *
     * @throws OverloadException when there is no room for a few seconds
     */
    public void holdAnswer(long bytes) {
        hold(kilobytesOfAnswers, bytes, PATIENCE);
    }

    /**
     * Keeps room for the answer to a change, without waiting: others may wait for what the change has locked.
     *
     * @throws OverloadException when there is no room
     */
    public void holdAnswerToChange(long bytes) {
        hold(kilobytesOfAnswers, bytes, Duration.ZERO);
    }

    private int longest(int size, Beginning beginning) {
        int fits = 1;
        int tooMany = size;
        while (tooMany - fits > 1) {
            int middle = (fits + tooMany) / 2;
            if (beginning.bytes(middle, maxBytesPerPage) <= maxBytesPerPage) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }

    private static void hold(Semaphore kilobytes, long bytes, Duration longest) {
        if (bytes <= SMALL) {
            return;
        }
        int needed = kilobytes(Math.min(bytes, maxBytes()));
        Duration remaining = Work.current().remaining();
        Duration patience = remaining.compareTo(longest) < 0 ? remaining : longest;
        if (!acquired(kilobytes, needed, patience)) {
            throw new OverloadException(
                    "Too many large requests are being answered at once; send this one again after as long as the"
                            + " Retry-After header says.",
                    SOON);
        }
        Work.current().holdsForPart(() -> kilobytes.release(needed));
    }

    /** 400: a page that has to be whole is too large. */
    public static ScimException pageTooLarge() {
        return ScimException.tooMany("The page would be too large for an answer; request a smaller page.");
    }

    /**
     * The bytes that large bodies may hold together, and as many again large answers: what a tree of them takes in memory
     * is many times as much.
     */
    static long maxBytes() {
        return Math.max(LEAST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    private static boolean acquired(Semaphore kilobytes, int needed, Duration patience) {
        try {
            return kilobytes.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void take(Shares shares, String caller, Duration patience, String refusal) {
        if (!shares.take(caller, patience)) {
            throw new OverloadException(refusal, SOON);
        }
    }

    private static void requireTime(String variable, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalStateException(
                    variable + " must be an ISO 8601 duration longer than zero, such as PT60S.");
        }
    }

    private static int kilobytes(long bytes) {
        return (int) ((bytes + KILOBYTE - 1) / KILOBYTE);
    }
}
