package org.cortexscim.setup;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;

/** The requests of one test: the credential test of Okta, and a user's whole life. Each step needs those before it. */
class TestRun {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String baseUrl;
    private final String authorization;
    private final String userName;
    private final List<TestStep> steps = new ArrayList<>();

    /**
     * A test that has sent nothing yet.
     *
     * @param baseUrl of SCIM, without a slash at the end
     * @param authorization the header's value
     * @param userName of the user to create: an email address that nobody has
     */
    TestRun(String baseUrl, String authorization, String userName) {
        this.baseUrl = baseUrl;
        this.authorization = authorization;
        this.userName = userName;
    }

    List<TestStep> steps() {
        return steps;
    }

    /** The search with which a provider tests its credentials; whether it passed. */
    boolean testCredentials() {
        String filter = URLEncoder.encode("userName eq \"%s\"".formatted(userName), StandardCharsets.UTF_8);
        return send(
                        "Test the credentials",
                        "GET",
                        "/Users?filter=" + filter + "&startIndex=1&count=100",
                        "",
                        200,
                        body -> true)
                .isPresent();
    }

    /** Creates a user, reads, renames, deactivates, reactivates and deletes it. */
    void liveAUsersLife() {
        Optional<String> created = send("Create a user", "POST", "/Users", document("Connection"), 201, body -> true)
                .flatMap(body -> body.text("id"));
        if (created.isEmpty()) {
            return;
        }
        String path = "/Users/" + created.get();
        boolean lived = change(path);
        boolean deleted =
                send("Delete the user", "DELETE", path, "", 204, body -> true).isPresent();
        if (lived && deleted) {
            send("Find that it is gone", "GET", path, "", 404, body -> true);
        }
    }

    private boolean change(String path) {
        String deactivate = JsonText.print(ScimObject.of("schemas", List.of(PATCH))
                .with(
                        "Operations",
                        List.of(ScimObject.of("op", "replace").with("value", ScimObject.of("active", false)))));
        return send("Read the user", "GET", path, "", 200, TestRun::isActive).isPresent()
                && send("Rename the user", "PUT", path, document("Renamed"), 200, TestRun::isRenamed)
                        .isPresent()
                && send("Deactivate the user", "PATCH", path, deactivate, 200, body -> !isActive(body))
                        .isPresent()
                && send("Reactivate the user", "PUT", path, document("Renamed"), 200, TestRun::isActive)
                        .isPresent();
    }

    private static boolean isActive(ScimObject user) {
        return user.flag("active").orElse(false);
    }

    private static boolean isRenamed(ScimObject user) {
        return user.object("name")
                .flatMap(name -> name.text("givenName"))
                .filter("Renamed"::equals)
                .isPresent();
    }

    private String document(String givenName) {
        return JsonText.print(ScimObject.of("schemas", List.of(USER))
                .with("userName", userName)
                .with("name", ScimObject.of("givenName", givenName).with("familyName", "Test"))
                .with(
                        "emails",
                        List.of(ScimObject.of("value", userName)
                                .with("type", "work")
                                .with("primary", true)))
                .with("active", true));
    }

    /** Sends a request and notes how it went; the body, if the answer is as expected. */
    private Optional<ScimObject> send(
            String name, String method, String path, String body, int expected, Predicate<ScimObject> right) {
        String request = method + " /scim/v2" + path.replaceFirst("\\?.*", "");
        HttpResponse<String> answer;
        try {
            answer = http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            return noAnswer(name, request);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return noAnswer(name, request);
        }
        ScimObject content = JsonText.findObject(answer.body()).orElseGet(ScimObject::new);
        boolean passed = answer.statusCode() == expected && right.test(content);
        steps.add(new TestStep(
                name,
                request,
                answer.statusCode(),
                passed,
                passed
                        ? Optional.empty()
                        : Optional.of(content.text("detail").orElse("The answer is not as expected.")),
                answer.headers().firstValue("X-Request-Id").orElse("")));
        return passed ? Optional.of(content) : Optional.empty();
    }

    private Optional<ScimObject> noAnswer(String name, String request) {
        String problem = "The service did not answer itself at %s within %d seconds. Check HTTP_HOST and HTTP_PORT."
                .formatted(baseUrl, PATIENCE.toSeconds());
        steps.add(new TestStep(name, request, 0, false, Optional.of(problem), ""));
        return Optional.empty();
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization)
                .header("Content-Type", "application/scim+json")
                .header("Accept", "application/scim+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
