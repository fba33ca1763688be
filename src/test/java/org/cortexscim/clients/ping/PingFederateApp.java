package org.cortexscim.clients.ping;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Service;

/**
 * PingFederate's SCIM Provisioner with Basic authentication. Users are found by a filter and updated by PUT only; a group is
 * found by reading all groups, page by page. The SCIM URL may end with a slash.
 */
final class PingFederateApp {
    private static final int PAGE = 100;

    private final ScimClient http = ScimClient.ofServiceUnderTest()
            .with(
                    "Authorization",
                    "Basic " + base64("ping:" + Service.underTest().key()))
            .without("Accept-Charset")
            .without("User-Agent");

    /** By the userName, or by the work address where the admin has chosen that. */
    Answer find(String attribute, String value) {
        return http.get("//scim/v2//Users?filter=" + ScimClient.encoded("%s eq \"%s\"".formatted(attribute, value)))
                .hasStatus(200);
    }

    Answer create(Person person, boolean active) {
        return http.post("//scim/v2//Users", person.document("\"active\":" + active))
                .hasStatus(201);
    }

    Answer replace(String id, Person person, boolean active) {
        return http.put("//scim/v2//Users/" + id, person.document("\"active\":" + active));
    }

    Answer deleteUser(String id) {
        return http.delete("//scim/v2//Users/" + id);
    }

    /** Looks through all groups; empty when none has the name. */
    Optional<JsonObject> findGroup(String displayName) {
        int total = http.get("/Groups?startIndex=1&count=1").hasStatus(200).number("totalResults");
        return Stream.iterate(1, start -> start <= total, start -> start + PAGE)
                .flatMap(start ->
                        http.get("/Groups?startIndex=%d&count=%d".formatted(start, PAGE)).objects("Resources").stream())
                .filter(group -> group.getString("displayName").equals(displayName))
                .findFirst();
    }

    Answer createGroup(String displayName) {
        return http.post("/Groups", group(displayName, "")).hasStatus(201);
    }

    Answer replaceGroup(String id, String displayName, String... members) {
        return http.put("/Groups/" + id, group(displayName, elements(members)));
    }

    Answer patchGroup(String id, String op, String... members) {
        return http.patchGroup(id, """
                {"op":"%s","path":"members","value":[%s]}""".formatted(op, elements(members)));
    }

    Answer deleteGroup(String id) {
        return http.delete("/Groups/" + id);
    }

    private static String group(String displayName, String members) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s","members":[%s]}""".formatted(displayName, members);
    }

    private static String elements(String... ids) {
        return Stream.of(ids).map("{\"value\":\"%s\"}"::formatted).collect(Collectors.joining(","));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
