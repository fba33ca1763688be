package org.cortexscim.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cortexscim.testing.Together.together;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an admin changes: one setting at a time or many, all or nothing, and never without a trace. */
@ExtendWith(FreshWorkspace.class)
class SettingsIT {
    private final Workspace workspace = Workspace.ofServiceUnderTest();

    @Test
    void showsEverySetting() {
        Answer settings = workspace.settings();

        assertThat(settings.header("Content-Type")).get().asString().startsWith("application/json");
        settings.has("automaticProvisioning", true)
                .has("automaticDeprovisioning", true)
                .has("userNameFormat", "email")
                .has("emailChange", false)
                .has("attributeUpdates", "names")
                .has("reactivationByPatch", false)
                .has("restoreOnCreate", false)
                .has("groupPatchBody", false)
                .has("roleProvisioning", false)
                .has("strict", false);
        assertThat(settings.json().get("seatLimit")).isEqualTo(JsonValue.NULL);
        assertThat(settings.json().get("auditRetentionDays")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void saysTheRulesInWords() {
        Answer policy = workspace.http().get("//api/v1/scim/policy").hasStatus(200);

        policy.has("interopProfileConformant", false)
                .has("rules/0/setting", "automaticProvisioning")
                .has("rules/0/effect", "Users can be created and reactivated.");
        workspace.settings("{\"automaticProvisioning\":false}");
        workspace
                .http()
                .get("//api/v1/scim/policy")
                .has("rules/0/effect", "Creating and reactivating users is refused with 403.");
    }

    @ParameterizedTest
    @CsvSource({
        "automaticProvisioning, false, true",
        "automaticDeprovisioning, false, true",
        "userNameFormat, \"any\", \"email\"",
        "emailChange, true, false",
        "attributeUpdates, \"all\", \"names\"",
        "reactivationByPatch, true, false",
        "restoreOnCreate, true, false",
        "groupPatchBody, true, false",
        "roleProvisioning, true, false",
        "strict, true, false",
        "seatLimit, 100000000, null",
        "seatLimit, 0, null",
        "auditRetentionDays, 30, null",
        "auditRetentionDays, 36500, null"
    })
    void changesOneSetting_andAuditsIt(String setting, String value, String before) {
        JsonObject old = workspace.settings().json();

        Answer answer =
                workspace.putSettings("{\"%s\":%s}".formatted(setting, value)).hasStatus(200);

        assertThat(answer.json()).isEqualTo(workspace.settings().json());
        assertThat(answer.json().get(setting)).hasToString(value);
        old.keySet().stream()
                .filter(other -> !other.equals(setting))
                .forEach(other -> assertThat(answer.json().get(other)).isEqualTo(old.get(other)));
        AuditedChange change = workspace.lastChangeOf(setting).isBy(answer);
        assertThat(change.entry().getString("action")).isEqualTo("UPDATE");
        assertThat(change.entry().getString("objectType")).isEqualTo("SCIM_SETTINGS");
        change.changes(setting, before.replace("\"", ""), value.replace("\"", ""));
    }

    @Test
    void changesMany_withAnEntryEach() {
        int entries = workspace.auditTotal();

        workspace.settings("{\"emailChange\":true,\"attributeUpdates\":\"all\",\"restoreOnCreate\":false}");

        assertThat(workspace.auditTotal()).isEqualTo(entries + 2);
    }

    /** Each entry tells what its change has replaced, and not what its request had read some time before. */
    @Test
    void auditsChangesOfTheSameMoment_asAChain() {
        workspace.settings("{\"seatLimit\":1000}");
        int clients = 12;

        together(
                clients,
                i -> workspace
                        .putSettings("{\"seatLimit\":%d}".formatted(2000 + i))
                        .hasStatus(200));

        List<JsonObject> changes = workspace.audit("seatLimit").subList(0, clients).stream()
                .map(entry ->
                        entry.getJsonObject("details").getJsonArray("changes").getJsonObject(0))
                .toList();
        List<Integer> replaced =
                changes.stream().map(change -> change.getInt("before")).toList();
        Stream<Integer> written = changes.stream().map(change -> change.getInt("after"));
        assertThat(replaced)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of(1000), written)
                        .filter(value -> value != workspace.settings().number("seatLimit"))
                        .toList());
    }

    @Test
    void auditsNothing_whenNothingChanges() {
        int entries = workspace.auditTotal();

        workspace.settings(workspace.settings().body());
        workspace.settings("{}");

        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"noSuchSetting\":true",
                "\"AUTOMATICPROVISIONING\":\"x\"",
                "\"automaticProvisioning\":\"false\"",
                "\"automaticProvisioning\":0",
                "\"automaticProvisioning\":null",
                "\"automaticProvisioning\":[false]",
                "\"userNameFormat\":\"phone\"",
                "\"userNameFormat\":true",
                "\"userNameFormat\":null",
                "\"attributeUpdates\":[\"all\"]",
                "\"attributeUpdates\":{}",
                "\"seatLimit\":-1",
                "\"seatLimit\":1.5",
                "\"seatLimit\":\"5\"",
                "\"seatLimit\":true",
                "\"seatLimit\":99999999999",
                "\"seatLimit\":1e3",
                "\"auditRetentionDays\":29",
                "\"auditRetentionDays\":36501",
                "\"auditRetentionDays\":0",
                "\"auditRetentionDays\":\"30\""
            })
    void refusesTheWholeChange_whenOneValueIsWrong(String wrong) {
        JsonObject before = workspace.settings().json();
        int entries = workspace.auditTotal();

        workspace.putSettings("{\"emailChange\":true,%s}".formatted(wrong)).isCortexError(400, "BAD_REQUEST");

        assertThat(workspace.settings().json()).isEqualTo(before);
        assertThat(workspace.auditTotal()).isEqualTo(entries);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"emailChange\":",
                "{\"emailChange\":true}x",
                "{\"emailChange\":true,\"emailChange\":false}"
            })
    void refusesWhatIsNoJsonObject(String body) {
        JsonObject before = workspace.settings().json();

        workspace.putSettings(body).isCortexError(400, "BAD_REQUEST");

        assertThat(workspace.settings().json()).isEqualTo(before);
    }

    @Test
    void answersErrorsInTheWordsOfCortex() {
        ScimClient http = workspace.http();

        http.get("//api/v1/no-such-path").isCortexError(404, "NOT_FOUND");
        http.get("//api/no-such-path").isCortexError(404, "NOT_FOUND");
        assertThat(http.delete("//api/v1/scim/settings")
                        .hasStatus(405)
                        .has("httpStatus", 405)
                        .header("Allow"))
                .get()
                .asString()
                .contains("GET", "PUT");
        http.with("Content-Type", "text/plain")
                .put("//api/v1/scim/settings", "{}")
                .hasStatus(415)
                .has("httpStatus", 415);
        http.put("//api/v1/scim/settings", " ".repeat(2 * 1024 * 1024 + 1))
                .hasStatus(413)
                .has("httpStatus", 413);
    }

    @Test
    void readsTheAuditLogInPages() {
        workspace.settings("{\"emailChange\":true}");
        workspace.settings("{\"emailChange\":false}");

        Answer first = workspace.auditLog(0, 2);
        int total = first.number("total");
        first.has("page", 0).has("totalPages", (total + 1) / 2);
        List<JsonObject> whole = workspace.auditLog(0, 4).objects("logs");
        assertThat(first.objects("logs")).isEqualTo(whole.subList(0, 2));
        assertThat(workspace.auditLog(1, 2).objects("logs")).isEqualTo(whole.subList(2, 4));
        assertThat(workspace.auditLog(total, 1000).objects("logs")).isEmpty();
        assertThat(whole).isSortedAccordingTo((a, b) -> b.getString("timestamp").compareTo(a.getString("timestamp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "pageSize=0", "pageSize=1001", "pageSize=99999999999999999999"})
    void refusesAPageThatCannotBe(String query) {
        workspace.http().get("//api/v1/audit-logs?" + query).isCortexError(400, "BAD_REQUEST");
    }
}
