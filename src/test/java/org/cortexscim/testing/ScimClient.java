package org.cortexscim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Speaks to a service as an identity provider does, and holds every answer against what all of them owe: a request id,
 * no word about the program's inside, no secret.
 */
public final class ScimClient {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Service service;
    private final Map<String, String> headers;

    private ScimClient(Service service, Map<String, String> headers) {
        this.service = service;
        this.headers = Map.copyOf(headers);
    }

    /** A client with the headers that Okta's live client sends. */
    public static ScimClient of(Service service) {
        return new ScimClient(
                service,
                Map.of(
                        "Accept", "application/scim+json",
                        "Accept-Charset", "utf-8",
                        "Authorization", "Bearer " + service.key(),
                        "Content-Type", "application/scim+json; charset=utf-8",
                        "User-Agent", "Okta SCIM Client 1.0.0"));
    }

    public static ScimClient ofServiceUnderTest() {
        return of(Service.underTest());
    }

    /** This client with another value of a header. */
    public ScimClient with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new ScimClient(service, changed);
    }

    /** This client without a header. */
    public ScimClient without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.remove(name);
        return new ScimClient(service, changed);
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    public Answer post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    public Answer put(String path, String body) {
        return send("PUT", path, BodyPublishers.ofString(body));
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, BodyPublishers.ofString(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** A PATCH with one operation, such as {@code {"op":"replace","value":{"active":false}}}. */
    public Answer patchUser(String id, String operation) {
        return patch("/Users/" + id, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}""".formatted(operation));
    }

    /** Any bytes, with their length in the head of the request. */
    public Answer send(String method, String path, byte[] body) {
        return send(method, path, BodyPublishers.ofByteArray(body));
    }

    /** A body in chunks, whose length the head of the request does not tell. */
    public Answer sendChunked(String method, String path, InputStream body) {
        return send(method, path, BodyPublishers.ofInputStream(() -> body));
    }

    /** A PATCH of a group, with these operations. */
    public Answer patchGroup(String id, String operations) {
        return patch("/Groups/" + id, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}""".formatted(operations));
    }

    /** The ids of a group's members. */
    public List<String> members(String groupId) {
        return get("/Groups/" + groupId).hasStatus(200).objects("members").stream()
                .map(member -> member.getString("value"))
                .toList();
    }

    /** Creates the user. */
    public Answer create(Person person) {
        return post("/Users", person.document()).hasStatus(201);
    }

    /** Creates the user and gives its id. */
    public String idOfNew(Person person) {
        return create(person).text("id");
    }

    /** Creates the user, takes its access away, and gives its id. */
    public String idOfInactive(Person person) {
        String id = idOfNew(person);
        patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
        return id;
    }

    public Answer user(String id) {
        return get("/Users/" + id);
    }

    /** The users whom a filter selects. */
    public Answer search(String filter) {
        return get("/Users?filter=" + encoded(filter));
    }

    /** The look-up with which Okta begins every assignment. */
    public Answer find(String userName) {
        return search("userName eq \"%s\"".formatted(userName)).hasStatus(200);
    }

    /** How many users there are in all. */
    public int total() {
        return get("/Users?count=0").hasStatus(200).number("totalResults");
    }

    /** Text as it stands in a query. */
    public static String encoded(String text) {
        return encodedAsForm(text).replace("+", "%20");
    }

    /** Text as a form would carry it in a query, with + for a space: what Microsoft's and other clients send. */
    public static String encodedAsForm(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A path outside of /scim/v2 begins with two slashes. */
    private Answer send(String method, String path, BodyPublisher body) {
        String url = path.startsWith("//") ? path.substring(1) : "/scim/v2" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.baseUrl() + url))
                .timeout(Duration.ofMinutes(2))
                .method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return checked(new Answer(response.statusCode(), response.headers().map(), response.body()));
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    public Answer checked(Answer answer) {
        assertThat(answer.header("X-Request-Id")).as("request id of %s", answer).isPresent();
        assertThat(answer.body()).doesNotContain(service.key());
        if (answer.status() >= 400) {
            assertThat(answer.toString() + answer.headers())
                    .doesNotContainPattern("(org|com|io|jakarta|java|javax)\\.[a-z]+\\.[a-zA-Z.]*[A-Z]")
                    .doesNotContain("Exception", "\tat ");
        }
        return answer;
    }
}
