package org.cortexscim.testing;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A browser that follows no redirect and runs no script: what the console answers, and the cookies that it keeps. */
public final class ConsoleClient {
    private final Service service = Service.underTest();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String origin = service.baseUrl().toString();

    /** Lets forms come from pages of another site; empty for a browser that does not tell. */
    public ConsoleClient from(String site) {
        origin = site;
        return this;
    }

    public ConsoleClient signedIn(String key) {
        signIn(key, "/console/").hasStatus(303);
        return this;
    }

    public Answer signIn(String key, String to) {
        return post("/console/sign-in", Map.of("key", key, "to", to));
    }

    public Answer get(String path) {
        return sent(request(path).GET());
    }

    /** Asks for a part of a page, as a page does that refreshes it. */
    public Answer refresh(String path) {
        return sent(request(path).header("HX-Request", "true").GET());
    }

    public Answer post(String path, Map<String, String> form) {
        return post(path, List.copyOf(form.entrySet()));
    }

    /** Sends a form of which a field can have several values. */
    public Answer post(String path, List<Map.Entry<String, String>> fields) {
        String body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&"));
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return sent(origin.isEmpty() ? request : request.header("Origin", origin));
    }

    /** The session, as the browser would send it. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(Object::toString)
                .collect(joining("; "));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.baseUrl() + path));
    }

    private Answer sent(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
