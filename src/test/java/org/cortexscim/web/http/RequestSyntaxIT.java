package org.cortexscim.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.RawConnection;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are not HTTP as the RFCs define it: each door refuses them with its own error, whoever sends them. */
@ExtendWith(FreshWorkspace.class)
class RequestSyntaxIT {
    private static final String SCIM = "/scim/v2/Users?count=0";
    private static final String ADMIN = "/api/v1/seats";

    private final Service service = Service.underTest();
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final RawConnection raw = new RawConnection(service);
    private final String host = "Host: " + service.baseUrl().getAuthority();
    private final String key = "Authorization: Bearer " + service.key();

    private void refusesEverywhere(String... headers) {
        http.checked(raw.send("GET", SCIM, headers)).isScimError(400);
        raw.send("GET", ADMIN, headers).isCortexError(400, "BAD_REQUEST");
        raw.send("GET", "/nothing", headers).isCortexError(400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOOBAR", "TRACE", "TRACK", "CONNECT", "PROPFIND"})
    void refusesTheMethod_withoutAKeyToo(String method) {
        http.checked(raw.send(method, SCIM, host)).isScimError(405).saying("PATCH");
        Answer admin = raw.send(method, ADMIN, host).isCortexError(405, "ILLEGAL_ARGUMENT_ERROR");
        raw.send(method, "/nothing", host).isCortexError(405, "ILLEGAL_ARGUMENT_ERROR");

        assertThat(admin.header("Allow")).hasValue("DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{x}", "[", "a|b", "\"", "<", "^", "`", "\u00fc", "\u00ff", "/[", "roles/{x}", "Users/["})
    void refusesTheCharacter(String rest) {
        http.checked(raw.send("GET", "/scim/v2/" + rest)).isScimError(400).saying("percent-encode");
        http.checked(raw.send("GET", "//scim/v2/" + rest)).isScimError(400);
        raw.send("GET", "/api/v1/" + rest).isCortexError(400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%x", "a=1&b=%-1", "a\t", "a=\u007f", "\u0001"})
    void refusesTheQuery_whereverItIsSent(String query) {
        http.checked(raw.send("GET", "/scim/v2/Users?" + query))
                .isScimError(400)
                .saying("%25");
        http.checked(raw.send("GET", "/scim/v2/nothing?" + query)).isScimError(400);
        raw.send("GET", "/api/v1/nothing?" + query).isCortexError(400, "BAD_REQUEST");
        raw.send("GET", "/nothing?" + query).isCortexError(400, "BAD_REQUEST");
    }

    @Test
    void tellsWhichTypesThereAre() {
        assertThat(raw.send("GET", ADMIN, host, key, "Accept: application/scim+json")
                        .isCortexError(406, "ILLEGAL_ARGUMENT_ERROR")
                        .text("message"))
                .contains("application/json");
    }

    @Test
    void refusesNoHostAndTwo() {
        refusesEverywhere(key);
        refusesEverywhere(key, host, host);
        refusesEverywhere(key, host, "Host: other.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "<x>", "\"", "evil/../x", "a@b", "a,b", "x:y", "a:99999", "[::1", "[zz]", "\u00ff"})
    void refusesTheHost(String value) {
        refusesEverywhere(key, "Host: " + value);
    }

    @Test
    void refusesTheHostInAnAbsoluteUrl() {
        http.checked(raw.send("GET", "http://a\"b" + SCIM, host, key)).isScimError(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scim.example.com", "cortex_scim:9080", "[::1]:9080"})
    void takesTheHost(String value) {
        http.checked(raw.send("GET", SCIM, key, "Host: " + value)).hasStatus(200);
        raw.send("GET", ADMIN, key, "Host: " + value).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;q=x", "application/json;q=", "application/json; Q=0.1x", "*/*;q=2"})
    void refusesTheQuality(String mediaType) {
        Answer asked = http.checked(raw.send("GET", SCIM, host, key, "Accept: " + mediaType));
        assertThat(asked.hasStatus(400).text("status")).isEqualTo("400");
        raw.send("GET", ADMIN, host, key, "Accept: " + mediaType).isCortexError(400, "BAD_REQUEST");
        http.with("Content-Type", mediaType).post("/Users", "{}").isScimError(400);
        raw.send("PUT", "/api/v1/scim/settings", host, key, "Content-Type: " + mediaType, "Content-Length: 0")
                .isCortexError(400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept | garbage",
                "Accept-Language | ;;q=x",
                "Accept-Charset | ;q=x",
                "Accept-Encoding | ;q=x",
                "If-Match | garbage",
                "If-None-Match | W/",
                "If-Modified-Since | x",
                "Range | x",
                "Cookie | ===;;",
                "Content-Language | !!",
                "Authorization | x"
            })
    void answersNoGarbageWithAFailure(String header, String value) {
        Stream.of(SCIM, "/scim/v2/Users/x", "/scim/v2/nothing", ADMIN, "/api/v1/nothing", "/nothing")
                .map(path -> raw.send("GET", path, host, key, header + ": " + value))
                .forEach(answer -> {
                    assertThat(answer.status()).as(answer.toString()).isLessThan(500);
                    assertThat(answer.header("Content-Type")).get().asString().contains("json");
                    assertThat(answer.body()).startsWith("{");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim/v3/Users", "/scim/v2x", "//scim//v2x"})
    void answersNotFoundInEveryLanguage(String path) {
        http.checked(raw.send("GET", path, host, "Accept-Language: de")).isScimError(path.contains("v3") ? 400 : 404);
        http.checked(raw.send("GET", "//scim/v2/nothing", host, key, "Accept-Language: de, ;;q=x"))
                .isScimError(404);
        raw.send("GET", "/nothing", host, "Accept-Language: de").isCortexError(404, "NOT_FOUND");
    }

    @Test
    void speaksHttp1Only() throws Exception {
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .build()
                .send(
                        HttpRequest.newBuilder(service.baseUrl().resolve("/health/live"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    }
}
