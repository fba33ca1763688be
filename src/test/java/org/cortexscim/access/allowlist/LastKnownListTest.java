package org.cortexscim.access.allowlist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastKnownListTest {
    private final AtomicLong nanoTime = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private String version = "1";
    private boolean away;
    private final LastKnownList known = new LastKnownList(this::version, this::read, nanoTime::get);

    @Test
    void isReadOnceForAVersion() {
        currentAfterSeconds(1);
        currentAfterSeconds(2);
        assertThat(reads).hasValue(1);

        version = "2";
        known.current();
        assertThat(reads).as("asked less than a second ago").hasValue(1);
        currentAfterSeconds(2);
        assertThat(reads).hasValue(2);
    }

    @Test
    void isReadAnewWhenItIsOutdated_evenIfItsVersionIsTheSame() {
        currentAfterSeconds(1);
        known.outdate();

        currentAfterSeconds(2);

        assertThat(reads).hasValue(2);
    }

    @Test
    void goesOnToHoldWhileTheDatabaseIsAway_andIsEmptyBeforeItHasAnswered() {
        away = true;
        assertThat(currentAfterSeconds(1)).isFalse();

        away = false;
        assertThat(currentAfterSeconds(2)).isTrue();

        away = true;
        known.outdate();
        assertThat(currentAfterSeconds(2)).isTrue();
    }

    private boolean currentAfterSeconds(int seconds) {
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        return known.current().isPresent();
    }

    private String version() {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return version;
    }

    private Allowlist read() {
        reads.incrementAndGet();
        return new Allowlist(version(), List.of());
    }
}
