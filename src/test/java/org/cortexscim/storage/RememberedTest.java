package org.cortexscim.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RememberedTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger stored = new AtomicInteger(1);
    private final AtomicInteger readings = new AtomicInteger();
    private final Remembered<Integer> remembered = new Remembered<>(this::read, now::get);

    private int read() {
        readings.incrementAndGet();
        return stored.get();
    }

    @Test
    void isReadOnce_whileItIsFresh() {
        remembered.current();
        stored.set(2);
        pass(Duration.ofMillis(499));

        assertThat(remembered.current()).isEqualTo(1);
        assertThat(readings).hasValue(1);
    }

    @Test
    void isReadAnew_beforeItIsTooOld() {
        remembered.current();
        stored.set(2);
        pass(Duration.ofMillis(500));

        assertThat(remembered.current()).isEqualTo(2);
        assertThat(readings).hasValue(2);
    }

    @Test
    void isReadAnew_whenItIsForgotten() {
        remembered.current();
        stored.set(2);
        remembered.forget();

        assertThat(remembered.current()).isEqualTo(2);
    }

    @Test
    void isNotReadAnew_whenItIsReplaced() {
        remembered.current();
        remembered.replace(7);

        assertThat(remembered.current()).isEqualTo(7);
        assertThat(readings).hasValue(1);
    }

    /** As when the reader waits for a connection, and whoever has it waits for the value. */
    @Test
    void nobodyWaits_forSomebodyElsesReading() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch connection = new CountDownLatch(1);
        Remembered<Integer> slow = new Remembered<>(() -> {
            if (readings.incrementAndGet() == 1) {
                begun.countDown();
                await(connection);
            }
            return stored.get();
        });
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(slow::current);
        begun.await();

        assertThat(slow.current()).isEqualTo(1);
        slow.forget();

        connection.countDown();
        assertThat(first.get()).isEqualTo(1);
    }

    @Test
    void othersHaveTheOldValue_whileOneReadsAnew() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch connection = new CountDownLatch(1);
        Remembered<Integer> slow = new Remembered<>(
                () -> {
                    if (readings.incrementAndGet() == 2) {
                        begun.countDown();
                        await(connection);
                    }
                    return readings.get();
                },
                now::get);
        slow.current();
        pass(Duration.ofMillis(600));
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(slow::current);
        begun.await();

        assertThat(slow.current()).isEqualTo(1);
        pass(Duration.ofMillis(400));
        assertThat(slow.current()).isEqualTo(3);

        connection.countDown();
        second.get();
        assertThat(slow.current()).as("the one that began later").isEqualTo(3);
    }

    @Test
    void whatWasReadBeforeAChange_isNotKept() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        Remembered<Integer> slow = new Remembered<>(() -> {
            int value = stored.get();
            if (readings.incrementAndGet() == 1) {
                begun.countDown();
                await(changed);
            }
            return value;
        });
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(slow::current);
        begun.await();
        stored.set(2);
        slow.forget();
        changed.countDown();
        first.get();

        assertThat(slow.current()).isEqualTo(2);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
