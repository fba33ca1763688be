package org.cortexscim.properties;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever bytes are sent, the server answers in time and blames itself for nothing, or closes the connection. The flags are
 * those of {@link FuzzIT}.
 */
@ExtendWith(FreshWorkspace.class)
class RawFuzzIT {
    private static final int REQUESTS = Integer.getInteger("cortexscim.fuzz", 1000);
    private static final long SEED = Long.getLong("cortexscim.seed", 1);
    private static final int PATIENCE_MILLIS = 60_000;
    private static final Pattern STATUS = Pattern.compile("\\AHTTP/\\d\\.\\d (\\d{3})");
    /** The body of an error as JSON, in one chunk or without any. */
    private static final Pattern JSON = Pattern.compile(
            "(?is)\\A[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*?Content-Type: application/(?:scim\\+)?json\\b.*?\\r\\n\\r\\n(?:[0-9a-f]+\\r\\n)?(\\{.*})");

    private static final Pattern CONTINUE = Pattern.compile("\\AHTTP/1\\.1 100 [^\r]*\r\n\r\n");
    /** What the container refuses by itself; see docs/operations.md. */
    private static final Pattern HEADER =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\x00-\\x08\\x0a-\\x1f\\x7f]*");

    private static final Pattern FRAMED = Pattern.compile("(?im)^(content-length|transfer-encoding|expect) *:");
    private static final Pattern KEPT = Pattern.compile(
            "%(?![0-9A-Fa-f]{2})|%[01][0-9A-Fa-f]|%7[Ff]|[\\x00-\\x20\\x7f]|\\.\\.|^[^/]|/\\.?;[^/]*(?:/|%2[Ff])");

    private final Service service = Service.underTest();

    @Test
    void answersOrCloses() {
        Map<String, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
        Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();
        IntStream.range(0, REQUESTS).parallel().forEach(i -> {
            RandomHeads.Request request = new RandomHeads(new Chance(SEED * 1_000_003 + i), service).next();
            String answer = exchange(request, i);
            try {
                String what = "seed %d, request %d:%n%s%n->%n%s".formatted(SEED, i, request.text(), answer);
                statuses.computeIfAbsent(check(request, answer, what), key -> new AtomicInteger())
                        .incrementAndGet();
            } catch (AssertionError failure) {
                failures.add(failure);
            }
        });
        assertThat(failures).isEmpty();
        assertThat(statuses.keySet()).as(statuses.toString()).contains("200", "400", "401", "404", "405");
    }

    private String exchange(RandomHeads.Request request, int number) {
        try (Socket socket =
                new Socket(service.baseUrl().getHost(), service.baseUrl().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request.bytes());
                socket.getOutputStream().flush();
                // The end of what there is, for those that announce more.
                socket.shutdownOutput();
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            } catch (SocketException reset) {
                return "";
            }
        } catch (IOException failure) {
            throw new AssertionError("seed %d, request %d:%n%s".formatted(SEED, number, request.text()), failure);
        }
    }

    private static String check(RandomHeads.Request request, String answer, String what) {
        if (answer.isEmpty()) {
            return "closed";
        }
        String last = CONTINUE.matcher(answer).replaceFirst("");
        Matcher line = STATUS.matcher(last);
        assertThat(line.find()).as(what).isTrue();
        int status = Integer.parseInt(line.group(1));
        assertThat(status < 500 || status == 505).as(what).isTrue();
        if (status >= 400
                && request.target().startsWith("/scim/v2")
                && !request.text().startsWith("HEAD ")) {
            checkError(request, last, status, what);
        }
        return line.group(1);
    }

    private static boolean isKept(RandomHeads.Request request) {
        String head = request.text().split("\r?\n\r?\n", 2)[0];
        String[] lines = head.split("\r?\n");
        return KEPT.matcher(request.target()).find()
                || !lines[0].matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+ [^ ]+ HTTP/1\\.[01]")
                || Arrays.stream(lines)
                        .skip(1)
                        .anyMatch(line -> !HEADER.matcher(line).matches())
                || FRAMED.matcher(head).find();
    }

    private static void checkError(RandomHeads.Request request, String answer, int status, String what) {
        if (!answer.contains("\nX-Request-Id: ")) {
            // The container's own.
            assertThat(isKept(request)).as(what).isTrue();
            return;
        }
        Matcher body = JSON.matcher(answer);
        assertThat(body.find()).as(what).isTrue();
        JsonObject error;
        try (var reader = Json.createReader(new StringReader(body.group(1)))) {
            error = reader.readObject();
        } catch (JsonException broken) {
            throw new AssertionError(what, broken);
        }
        assertThat(error.getString("status")).as(what).isEqualTo(Integer.toString(status));
        assertThat(error.getString("detail")).as(what).isNotBlank();
    }
}
