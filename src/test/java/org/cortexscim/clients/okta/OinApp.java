package org.cortexscim.clients.okta;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;

/**
 * An app of the Okta Integration Network: updates are a PATCH with one replace and no path, groups are pushed by PATCH.
 * It sends its profile with each assignment, and a group's name with each change of members.
 */
final class OinApp {
    private final ScimClient http;

    OinApp(ScimClient http) {
        this.http = http;
    }

    /** What Test API Credentials asks, and the save of To App. */
    Answer testCredentials() {
        return http.get("/Users?startIndex=1&count=2");
    }

    Answer assign(Person person) {
        return assign(person, "");
    }

    /**
     * Looks for the user by its userName; creates it, or links the one that is there and pushes the profile.
     *
     * @param profile more attributes, such as {@code "title":"Clerk"}
     */
    Answer assign(Person person, String profile) {
        Answer found = find("/Users", "userName", person.userName());
        return found.number("totalResults") == 0
                ? create(person, profile)
                : link(found.text("Resources/0/id"), person, profile);
    }

    private Answer create(Person person, String profile) {
        String more = """
                "displayName":"%s %s","externalId":"00ujl29u0le5T6Aj10h7","groups":[],"password":"1mz050nq","active":true""".formatted(person.givenName(), person.familyName());
        JsonValue document = Json.createMergePatch(object(profile)).apply(object(person.document(more)));
        return http.post("/Users", document.toString()).hasStatus(201);
    }

    private Answer link(String id, Person person, String profile) {
        push(id, "\"active\":true").hasStatus(200);
        JsonValue names = object("""
                {"name":{"givenName":"%s","familyName":"%s"}}""".formatted(person.givenName(), person.familyName()));
        JsonValue value = Json.createMergePatch(object(profile)).apply(names);
        return http.patchUser(id, "{\"op\":\"replace\",\"value\":%s}".formatted(value))
                .hasStatus(200);
    }

    private static JsonValue object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json.startsWith("{") ? json : "{" + json + "}"))) {
            return reader.readObject();
        }
    }

    /** Pushes changed attributes of a profile. */
    Answer push(String id, String attributes) {
        return http.patchUser(id, "{\"op\":\"replace\",\"value\":{%s}}".formatted(attributes));
    }

    Answer deactivate(String id) {
        return push(id, "\"active\":false").hasStatus(200);
    }

    /** A page of what Import Now reads. */
    Answer importPage(String endpoint, int startIndex) {
        return http.get("%s?startIndex=%d&count=100".formatted(endpoint, startIndex))
                .hasStatus(200);
    }

    /** Pushes a group that Okta finds nowhere: it is made empty, then filled. */
    String pushGroup(String displayName, String... members) {
        find("/Groups", "displayName", displayName).has("totalResults", 0);
        String group =
                http.post("/Groups", """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s","members":[]}""".formatted(displayName)).hasStatus(201).text("id");
        if (members.length > 0) {
            addMembers(group, members);
        }
        return group;
    }

    /** Links a pushed group to the one that is there, found by its name. */
    String linkGroup(String displayName, String... members) {
        String group = find("/Groups", "displayName", displayName)
                .has("totalResults", 1)
                .text("Resources/0/id");
        addMembers(group, members);
        return group;
    }

    /** The name, with the group's own id: sent with each change of members too. */
    Answer renameGroup(String group, String displayName) {
        return http.patchGroup(
                group,
                "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"%s\"}}".formatted(group, displayName));
    }

    Answer addMembers(String group, String... members) {
        return http.patchGroup(group, "{\"op\":\"add\",\"path\":\"members\",\"value\":%s}".formatted(elements(members)))
                .hasStatus(204);
    }

    Answer removeMember(String group, String member) {
        return http.patchGroup(group, "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(member))
                .hasStatus(204);
    }

    /** Push Now: the members are these and no others. */
    Answer pushNow(String group, String... members) {
        return http.patchGroup(
                        group, "{\"op\":\"replace\",\"path\":\"members\",\"value\":%s}".formatted(elements(members)))
                .hasStatus(204);
    }

    Answer deleteGroup(String group) {
        return http.delete("/Groups/" + group).hasStatus(204);
    }

    Answer find(String endpoint, String attribute, String value) {
        String filter = ScimClient.encoded("%s eq \"%s\"".formatted(attribute, value));
        return http.get("%s?filter=%s&startIndex=1&count=100".formatted(endpoint, filter))
                .hasStatus(200);
    }

    /** Members carry a display and no type. */
    private static String elements(String... members) {
        return Stream.of(members)
                .map("{\"value\":\"%1$s\",\"display\":\"user@example.com\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
