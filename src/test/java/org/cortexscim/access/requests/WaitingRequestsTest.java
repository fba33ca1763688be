package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.capacity.OverloadException;
import org.junit.jupiter.api.Test;

class WaitingRequestsTest {
    private final WaitingRequests waiting = new WaitingRequests();
    private final List<LoggedRequest> written = new ArrayList<>();

    @Test
    void keepRoomForThoseThatFailed_howeverManySucceed() {
        offer(WaitingRequests.MAX_SUCCEEDED + 5, 200);
        offer(3, 403);

        waiting.writeTo(written::addAll);

        assertThat(written).hasSize(WaitingRequests.MAX_SUCCEEDED + 3);
        assertThat(written.subList(0, 3)).allMatch(LoggedRequest::failed);
        assertThat(waiting.takeMissed()).isEqualTo(5);
        assertThat(waiting.takeMissed()).isZero();
    }

    @Test
    void keepRoomForThoseThatSucceeded_howeverManyFail() {
        offer(WaitingRequests.MAX_FAILED + 5, 403);
        offer(3, 200);

        waiting.writeTo(written::addAll);

        assertThat(written).hasSize(WaitingRequests.MAX_FAILED + 3);
        assertThat(waiting.takeMissed()).isEqualTo(5);
    }

    @Test
    void areWrittenInBatches() {
        offer(WaitingRequests.BATCH, 403);
        offer(1, 200);
        List<Integer> sizes = new ArrayList<>();

        waiting.writeTo(batch -> sizes.add(batch.size()));

        assertThat(sizes).containsExactly(WaitingRequests.BATCH, 1);
    }

    @Test
    void areWrittenLater_whenTheDatabaseIsAway() {
        offer(2, 403);

        assertThatExceptionOfType(OverloadException.class)
                .isThrownBy(() -> waiting.writeTo(batch -> {
                    throw OverloadException.databaseAway();
                }));
        offer(1, 200);
        waiting.writeTo(written::addAll);

        assertThat(written).hasSize(3);
        assertThat(waiting.takeMissed()).isZero();
    }

    @Test
    void areLost_whenTheyCannotBeWrittenAtAll() {
        offer(2, 403);

        assertThatIllegalStateException()
                .isThrownBy(() -> waiting.writeTo(batch -> {
                    throw new IllegalStateException("a bad row");
                }));
        waiting.writeTo(written::addAll);

        assertThat(written).isEmpty();
        assertThat(waiting.takeMissed()).isEqualTo(2);
    }

    private void offer(int count, int status) {
        for (int i = 0; i < count; i++) {
            waiting.offer(Requests.answered("ak1", status, Instant.EPOCH));
        }
    }
}
