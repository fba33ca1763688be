package org.cortexscim.http;

import jakarta.json.JsonObject;
import java.util.List;

/** What an admin does about roles, for tests: switches role provisioning on, maps values and groups, reviews access. */
public final class RoleDesk {
    private static final String MAPPINGS = "//api/v1/scim/role-mappings";
    private static final String GROUP_MAPPINGS = "//api/v1/scim/group-role-mappings";

    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final ScimClient http = workspace.http();

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

    private void clear() {
        workspace.reset();
        workspace.settings("{\"roleProvisioning\":true}");
        List<String> admins = admins();
        workspace.settings("{\"roleProvisioning\":false}");
        admins.forEach(this::deactivate);
        workspace.settings("{\"roleProvisioning\":true}");
        mappings().objects("roleMappings").forEach(one -> unmap(one.getString("id")));
        groupMappings().objects("groupRoleMappings").forEach(one -> unmapGroup(one.getString("id")));
        workspace.reset();
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
