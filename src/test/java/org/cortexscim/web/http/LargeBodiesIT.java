package org.cortexscim.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many bodies of the largest size at once: what there is no room for is refused, and small requests are served. */
@ExtendWith(FreshWorkspace.class)
class LargeBodiesIT {
    private static final int CLIENTS = Integer.getInteger("cortexscim.largeBodies", 24);

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    /** Two megabytes of small values, which take many times as much in memory. */
    private final String large = "{\"userName\":\"large@example.com\",\"emails\":[%s]}"
            .formatted(IntStream.range(0, 60_000)
                    .mapToObj("{\"value\":\"%05d@example.com\"}"::formatted)
                    .collect(Collectors.joining(",")));

    @Test
    void areAnsweredOrRefused_andStopNobody() {
        List<Integer> statuses = together(
                CLIENTS,
                client -> client % 8 == 0
                        ? http.create(Person.random()).status()
                        : http.post("/Users", large).status());

        assertThat(statuses).allMatch(status -> List.of(201, 400, 413, 429).contains(status));
        http.find("large@example.com").has("totalResults", 0);
    }
}
