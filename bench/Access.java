import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Compares what access control costs, in turns, in one run: refusing a key that shares its beginning with a valid one and one
 * that shares nothing; refusing and accepting a key with few and with many keys in the workspace; an IP allowlist without
 * entries and one with 10,000. Every ratio should be near 1.
 *
 * <pre>java bench/Access.java http://localhost:9080 $KEY 2000</pre>
 *
 * The server runs with {@code FAILED_SIGN_INS_PER_MINUTE=0} and {@code API_REQUESTS_PER_MINUTE=0}, and its allowlist is
 * empty; this machine's address must be 127.0.0.1 or ::1. The last argument is the number of further keys, which are
 * deleted at the end.
 */
public final class Access {
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 1000;
    private static final int ENTRIES = 10_000;
    private static final String KEYS = "/api/v1/auth/key";
    private static final String LIST = "/api/v1/ip-allowlist";
    private static final Pattern CID = Pattern.compile("\"cid\":\"([^\"]+)\"");
    private static final Pattern SECRET = Pattern.compile("\"apiKey\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String key;

    private Access(String base, String key) {
        this.base = base;
        this.key = key;
    }

    public static void main(String[] arguments) throws Exception {
        int further = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2000;
        new Access(arguments[0], arguments[1]).run(further);
    }

    private void run(int further) throws Exception {
        List<String> cids = new ArrayList<>();
        try {
            String created = expect(200, send("POST", KEYS, key, newKey(0))).body();
            cids.add(first(CID, created));
            String good = first(SECRET, created);
            // Neither has the form of a generated key, whose checksum would refuse it before any look-up.
            String near = "x" + good.substring(4, good.length() - 1) + "-";
            String far = "-".repeat(near.length());
            System.out.printf("%-58s %10s %10s %7s%n", "median of " + ROUNDS + ", ms", "one", "other", "ratio");
            compare("refuse a key unlike a valid one | one like it", 401, far, 401, near);
            double refusedOfFew = median(far, 401);
            double acceptedOfFew = median(good, 200);
            for (int i = 1; i <= further; i++) {
                cids.add(first(CID, expect(200, send("POST", KEYS, key, newKey(i))).body()));
            }
            print("refuse a key, with few keys | with " + further + " more", refusedOfFew, median(far, 401));
            print("accept a key, with few keys | with " + further + " more", acceptedOfFew, median(good, 200));
            double open = median(good, 200);
            expect(200, send("PUT", LIST, key, entries()));
            print("accept a caller, without entries | with " + ENTRIES, open, median(good, 200));
        } finally {
            expect(200, send("PUT", LIST, key, "{\"entries\":[]}"));
            for (String cid : cids) {
                expect(200, send("DELETE", KEYS + "/" + cid, key, ""));
            }
        }
    }

    private void compare(String what, int oneStatus, String one, int otherStatus, String other) throws Exception {
        List<Long> ones = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long first = time(one, oneStatus);
            long second = time(other, otherStatus);
            if (round >= WARM_UP) {
                ones.add(first);
                others.add(second);
            }
        }
        print(what, median(ones), median(others));
    }

    private double median(String secret, int status) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            long time = time(secret, status);
            if (round >= WARM_UP) {
                times.add(time);
            }
        }
        return median(times);
    }

    /** The nanoseconds of a small request with that key. */
    private long time(String secret, int status) throws Exception {
        long begin = System.nanoTime();
        expect(status, send("GET", "/api/v1/seats", secret, ""));
        return System.nanoTime() - begin;
    }

    private static double median(List<Long> times) {
        Collections.sort(times);
        return times.get(times.size() / 2) / 1e6;
    }

    private static void print(String what, double one, double other) {
        System.out.printf("%-58s %10.3f %10.3f %7.2f%n", what, one, other, other / one);
    }

    private static String newKey(int number) {
        return "{\"name\":\"bench %d\",\"roles\":[{\"type\":\"DEFAULT\",\"role\":\"ADMIN\"}]}".formatted(number);
    }

    /** This machine and many ranges around nobody. */
    private static String entries() {
        return IntStream.range(0, ENTRIES)
                .mapToObj(i -> i == 0 ? "127.0.0.1" : i == 1 ? "::1" : "10.%d.%d.0/25".formatted(i / 256, i % 256))
                .map("{\"address\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in the answer");
        }
        return matcher.group(1);
    }

    private HttpResponse<String> send(String method, String path, String secret, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new IllegalStateException(response.request().method() + " " + response.uri() + ": "
                    + response.statusCode() + " " + response.body());
        }
        return response;
    }
}
