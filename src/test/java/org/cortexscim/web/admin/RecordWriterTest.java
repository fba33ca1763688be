package org.cortexscim.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
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
    void writesComponentsInTheirOrder() throws IOException {
        Badge badge = new Badge("7", "Ada", Optional.of(Instant.parse("2026-11-24T09:30:00Z")));

        assertThat(written(new Badges(List.of(badge), 3_000_000_000L, true, ScimObject.of("b", "é"))))
                .isEqualTo("""
                        {"badges":[{"number":"7","owner":"Ada","end":"2026-11-24T09:30:00Z"}],\
                        "total":3000000000,"more":true,"details":{"b":"é"}}""");
    }

    @Test
    void writesNullForAnEmptyOptional_andLeavesOutWhatIsNull() throws IOException {
        assertThat(written(new Badge("7", null, Optional.empty()))).isEqualTo("{\"number\":\"7\",\"end\":null}");
    }

    private static String written(Object answer) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        new RecordWriter()
                .writeTo(
                        answer,
                        answer.getClass(),
                        answer.getClass(),
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        body);
        return body.toString(StandardCharsets.UTF_8);
    }
}
