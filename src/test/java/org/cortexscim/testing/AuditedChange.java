package org.cortexscim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** An entry of the audit log, with assertions that read as sentences. */
public record AuditedChange(JsonObject entry) {

    /** The change of a user, made with the Admin key of the tests. */
    public AuditedChange isUser(String action, String event, String userName, String id) {
        assertThat(entry.getString("action")).isEqualTo(action);
        assertThat(entry.getString("objectType")).isEqualTo("USER");
        assertThat(entry.getString("objectIdentifier")).isEqualTo(userName);
        assertThat(entry.getString("objectId")).isEqualTo(id);
        assertThat(details().getString("event")).isEqualTo(event);
        return this;
    }

    /** The change of a group. */
    public AuditedChange isGroup(String action, String displayName, String id) {
        assertThat(entry.getString("action")).isEqualTo(action);
        assertThat(entry.getString("objectType")).isEqualTo("GROUP");
        assertThat(entry.getString("objectIdentifier")).isEqualTo(displayName);
        assertThat(entry.getString("objectId")).isEqualTo(id);
        return this;
    }

    /** The change of an API key. */
    public AuditedChange isApiKey(String action, String event, String name, String cid) {
        assertThat(entry.getString("action")).isEqualTo(action);
        assertThat(entry.getString("objectType")).isEqualTo("API_KEY");
        assertThat(entry.getString("objectIdentifier")).isEqualTo(name);
        assertThat(entry.getString("objectId")).isEqualTo(cid);
        assertThat(details().getString("event")).isEqualTo(event);
        return this;
    }

    /** Tells of these new members and no others. */
    public AuditedChange adds(String... memberIds) {
        assertThat(texts("addedMembers")).as(entry.toString()).containsExactlyInAnyOrder(memberIds);
        return this;
    }

    /** Tells of these former members and no others. */
    public AuditedChange removes(String... memberIds) {
        assertThat(texts("removedMembers")).as(entry.toString()).containsExactlyInAnyOrder(memberIds);
        return this;
    }

    /** Tells how many members a group had that was deleted. */
    public AuditedChange removesInAll(int members) {
        assertThat(details().getInt("removedMemberCount")).as(entry.toString()).isEqualTo(members);
        return this;
    }

    /** The change of an extension of the user's schema. */
    public AuditedChange isSchema(String action, String urn) {
        assertThat(entry.getString("action")).isEqualTo(action);
        assertThat(entry.getString("objectType")).isEqualTo("SCIM_SCHEMA");
        assertThat(entry.getString("objectIdentifier")).isEqualTo(urn);
        return this;
    }

    /** The change of something that is neither a user, a group nor a schema. */
    public AuditedChange is(String action, String objectType) {
        assertThat(entry.getString("action")).isEqualTo(action);
        assertThat(entry.getString("objectType")).isEqualTo(objectType);
        return this;
    }

    /** Names the key, the address and the request. */
    public AuditedChange isBy(Answer answer) {
        assertThat(entry.getString("actorType")).isEqualTo("API_KEY");
        assertThat(entry.getString("actorIdentifier")).isNotBlank();
        assertThat(entry.getString("ipAddress")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
        assertThat(answer.header("X-Request-Id")).contains(entry.getString("requestId"));
        return this;
    }

    /** Tells what one attribute was and what it is; null is nothing. */
    public AuditedChange changes(String attribute, Object before, Object after) {
        JsonObject change = details().getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                .filter(one -> one.getString("attribute").equals(attribute))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no change of " + attribute + " in " + entry));
        assertThat(text(change.get("before"))).as(entry.toString()).isEqualTo(String.valueOf(before));
        assertThat(text(change.get("after"))).as(entry.toString()).isEqualTo(String.valueOf(after));
        return this;
    }

    /** Tells of these changes and no others. */
    public AuditedChange changesOnly(String... attributes) {
        assertThat(details().getJsonArray("changes").getValuesAs(JsonObject.class))
                .extracting(change -> change.getString("attribute"))
                .containsExactlyInAnyOrder(attributes);
        return this;
    }

    public AuditedChange ignores(String... attributes) {
        assertThat(texts("ignoredAttributes")).as(entry.toString()).containsExactlyInAnyOrder(attributes);
        return this;
    }

    private List<String> texts(String detail) {
        return details().getJsonArray(detail).getValuesAs(JsonString::getString);
    }

    private JsonObject details() {
        JsonValue details = entry.get("details");
        return details == null ? Json.createObjectBuilder().build() : details.asJsonObject();
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : String.valueOf(value);
    }
}
