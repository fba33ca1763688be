package org.cortexscim.properties;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is sent, the service answers in time, blames itself for nothing, and says in a SCIM error what is wrong. All
 * of 100,000 requests: {@code -Dcortexscim.fuzz=100000}; another series: {@code -Dcortexscim.seed=2}.
 */
@ExtendWith(FreshWorkspace.class)
class FuzzIT {
    private static final int REQUESTS = Integer.getInteger("cortexscim.fuzz", 1000);
    private static final long SEED = Long.getLong("cortexscim.seed", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int KNOWN = 40;

    private final Service service = Service.underTest();
    private final ScimClient scim = ScimClient.ofServiceUnderTest();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String mark = "fuzz" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void givenSomeResources(Workspace workspace) {
        workspace.settings("""
                {"attributeUpdates":"all","emailChange":true,"userNameFormat":"any","reactivationByPatch":true,\
                "roleProvisioning":true}""");
        for (int i = 0; i < KNOWN; i++) {
            ids.add(scim.idOfNew(Person.random()));
            ids.add(scim.post("/Groups", "{\"displayName\":\"%s known %d\"}".formatted(mark, i))
                    .text("id"));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void answersEverything(boolean strict, Workspace workspace) {
        workspace.settings("{\"strict\":%s}".formatted(strict));
        ConcurrentMap<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
        IntStream.range(0, REQUESTS).parallel().forEach(i -> {
            RandomRequests.Request request =
                    new RandomRequests(new Chance(SEED * 1_000_003 + i), ids, mark + strict).next();
            HttpResponse<String> answer = send(request, i);
            statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
            check(request, answer, i);
        });
        // Requests that all fail in the same place would find nothing.
        assertThat(statuses.keySet()).as(statuses.toString()).contains(200, 204, 400, 401, 404, 405);
    }

    private HttpResponse<String> send(RandomRequests.Request request, int number) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(service.baseUrl() + "/scim/v2" + request.path()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + service.key())
                .header("Content-Type", "application/scim+json")
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::setHeader);
        try {
            return once(builder.build());
        } catch (IOException failure) {
            throw new AssertionError(describe(request, number), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** A connection that is kept open may be closed by the other side at any time: then the request was never read. */
    private HttpResponse<String> once(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (HttpTimeoutException late) {
            throw late;
        } catch (IOException closed) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static void check(RandomRequests.Request request, HttpResponse<String> answer, int number) {
        String what = describe(request, number) + " -> " + answer.statusCode() + " " + answer.body();
        assertThat(answer.statusCode()).as(what).isBetween(200, 499);
        if (answer.statusCode() < 400 || request.method().equals("HEAD")) {
            return;
        }
        assertThat(answer.body()).as(what).startsWith("{");
        JsonObject error;
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            error = reader.readObject();
        }
        assertThat(error.getJsonArray("schemas").getString(0))
                .as(what)
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(error.getString("status")).as(what).isEqualTo(Integer.toString(answer.statusCode()));
        assertThat(error.getString("detail")).as(what).isNotBlank();
    }

    private static String describe(RandomRequests.Request request, int number) {
        String body = new String(request.body(), java.nio.charset.StandardCharsets.UTF_8);
        return "seed %d, request %d: %s %s %s %s"
                .formatted(
                        SEED,
                        number,
                        request.method(),
                        request.path(),
                        request.headers(),
                        body.length() > 1000 ? body.substring(0, 1000) + "..." : body);
    }
}
