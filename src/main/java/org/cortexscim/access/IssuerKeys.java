package org.cortexscim.access;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.lang.JoseException;

/**
 * The issuer's published keys. Anyone can send a token that names an unknown key, so what such a token costs is bounded: the keys are
 * read again at most once in a while, successfully or not, by one request; all others go on with the keys that are known.
 */
final class IssuerKeys extends HttpsJwks {
    private static final Duration KEPT = Duration.ofHours(1);
    /** Without the issuer, tokens are checked by the keys that were read last. */
    private static final Duration KEPT_WITHOUT_ISSUER = Duration.ofDays(1);

    private static final Duration READ_AGAIN = Duration.ofSeconds(30);
    /** While none have been read. */
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LongSupplier nanoTime;
    private final AtomicLong due;
    private volatile boolean known;

    IssuerKeys(String url, LongSupplier nanoTime) {
        super(url);
        this.nanoTime = nanoTime;
        due = new AtomicLong(nanoTime.getAsLong());
        Get get = new Get();
        get.setConnectTimeout((int) PATIENCE.toMillis());
        get.setReadTimeout((int) PATIENCE.toMillis());
        get.setRetries(0);
        setSimpleHttpGet(get);
        setDefaultCacheDuration(KEPT.toSeconds());
        setRetainCacheOnErrorDuration(KEPT_WITHOUT_ISSUER.toSeconds());
        setRefreshReprieveThreshold(0);
    }

    /**
     * Reads the keys, unless that was done a moment ago or is being done. It is called for the first keys, when the keys have been kept
     * for their time, and for a key that is unknown.
     *
     * @throws IOException also when no keys are known yet and the last attempt was a moment ago
     */
    @Override
    public void refresh() throws JoseException, IOException {
        long now = nanoTime.getAsLong();
        long time = due.get();
        if (now - time >= 0 && due.compareAndSet(time, now + (known ? READ_AGAIN : TRY_AGAIN).toNanos())) {
            super.refresh();
            known = true;
            due.set(now + READ_AGAIN.toNanos());
        } else if (!known) {
            throw new IOException("The issuer's keys could not be read a moment ago.");
        }
    }
}
