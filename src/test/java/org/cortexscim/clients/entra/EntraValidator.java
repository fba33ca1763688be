package org.cortexscim.clients.entra;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ScimClient;

/**
 * Microsoft's SCIM Validator: random words for every attribute, whatever its type; one operation for each attribute; and
 * afterwards it looks for each value that it has sent.
 */
final class EntraValidator {
    private static final String URN = EntraApp.ENTERPRISE + ":";
    private static final Pattern ELEMENT = Pattern.compile("(\\w+)\\[(\\w+) eq \"?(\\w+)\"?]\\.(\\w+)");

    private final ScimClient http =
            ScimClient.ofServiceUnderTest().without("Accept-Charset").without("User-Agent");

    /** Twelve letters, as the validator makes them. */
    static String word() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "").toUpperCase(Locale.ROOT)
                + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    static String email() {
        return word().toLowerCase(Locale.ROOT) + "@" + word().toLowerCase(Locale.ROOT) + ".example";
    }

    /** Every attribute of the validator's default list but the userName, each with another random value. */
    static Map<String, String> attributes() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : List.of(
                "displayName",
                "title",
                "preferredLanguage",
                "name.givenName",
                "name.familyName",
                "name.formatted",
                "name.middleName",
                "name.honorificPrefix",
                "name.honorificSuffix",
                "addresses[type eq \"work\"].formatted",
                "addresses[type eq \"work\"].streetAddress",
                "addresses[type eq \"work\"].locality",
                "addresses[type eq \"work\"].region",
                "addresses[type eq \"work\"].postalCode",
                "addresses[type eq \"work\"].country",
                "phoneNumbers[type eq \"work\"].value",
                "phoneNumbers[type eq \"mobile\"].value",
                "phoneNumbers[type eq \"fax\"].value",
                "nickName",
                "profileUrl",
                "userType",
                "locale",
                "timezone",
                "externalId",
                "roles[primary eq \"True\"].display",
                "roles[primary eq \"True\"].value",
                "roles[primary eq \"True\"].type",
                URN + "employeeNumber",
                URN + "department",
                URN + "costCenter",
                URN + "organization",
                URN + "division")) {
            values.put(name, word());
        }
        values.put("emails[type eq \"work\"].value", email());
        values.put("emails[type eq \"home\"].value", email());
        return values;
    }

    /** A new user with the validator's default list of attributes. */
    Answer postUser(String userName) {
        return http.post("/Users", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","%1$s"],"userName":"%2$s","active":true,
                 "displayName":"%3$s","title":"%3$s","preferredLanguage":"%3$s","nickName":"%3$s","profileUrl":"%3$s",
                 "userType":"%3$s","locale":"%3$s","timezone":"%3$s","externalId":"%4$s",
                 "name":{"givenName":"%3$s","familyName":"%3$s","formatted":"%3$s"},
                 "emails":[{"type":"work","value":"%5$s","primary":true}],
                 "addresses":[{"type":"work","formatted":"%3$s","streetAddress":"%3$s","locality":"%3$s","country":"%3$s"}],
                 "phoneNumbers":[{"type":"work","value":"%3$s"},{"type":"mobile","value":"%3$s"},{"type":"fax","value":"%3$s"}],
                 "roles":[{"primary":"True","display":"%3$s","value":"%3$s","type":"%3$s"}],
                 "%1$s":{"employeeNumber":"%3$s","department":"%3$s","manager":{"value":"%3$s"}}}
                """.formatted(EntraApp.ENTERPRISE, userName, word(), UUID.randomUUID(), email()));
    }

    /** A new user of whom the validator tells nothing but the name. */
    Answer postMinimalUser(String userName) {
        return http.post("/Users", """
                {"userName":"%s","schemas":["urn:ietf:params:scim:schemas:core:2.0:User"]}""".formatted(userName));
    }

    Answer postGroup(String displayName) {
        return http.post("/Groups", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s","externalId":"%s"}""".formatted(displayName, UUID.randomUUID()));
    }

    /** One operation for each attribute. */
    Answer patchVerbosely(String userId, String op, Map<String, String> values) {
        return patch(
                "/Users/" + userId,
                values.entrySet().stream()
                        .map(value -> operation(op, value.getKey(), Json.createValue(value.getValue())))
                        .collect(Collectors.joining(",")));
    }

    Answer patch(String path, String operations) {
        return http.patch(path, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}""".formatted(operations));
    }

    static String operation(String op, String path, JsonValue value) {
        return Json.createObjectBuilder()
                .add("op", op)
                .add("path", path)
                .add("value", value)
                .build()
                .toString();
    }

    /** {@code filter=userName+eq+%22X%40Y%22} */
    Answer filter(String endpoint, String attribute, String value, String more) {
        return http.get(endpoint + "?filter=" + attribute + "+eq+%22" + ScimClient.encodedAsForm(value) + "%22" + more);
    }

    Answer get(String path) {
        return http.get(path);
    }

    Answer post(String path, String body) {
        return http.post(path, body);
    }

    Answer delete(String path) {
        return http.delete(path);
    }

    /** What an answer says of an attribute that the validator has set by this path. */
    static Optional<String> valueAt(Answer answer, String path) {
        Matcher element = ELEMENT.matcher(path);
        if (element.matches()) {
            return array(answer.json(), element.group(1)).getValuesAs(JsonObject.class).stream()
                    .filter(one -> text(one.get(element.group(2))).equalsIgnoreCase(element.group(3)))
                    .map(one -> text(one.get(element.group(4))))
                    .findFirst();
        }
        return path.startsWith(URN)
                ? answer.at(EntraApp.ENTERPRISE + "/" + path.substring(URN.length()))
                : answer.at(path.replace('.', '/'));
    }

    private static JsonArray array(JsonObject user, String name) {
        return user.containsKey(name) ? user.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
