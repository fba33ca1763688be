package org.cortexscim.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordWriterTest {
    private record Badge(String number, @Nullable String owner, Optional<Instant> end) {}

    private record Badges(List<Badge> badges, long total, boolean more, ScimObject details) {}

    @Test
    void writesComponentsInTheirOrder() {
        Badge badge = new Badge("7", "Ada", Optional.of(Instant.parse("2026-11-24T09:30:00Z")));

        assertThat(RecordWriter.print(new Badges(List.of(badge), 3_000_000_000L, true, ScimObject.of("b", "é"))))
                .isEqualTo("""
                        {"badges":[{"number":"7","owner":"Ada","end":"2026-11-24T09:30:00Z"}],\
                        "total":3000000000,"more":true,"details":{"b":"é"}}""");
    }

    @Test
    void writesNullForAnEmptyOptional_andLeavesOutWhatIsNull() {
        assertThat(RecordWriter.print(new Badge("7", null, Optional.empty())))
                .isEqualTo("{\"number\":\"7\",\"end\":null}");
    }
}
