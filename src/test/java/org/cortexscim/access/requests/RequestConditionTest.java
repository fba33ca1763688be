package org.cortexscim.access.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.Ids;
import org.junit.jupiter.api.Test;

class RequestConditionTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void isTrue_whenNothingIsAskedFor() {
        assertThat(RequestCondition.of(query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(new RequestCondition("1 = 1", Map.of()));
    }

    @Test
    void joinsEverythingThatIsAskedFor() {
        RequestCondition condition = RequestCondition.of(query(
                Optional.of(new Statuses(400, 499)),
                Optional.of("ak1"),
                Optional.of(NOON),
                Optional.of(NOON.plusSeconds(1))));

        assertThat(condition.jpql())
                .isEqualTo("1 = 1 and r.id >= :startId and r.id < :endId and r.failed = :failed"
                        + " and r.status >= :firstStatus and r.status <= :lastStatus and r.caller = :caller");
        assertThat(condition.values())
                .containsEntry("startId", Ids.firstAt(NOON))
                .containsEntry("endId", Ids.firstAt(NOON.plusSeconds(1)))
                .containsEntry("failed", 1)
                .containsEntry("firstStatus", 400)
                .containsEntry("lastStatus", 499)
                .containsEntry("caller", "ak1");
    }

    @Test
    void cannotEndBeforeItStarts() {
        assertThatExceptionOfType(ScimException.class)
                .isThrownBy(() ->
                        query(Optional.empty(), Optional.empty(), Optional.of(NOON), Optional.of(NOON.minusSeconds(1))))
                .satisfies(refusal -> assertThat(refusal.detail()).contains("endTime", "startTime"));
    }

    private static LoggedRequestQuery query(
            Optional<Statuses> status, Optional<String> caller, Optional<Instant> start, Optional<Instant> end) {
        return new LoggedRequestQuery(status, caller, Optional.empty(), Optional.empty(), start, end);
    }
}
