package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.cortexscim.capacity.OverloadException;
import org.cortexscim.scim.Reason;
import org.junit.jupiter.api.Test;

class OutageTest {
    private final AtomicLong now = new AtomicLong();
    private final Outage outage = new Outage(now::get);

    @Test
    void refusesAtOnce_forASecond() {
        assertThat(outage.failed(new SQLException("away", "08001")).reason()).isEqualTo(Reason.DATABASE_AWAY);

        refuses();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        admits();
    }

    @Test
    void letsOneAtATimeAsk() {
        outage.failed(new SQLException("away", "08001"));
        now.addAndGet(Duration.ofSeconds(2).toNanos());

        admits();
        refuses();
        outage.asked();
        admits();
    }

    @Test
    void admitsEveryone_whenTheDatabaseAnswers() {
        outage.failed(new SQLException("away", "08001"));
        outage.answered();

        admits();
        admits();
    }

    @Test
    void isDoubtful_untilTheDatabaseAnswers() {
        assertThat(outage.isDoubtful()).isFalse();
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(outage.isDoubtful()).isTrue();
        outage.answered();
        assertThat(outage.isDoubtful()).isFalse();
    }

    private void admits() {
        assertThatCode(outage::requireDatabase).doesNotThrowAnyException();
    }

    private void refuses() {
        assertThatThrownBy(outage::requireDatabase).isInstanceOf(OverloadException.class);
    }
}
