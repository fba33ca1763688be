package org.cortexscim.testing;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an admin does about roles, for tests: switches role provisioning on, maps values and groups, reviews access. */
public final class RoleDesk {
    private static final String ROLES = "//api/v1/roles";
    private static final String DEFAULT_ROLE = "//api/v1/settings/default-role";
    private static final String MAPPINGS = "//api/v1/scim/role-mappings";
    private static final String GROUP_MAPPINGS = "//api/v1/scim/group-role-mappings";

    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ScimClient http;

    /** The desk of an Admin. */
    public RoleDesk() {
        http = workspace.http();
    }

    private RoleDesk(ScimClient http) {
        this.http = http;
    }

    /** The same desk, where the holder of that token sits. */
    public RoleDesk with(String token) {
        return new RoleDesk(http.with("Authorization", "Bearer " + token));
    }

    /** Makes a custom role with these permissions, by their labels. */
    public Answer createRole(String tag, String... permissions) {
        return postRole("{\"tag\":\"%s\",%s}".formatted(tag, role(permissions)));
    }

    /** A new API key that has these permissions and no others, by their labels. */
    public String keyWith(String... permissions) {
        String tag = "key-" + UUID.randomUUID();
        createRole(tag, permissions).hasStatus(200);
        return KeyDesk.ofServiceUnderTest()
                .create("{\"name\":\"Key of %s\",\"roles\":[{\"type\":\"CUSTOM\",\"tag\":\"%s\"}]}".formatted(tag, tag))
                .hasStatus(200)
                .text("apiKey");
    }

    public Answer postRole(String body) {
        return http.post(ROLES, body);
    }

    /** Gives a custom role these permissions and no others. */
    public Answer changeRole(String tag, String... permissions) {
        return putRole(tag, "{%s}".formatted(role(permissions)));
    }

    public Answer putRole(String tag, String body) {
        return http.put(ROLES + "/" + tag, body);
    }

    public Answer deleteRole(String tag) {
        return http.delete(ROLES + "/" + tag);
    }

    public Answer role(String tag) {
        return http.get(ROLES + "/" + tag);
    }

    /** A page of all roles. */
    public Answer roles(String query) {
        return http.get(ROLES + query);
    }

    /** Gives a user these roles, by their ids, and takes all others away that an admin gave. */
    public Answer give(Person person, String... roles) {
        return putRolesOf(ScimClient.encoded(person.userName()), "{\"roles\":[%s]}".formatted(quoted(roles)));
    }

    public Answer putRolesOf(String user, String body) {
        return http.put("//api/v1/users/%s/roles".formatted(user), body);
    }

    /** What a user was given and what is in force. */
    public Answer rolesGiven(String user) {
        return http.get("//api/v1/users/%s/roles".formatted(user));
    }

    /** A page of all users. */
    public Answer users(String query) {
        return http.get("//api/v1/users" + query);
    }

    public Answer defaultRole() {
        return http.get(DEFAULT_ROLE);
    }

    public Answer makeDefault(String role) {
        return putDefaultRole("{\"role\":\"%s\"}".formatted(role));
    }

    public Answer putDefaultRole(String body) {
        return http.put(DEFAULT_ROLE, body);
    }

    /** Role provisioning is on, nothing is mapped, and no active user is an Admin. */
    public void open() {
        clear();
        workspace.settings("{\"roleProvisioning\":true}");
    }

    /** Role provisioning is off, and none of its traces is left that could refuse other tests' changes. */
    public void close() {
        clear();
    }

    public Answer map(String idpValue, String role) {
        return http.post(MAPPINGS, "{\"idpValue\":\"%s\",\"role\":\"%s\"}".formatted(idpValue, role));
    }

    public Answer postMapping(String body) {
        return http.post(MAPPINGS, body);
    }

    public Answer unmap(String mappingId) {
        return http.delete(MAPPINGS + "/" + mappingId);
    }

    public Answer mappings() {
        return http.get(MAPPINGS);
    }

    public Answer mapGroup(String groupId, String role) {
        return http.post(GROUP_MAPPINGS, "{\"groupId\":\"%s\",\"role\":\"%s\"}".formatted(groupId, role));
    }

    public Answer postGroupMapping(String body) {
        return http.post(GROUP_MAPPINGS, body);
    }

    public Answer unmapGroup(String mappingId) {
        return http.delete(GROUP_MAPPINGS + "/" + mappingId);
    }

    public Answer groupMappings() {
        return http.get(GROUP_MAPPINGS);
    }

    /** A page of the access review. */
    public Answer review(String query) {
        return http.get("//api/v1/users/roles" + query);
    }

    /** The ids of the roles that a user holds now. */
    public List<String> rolesOf(Person person) {
        Answer review =
                review("?email=" + ScimClient.encoded(person.userName())).hasStatus(200);
        return review.has("total", 1).objects("users/0/roles").stream()
                .map(role -> role.getString("role", role.getString("tag", "")))
                .toList();
    }

    private static String role(String... permissions) {
        return "\"name\":\"Test\",\"permissions\":[%s]".formatted(quoted(permissions));
    }

    private static String quoted(String... texts) {
        return Arrays.stream(texts).map("\"%s\""::formatted).collect(Collectors.joining(","));
    }

    private void clear() {
        workspace.reset();
        makeDefault("VIEWER").hasStatus(200);
        workspace.settings("{\"roleProvisioning\":true}");
        // A review lists every user, so that it is not asked for without need.
        if (!admins().isEmpty()) {
            takeFromAdmins();
        }
        mappings().objects("roleMappings").forEach(one -> unmap(one.getString("id")));
        groupMappings().objects("groupRoleMappings").forEach(one -> unmapGroup(one.getString("id")));
        workspace.reset();
    }

    private void takeFromAdmins() {
        workspace.settings("{\"roleProvisioning\":false}");
        if (!admins().isEmpty()) {
            takeFromTheLast();
        }
        workspace.settings("{\"roleProvisioning\":true}");
        List<String> admins = admins();
        workspace.settings("{\"roleProvisioning\":false}");
        admins.forEach(this::deactivate);
        workspace.settings("{\"roleProvisioning\":true}");
    }

    /** The last Admin keeps the role until there is another one; and that one is gone with role provisioning. */
    private void takeFromTheLast() {
        List<String> admins = admins();
        workspace.settings("{\"roleProvisioning\":true}");
        ScimClient.ofServiceUnderTest()
                .post("/Users", Person.random().document("\"roles\":[{\"value\":\"ADMIN\"}]"))
                .hasStatus(201);
        admins.forEach(
                admin -> putRolesOf(ScimClient.encoded(admin), "{\"roles\":[]}").hasStatus(200));
    }

    private List<String> admins() {
        return review("?pageSize=1000").hasStatus(200).objects("users").stream()
                .filter(user -> user.getJsonArray("roles").getValuesAs(JsonObject.class).stream()
                        .anyMatch(role -> role.getString("role", "").equals("ADMIN")))
                .map(user -> user.getString("email"))
                .toList();
    }

    private void deactivate(String userName) {
        ScimClient scim = ScimClient.ofServiceUnderTest();
        String id = scim.find(userName).text("Resources/0/id");
        scim.patchUser(id, "{\"op\":\"replace\",\"value\":{\"active\":false}}").hasStatus(200);
    }
}
