package org.cortexscim.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often the issuer is asked for its keys, by the time on a clock that the test moves. */
class IssuerKeysTest {
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong();
    private volatile int status = 200;
    private HttpServer issuer;
    private IssuerKeys keys;

    @BeforeEach
    void givenAnIssuer() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            reads.incrementAndGet();
            byte[] body =
                    "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"k1\",\"k\":\"AAAA\"}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        issuer.start();
        keys = new IssuerKeys(
                "http://localhost:%d/keys".formatted(issuer.getAddress().getPort()), clock::get);
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void areReadOnce() throws Exception {
        assertThat(keys.getJsonWebKeys()).hasSize(1);
        assertThat(keys.getJsonWebKeys()).hasSize(1);

        assertThat(reads).hasValue(1);
    }

    @Test
    void areReadAgain_atMostOnceInHalfAMinute() throws Exception {
        keys.getJsonWebKeys();
        keys.refresh();
        wait(Duration.ofSeconds(29));
        keys.refresh();
        assertThat(reads).hasValue(1);

        wait(Duration.ofSeconds(2));
        keys.refresh();
        keys.refresh();
        assertThat(reads).hasValue(2);
    }

    /** A failure counts too: an issuer who does not answer must not be asked by every request. */
    @Test
    void areNotReadAgain_afterAFailure() throws Exception {
        keys.getJsonWebKeys();
        wait(Duration.ofSeconds(31));
        status = 500;
        assertThatIOException().isThrownBy(keys::refresh);

        keys.refresh();
        assertThat(reads).hasValue(2);
        assertThat(keys.getJsonWebKeys()).hasSize(1);
    }

    @Test
    void areTriedAgainAfterAWhile_untilTheyAreKnown() throws Exception {
        status = 500;
        assertThatIOException().isThrownBy(keys::getJsonWebKeys);
        assertThatIOException().isThrownBy(keys::getJsonWebKeys).withMessageContaining("a moment ago");
        assertThat(reads).hasValue(1);

        status = 200;
        wait(Duration.ofSeconds(6));
        assertThat(keys.getJsonWebKeys()).hasSize(1);
        assertThat(reads).hasValue(2);
    }

    private void wait(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
