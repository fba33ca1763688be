package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoggedRequestTest {
    @Test
    void failed_fromStatus400On() {
        assertThat(Requests.answered("ak1", 304, Instant.EPOCH).failed()).isFalse();
        assertThat(Requests.answered("ak1", 400, Instant.EPOCH).failed()).isTrue();
    }

    @Test
    void hasADetailThatEveryDatabaseTakes() {
        String sent = "a\0b" + "c".repeat(LoggedRequest.MAX_DETAIL);

        assertThat(Requests.refused("ak1", 400, Instant.EPOCH, Optional.of(sent))
                        .detail())
                .hasValueSatisfying(
                        detail -> assertThat(detail).startsWith("a\uFFFDbc").hasSize(LoggedRequest.MAX_DETAIL));
    }
}
