package org.cortexscim.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.OperationsPages;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever clients make up, the service keeps no more figures than before: they are in memory, and a request needs no key
 * to leave one. More requests: {@code -Dcortexscim.meters=4000}.
 */
@ExtendWith(FreshWorkspace.class)
class MetersIT {
    private static final int ROUNDS = Integer.getInteger("cortexscim.meters", 40);
    /** Figures of the JVM that come up by themselves, such as those of another kind of garbage collection. */
    private static final int OTHERS = 20;

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final OperationsPages pages = new OperationsPages(Service.underTest());
    private final ScimClient http = ScimClient.ofServiceUnderTest();

    @Test
    void keepsTheSameFigures() {
        sendWhatIsMadeUp();
        long before = figures();

        for (int i = 0; i < ROUNDS; i++) {
            sendWhatIsMadeUp();
        }

        assertThat(figures()).isLessThanOrEqualTo(before + OTHERS);
    }

    private void sendWhatIsMadeUp() {
        ScimClient stranger = http.with("Authorization", "Bearer " + random()).with("User-Agent", random());
        for (ScimClient client : List.of(http, stranger)) {
            for (String method : METHODS) {
                client.send(method, "/Users/" + random(), new byte[0]);
                client.send(method, "//api/v1/" + random() + "?" + random() + "=" + random(), new byte[0]);
            }
            client.send("M" + random().substring(0, 8), "/Users", new byte[0]);
            client.get("/" + random() + "/" + random());
            client.get("//" + random());
        }
    }

    private long figures() {
        return pages.get("/metrics")
                .hasStatus(200)
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
