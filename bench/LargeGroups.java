import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares what a change of members costs in a small group and in a large one, in turns, in one run.
 *
 * <pre>java bench/LargeGroups.java http://localhost:9080 $KEY 100000</pre>
 *
 * The workspace needs both switches on. The last argument is the size of the large group, 10,000 without it; the program
 * makes as many users first, and deletes its groups, not the users, at the end.
 */
public final class LargeGroups {
    private static final int SMALL = 100;
    private static final int MOVED = 100;
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 60;
    private static final int BULK = 500;
    private static final Pattern LOCATION = Pattern.compile("/Users/([0-9a-f-]{36})\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String key;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private LargeGroups(String base, String key) {
        this.base = base;
        this.key = key;
    }

    public static void main(String[] arguments) throws Exception {
        int size = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        new LargeGroups(arguments[0], arguments[1]).run(size);
    }

    private void run(int size) throws Exception {
        List<String> users = users(size + MOVED);
        List<String> moved = users.subList(size, size + MOVED);
        String small = group("small", users.subList(0, SMALL));
        String large = group("large", users.subList(0, size));

        List<List<Long>> times = IntStream.range(0, 6).mapToObj(i -> (List<Long>) new ArrayList<Long>()).toList();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            // The order alternates, so that neither group is always the first.
            boolean smallFirst = round % 2 == 0;
            long[] first = round(smallFirst ? small : large, moved, round);
            long[] second = round(smallFirst ? large : small, moved, round);
            for (int i = 0; round >= WARM_UP && i < 3; i++) {
                times.get(i).add(smallFirst ? first[i] : second[i]);
                times.get(3 + i).add(smallFirst ? second[i] : first[i]);
            }
        }
        System.out.printf("%-22s %12s %12s %8s%n", "median of " + ROUNDS + ", ms", SMALL, size, "ratio");
        String[] names = {"add " + MOVED + " members", "remove " + MOVED + " members", "rename"};
        for (int i = 0; i < 3; i++) {
            double one = median(times.get(i));
            double other = median(times.get(3 + i));
            System.out.printf("%-22s %12.1f %12.1f %8.2f%n", names[i], one, other, other / one);
        }
        expect(204, send("DELETE", "/Groups/" + small, ""));
        expect(204, send("DELETE", "/Groups/" + large, ""));
    }

    /** The nanoseconds of adding, removing and renaming. */
    private long[] round(String group, List<String> moved, int round) throws Exception {
        return new long[] {
            patch(group, "{\"op\":\"add\",\"path\":\"members\",\"value\":[" + values(moved) + "]}"),
            patch(group, "{\"op\":\"remove\",\"path\":\"members\",\"value\":[" + values(moved) + "]}"),
            patch(
                    group,
                    "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"%s %s %d\"}".formatted(mark, group, round),
                    "?excludedAttributes=members")
        };
    }

    private List<String> users(int count) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int start = 0; start < count; start += BULK) {
            String operations = IntStream.range(start, Math.min(count, start + BULK))
                    .mapToObj(i -> "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"%d\",\"data\":{\"userName\":\"%s-%d@example.com\"}}"
                            .formatted(i, mark, i))
                    .collect(Collectors.joining(","));
            String answer = expect(200, send("POST", "/Bulk", "{\"Operations\":[" + operations + "]}"));
            Matcher matcher = LOCATION.matcher(answer);
            while (matcher.find()) {
                ids.add(matcher.group(1));
            }
        }
        if (ids.size() != count) {
            throw new IllegalStateException("only " + ids.size() + " of " + count + " users could be made");
        }
        return ids;
    }

    private String group(String name, List<String> members) throws Exception {
        Matcher matcher = ID.matcher(
                expect(201, send("POST", "/Groups", "{\"displayName\":\"%s %s\"}".formatted(mark, name))));
        if (!matcher.find()) {
            throw new IllegalStateException("a group without an id");
        }
        for (int start = 0; start < members.size(); start += 1000) {
            patch(matcher.group(1), "{\"op\":\"add\",\"path\":\"members\",\"value\":["
                    + values(members.subList(start, Math.min(members.size(), start + 1000))) + "]}");
        }
        return matcher.group(1);
    }

    private static String values(List<String> ids) {
        return ids.stream().map(id -> "{\"value\":\"" + id + "\"}").collect(Collectors.joining(","));
    }

    private long patch(String group, String operation) throws Exception {
        return patch(group, operation, "");
    }

    private long patch(String group, String operation, String query) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer =
                send("PATCH", "/Groups/" + group + query, "{\"Operations\":[" + operation + "]}");
        long time = System.nanoTime() - start;
        expect(query.isEmpty() ? 204 : 200, answer);
        return time;
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/scim/v2" + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/scim+json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }
}
