package org.cortexscim.clients.entra;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;

/**
 * An enterprise application of Entra ID with automatic provisioning. A flag in its Tenant URL stands in every request
 * and changes what a PATCH looks like:
 *
 * <pre>
 * without             {"op":"Replace","path":"name.givenName","value":"Anna"}, {"op":"Replace","path":"active","value":"False"}
 * aadOptscim062020    {"op":"replace","value":{"name.givenName":"Anna"}}, {"op":"replace","value":{"active":false}}
 * </pre>
 */
final class EntraApp {
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    /**
     * What an admin chooses for Entra, beside the two switches: it changes whatever its mappings name and compares it in
     * each cycle, it renames users when their principal name changes, and it knows no PUT.
     */
    static final String SETTINGS = """
            {"emailChange":true,"attributeUpdates":"all","reactivationByPatch":true}""";

    private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    private static final String AD_GROUP = "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group";

    private final ScimClient http =
            ScimClient.ofServiceUnderTest().without("Accept-Charset").without("User-Agent");
    private final boolean optimized;

    private EntraApp(boolean optimized) {
        this.optimized = optimized;
    }

    static EntraApp plain() {
        return new EntraApp(false);
    }

    /** With {@code https://host/scim/v2/?aadOptscim062020} as Tenant URL. */
    static EntraApp optimized() {
        return new EntraApp(true);
    }

    /** Looks for users by the matching attribute, or for a test of the connection. */
    Answer findUsers(String filter) {
        return get("/Users?filter=" + ScimClient.encodedAsForm(filter)).hasStatus(200);
    }

    Answer findGroups(String filter) {
        return get("/Groups?excludedAttributes=members&filter=" + ScimClient.encodedAsForm(filter))
                .hasStatus(200);
    }

    /** Creates the user, with what a document of Entra holds. */
    Answer create(Person person) {
        return post("/Users", """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","%1$s"],
                 "externalId":"%2$s","userName":"%3$s","active":true,"displayName":"%4$s %5$s",
                 "emails":[{"type":"work","value":"%3$s","primary":true}],"meta":{"resourceType":"User"},
                 "name":{"formatted":"%4$s %5$s","familyName":"%5$s","givenName":"%4$s"},
                 "addresses":null,"phoneNumbers":null,"title":null,"roles":[],
                 "%1$s":{"department":"Sales","employeeNumber":null}}
                """.formatted(
                        ENTERPRISE, externalId(person), person.userName(), person.givenName(), person.familyName()))
                .hasStatus(201);
    }

    /** The object id under which Entra knows this person. */
    static String externalId(Person person) {
        return UUID.nameUUIDFromBytes(person.userName().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    Answer user(String id) {
        return get("/Users/" + id);
    }

    /** Sets attributes that have values already. */
    Answer replace(String id, Map<String, String> values) {
        return optimized ? patch("/Users/" + id, merged(values)) : patch("/Users/" + id, operations("Replace", values));
    }

    /** Sets attributes that have no value yet. */
    Answer add(String id, Map<String, String> values) {
        return patch("/Users/" + id, operations("Add", values));
    }

    /** Any operation on one path. */
    Answer change(String id, String op, String path, JsonValue value) {
        return patch("/Users/" + id, Json.createArrayBuilder().add(operation(op, path, value)));
    }

    Answer disable(String id) {
        return setActive(id, false);
    }

    Answer enable(String id) {
        return setActive(id, true);
    }

    Answer deleteUser(String id) {
        return http.delete(url("/Users/" + id));
    }

    Answer createGroup(String displayName) {
        return post("/Groups", """
                {"schemas":["%s","%s"],"externalId":"%s","displayName":"%s","meta":{"resourceType":"Group"}}""".formatted(GROUP, AD_GROUP, UUID.randomUUID(), displayName))
                .hasStatus(201);
    }

    Answer group(String id) {
        return get("/Groups/" + id + "?excludedAttributes=members");
    }

    Answer renameGroup(String id, String displayName) {
        return patch(
                "/Groups/" + id,
                optimized
                        ? merged(Map.of("displayName", displayName))
                        : operations("Replace", Map.of("displayName", displayName)));
    }

    Answer addMembers(String group, String... ids) {
        return patch("/Groups/" + group, Json.createArrayBuilder().add(operation("Add", "members", members(ids))));
    }

    Answer removeMember(String group, String id) {
        JsonObject removal = optimized
                ? Json.createObjectBuilder()
                        .add("op", "remove")
                        .add("path", "members[value eq \"%s\"]".formatted(id))
                        .build()
                : operation("Remove", "members", members(id));
        return patch("/Groups/" + group, Json.createArrayBuilder().add(removal));
    }

    /** How Entra asks whether a user is in a group: a list with the group, or an empty one. */
    Answer membership(String group, String user) {
        String filter = "id eq \"%s\" and members eq \"%s\"".formatted(group, user);
        return get("/Groups?filter=" + ScimClient.encodedAsForm(filter) + "&attributes=id")
                .hasStatus(200);
    }

    /** How Entra asks whether a user has that manager. */
    Answer management(String user, String manager) {
        String filter = "id eq \"%s\" and manager eq \"%s\"".formatted(user, manager);
        return get("/Users?filter=" + ScimClient.encodedAsForm(filter) + "&attributes=id")
                .hasStatus(200);
    }

    Answer deleteGroup(String id) {
        return http.delete(url("/Groups/" + id));
    }

    Answer get(String path) {
        return http.get(url(path));
    }

    Answer post(String path, String body) {
        return http.post(url(path), body);
    }

    private Answer setActive(String id, boolean active) {
        JsonValue value = active ? JsonValue.TRUE : JsonValue.FALSE;
        return optimized
                ? patch("/Users/" + id, merged(Json.createObjectBuilder().add("active", value)))
                : change(id, "Replace", "active", Json.createValue(active ? "True" : "False"));
    }

    private Answer patch(String path, JsonArrayBuilder operations) {
        JsonObject body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder(List.of("urn:ietf:params:scim:api:messages:2.0:PatchOp")))
                .add("Operations", operations)
                .build();
        return http.patch(url(path), body.toString());
    }

    private JsonArrayBuilder operations(String op, Map<String, String> values) {
        JsonArrayBuilder operations = Json.createArrayBuilder();
        values.forEach((path, value) -> operations.add(operation(op, path, Json.createValue(value))));
        return operations;
    }

    private JsonObject operation(String op, String path, JsonValue value) {
        return Json.createObjectBuilder()
                .add("op", optimized ? op.toLowerCase(java.util.Locale.ROOT) : op)
                .add("path", path)
                .add("value", value)
                .build();
    }

    private static JsonArrayBuilder merged(Map<String, String> values) {
        JsonObjectBuilder flat = Json.createObjectBuilder();
        values.forEach(flat::add);
        return merged(flat);
    }

    private static JsonArrayBuilder merged(JsonObjectBuilder flat) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("op", "replace").add("value", flat));
    }

    private static JsonValue members(String... ids) {
        JsonArrayBuilder members = Json.createArrayBuilder();
        for (String id : ids) {
            members.add(Json.createObjectBuilder().addNull("$ref").add("value", id));
        }
        return members.build();
    }

    /** The flag belongs to the base URL, so that it stands before all other parameters. */
    private String url(String path) {
        if (!optimized) {
            return path;
        }
        int query = path.indexOf('?');
        return query < 0
                ? path + "?aadOptscim062020"
                : path.substring(0, query) + "?aadOptscim062020&" + path.substring(query + 1);
    }
}
