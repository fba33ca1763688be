package org.cortexscim.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WorkTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1000);

    @Test
    void endsWhenItsTimeIsOver() {
        try (Work work = Work.begin(Duration.ofSeconds(60), nanoTime::get)) {
            nanoTime.addAndGet(Duration.ofSeconds(59).toNanos());
            assertThat(Work.current().remaining()).isEqualTo(Duration.ofSeconds(1));
            assertThatNoException().isThrownBy(work::requireTime);

            nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
            assertThatExceptionOfType(OverloadException.class).isThrownBy(work::requireTime);

            work.beginPart();
            assertThat(work.remaining()).isEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void givesBackWhatItHolds_lastThingsFirst() {
        List<String> givenBack = new ArrayList<>();
        try (Work work = Work.begin(Duration.ofSeconds(60), nanoTime::get)) {
            work.holds(() -> givenBack.add("request"));
            work.holds(() -> givenBack.add("share"));
            work.holdsForPart(() -> givenBack.add("bytes"));
        }
        assertThat(givenBack).containsExactly("bytes", "share", "request");
    }

    @Test
    void givesTheBytesOfAPartBack_beforeTheNext() {
        List<String> givenBack = new ArrayList<>();
        try (Work work = Work.begin(Duration.ofSeconds(60), nanoTime::get)) {
            work.holds(() -> givenBack.add("request"));
            work.holdsForPart(() -> givenBack.add("bytes"));

            work.beginPart();

            assertThat(givenBack).containsExactly("bytes");
        }
        assertThat(givenBack).containsExactly("bytes", "request");
    }

    @Test
    void hasNoEnd_whereNoRequestIsAnswered() {
        assertThatNoException().isThrownBy(Work.current()::requireTime);
        assertThat(Work.current().remaining()).isPositive();
    }
}
