package org.cortexscim.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;

/** Speaks to a service as the workspace's admin does. */
public final class Workspace {
    private static final String SETTINGS = "//api/v1/scim/settings";

    private static final String SCHEMAS = "//api/v1/scim/schemas";

    private final ScimClient http;

    private Workspace(ScimClient http) {
        this.http = http;
    }

    public static Workspace of(Service service) {
        return new Workspace(
                ScimClient.of(service).with("Content-Type", "application/json").with("Accept", "application/json"));
    }

    public static Workspace ofServiceUnderTest() {
        return of(Service.underTest());
    }

    /** Both switches on, everything else as it was in the beginning. */
    public void reset() {
        settings("""
                {"automaticProvisioning":true,"automaticDeprovisioning":true,"userNameFormat":"email",
                 "emailChange":false,"attributeUpdates":"names","reactivationByPatch":false,"restoreOnCreate":false,
                 "roleProvisioning":false,"groupPatchBody":false,"strict":false,"paused":false,"seatLimit":null,
                 "auditRetentionDays":null}""");
    }

    /** Changes some settings. */
    public void settings(String document) {
        putSettings(document).hasStatus(200);
    }

    public Answer putSettings(String document) {
        return http.put(SETTINGS, document);
    }

    public Answer settings() {
        return http.get(SETTINGS).hasStatus(200);
    }

    /** Adds or replaces an extension of the user's schema. */
    public Answer putSchema(String urn, String document) {
        return http.put(SCHEMAS + "/" + urn, document);
    }

    public Answer deleteSchema(String urn) {
        return http.delete(SCHEMAS + "/" + urn);
    }

    public Answer schema(String urn) {
        return http.get(SCHEMAS + "/" + urn);
    }

    public Answer schemas() {
        return http.get(SCHEMAS).hasStatus(200);
    }

    /** How many seats are taken. */
    public int seatsUsed() {
        return seats().number("used");
    }

    public Answer seats() {
        return http.get("//api/v1/seats").hasStatus(200);
    }

    /** A page of the audit log, the newest entry first. */
    public Answer auditLog(int page, int pageSize) {
        return http.get("//api/v1/audit-logs?page=%d&pageSize=%d".formatted(page, pageSize))
                .hasStatus(200);
    }

    /** The entries that a query selects, such as {@code actions=CREATE&pageSize=10}. */
    public Answer auditLogs(String query) {
        return http.get("//api/v1/audit-logs?" + query);
    }

    /** One entry of the audit log. */
    public Answer auditLog(String id) {
        return http.get("//api/v1/audit-logs/" + id);
    }

    /** The file of the entries that a query selects, such as {@code format=csv}. */
    public Answer auditExport(String query) {
        return http.with("Accept", "*/*").get("//api/v1/audit-logs/export?" + query);
    }

    /** How many entries the audit log has. */
    public int auditTotal() {
        return http.get("//api/v1/audit-logs?page=0&pageSize=1&actions=CREATE,UPDATE,DELETE")
                .hasStatus(200)
                .number("total");
    }

    /** The latest entries about one thing, the newest first. */
    public List<JsonObject> audit(String objectIdentifier) {
        return auditLog(0, 250).objects("logs").stream()
                .filter(entry -> entry.getString("objectIdentifier").equals(objectIdentifier))
                .toList();
    }

    /** The newest entry about one thing. */
    public AuditedChange lastChangeOf(String objectIdentifier) {
        List<JsonObject> entries = audit(objectIdentifier);
        assertThat(entries).as("audit entries of %s", objectIdentifier).isNotEmpty();
        return new AuditedChange(entries.get(0));
    }

    /** This client's requests as they are. */
    public ScimClient http() {
        return http;
    }
}
