package org.cortexscim.testing;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Speaks to a service about groups. */
public final class Groups {
    private final ScimClient http;

    private Groups(ScimClient http) {
        this.http = http;
    }

    public static Groups of(ScimClient http) {
        return new Groups(http);
    }

    /** A name that no other test's group has. */
    public static String randomName() {
        return "Group-" + UUID.randomUUID();
    }

    /** Creates a group under a name of its own, and gives its id. */
    public String idOfNew(String... members) {
        return create(randomName(), List.of(members)).hasStatus(201).text("id");
    }

    public Answer create(String name, Collection<String> members) {
        return http.post("/Groups", document(name, members));
    }

    public Answer get(String id) {
        return http.get("/Groups/" + id);
    }

    public Answer delete(String id) {
        return http.delete("/Groups/" + id);
    }

    public Answer replace(String id, String name, Collection<String> members) {
        return http.put("/Groups/" + id, document(name, members));
    }

    public Answer add(String id, String... members) {
        return patch(id, adding(List.of(members)));
    }

    public Answer remove(String id, String... members) {
        return patch(id, removing(List.of(members)));
    }

    public Answer rename(String id, String name) {
        return patch(id, renaming(name));
    }

    /**
     * A PATCH of a group.
     *
     * @param target the group's id, with a query behind it or without
     */
    public Answer patch(String target, String... operations) {
        return http.patch("/Groups/" + target, """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}""".formatted(String.join(",", operations)));
    }

    public static String adding(Collection<String> members) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":%s}".formatted(array(members));
    }

    public static String removing(Collection<String> members) {
        return "{\"op\":\"remove\",\"path\":\"members\",\"value\":%s}".formatted(array(members));
    }

    public static String renaming(String name) {
        return "{\"op\":\"replace\",\"value\":{\"displayName\":\"%s\"}}".formatted(name);
    }

    /** The ids of a group's members, as the group lists them. */
    public Set<String> members(String id) {
        return values(get(id).hasStatus(200), "members");
    }

    /** The groups whom a filter selects. */
    public Answer search(String filter) {
        return http.get("/Groups?excludedAttributes=members&filter=" + ScimClient.encoded(filter));
    }

    /** The values of a multi-valued attribute; each of them once. */
    public static Set<String> values(Answer answer, String attribute) {
        List<String> values = answer.objects(attribute).stream()
                .map((JsonObject element) -> element.getString("value"))
                .toList();
        Set<String> distinct = Set.copyOf(values);
        if (distinct.size() < values.size()) {
            throw new AssertionError("some value is listed twice: " + answer);
        }
        return distinct;
    }

    private static String document(String name, Collection<String> members) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s","members":%s}""".formatted(name, array(members));
    }

    private static String array(Collection<String> members) {
        return members.stream().map("{\"value\":\"%s\"}"::formatted).collect(Collectors.joining(",", "[", "]"));
    }
}
