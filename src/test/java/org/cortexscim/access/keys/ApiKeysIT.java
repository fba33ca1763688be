package org.cortexscim.access.keys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.KeyDesk;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** API keys are made, looked at, renamed and deleted, each with its entry in the audit log, and never shown again. */
class ApiKeysIT {
    private final KeyDesk desk = KeyDesk.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final List<String> made = new ArrayList<>();
    private final String name = "Key " + UUID.randomUUID();

    @AfterEach
    void deleteKeys() {
        made.forEach(desk::delete);
    }

    @Test
    void makesAKey_andShowsItsSecretOnce() {
        String end = OffsetDateTime.now(ZoneOffset.ofHours(2))
                .plusDays(90)
                .withNano(0)
                .toString();
        Answer created = given("""
                {"name":"%s","description":"For a test.","expirationDate":"%s",
                 "roles":[{"type":"DEFAULT","role":"USER"},{"type":"DEFAULT","role":"READ_ONLY"}]}""".formatted(name, end));
        String secret = created.text("apiKey");

        assertThat(secret).matches("cxs_[0-9A-Za-z]{49}");
        created.has("name", name)
                .has("description", "For a test.")
                .has("expirationDate", OffsetDateTime.parse(end).toInstant())
                .has("last4", secret.substring(49))
                .has("roles/0/type", "DEFAULT")
                .has("roles/0/role", "USER")
                .has("roles/1/role", "READ_ONLY");
        assertThat(created.text("cid")).matches("ak[0-9a-f]{16}");
        assertThat(Instant.parse(created.text("createdDate")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());

        Answer found =
                desk.get(created.text("cid")).hasStatus(200).lacks("apiKey").has("lastUsedDate", "null");
        found.has("secrets/0/last4", secret.substring(49))
                .has("secrets/0/current", true)
                .has("secrets/0/createdDate", created.text("createdDate"))
                .has("secrets/0/expirationDate", "null")
                .has("secrets/0/lastUsedDate", "null")
                .lacks("secrets/1");
        assertThat(found.body()).doesNotContain(secret.substring(4, 49));
        AuditedChange entry = workspace
                .lastChangeOf(name)
                .isApiKey("CREATE", "CREATED", name, created.text("cid"))
                .isBy(created)
                .changes("name", null, name)
                .changes("roles", null, "[\"USER\",\"VIEWER\"]")
                .changes("last4", null, secret.substring(49))
                .changesOnly("name", "description", "roles", "expirationDate", "last4");
        assertThat(entry.entry().toString()).doesNotContain(secret.substring(4, 49));
    }

    @Test
    void letsTheKeyDo_whatItsRolesAllow() {
        String admin = given(KeyDesk.document("ADMIN")).text("apiKey");
        String user = given(KeyDesk.document("USER")).text("apiKey");

        desk.tryOut(admin).hasStatus(200);
        assertThat(desk.tryOut(user).isCortexError(403, "FORBIDDEN").text("message"))
                .contains("Edit API keys");
        desk.with(user).create(KeyDesk.document("USER")).hasStatus(403);
        desk.with(user).delete(made.get(0)).hasStatus(403);
        desk.with(user).startRotation(made.get(0), "{}").hasStatus(403);
        desk.with(user).completeRotation(made.get(0)).hasStatus(403);
        desk.with(user).undoRotation(made.get(0)).hasStatus(403);
        desk.with(user).get(made.get(0)).hasStatus(403);
        desk.with(user).put(made.get(0), "{\"name\":\"x\"}").hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT,READ_ONLY,READ_ONLY",
        "DEFAULT,VIEWER,READ_ONLY",
        "BASIC,VIEWER,READ_ONLY",
        "BASIC,USER,USER",
        "DEFAULT,MANAGER,MANAGER",
        "DEFAULT,ADMIN,ADMIN"
    })
    void understandsBothWordsForARole(String type, String role, String answered) {
        given("{\"name\":\"%s\",\"roles\":[{\"type\":\"%s\",\"role\":\"%s\"}]}".formatted(name, type, role))
                .has("roles/0/type", "DEFAULT")
                .has("roles/0/role", answered)
                .lacks("roles/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"x\"}",
                "{\"roles\":[\"ADMIN\"]}",
                "{\"name\":\" \",\"roles\":[\"ADMIN\"]}",
                "{\"name\":7,\"roles\":[\"ADMIN\"]}",
                "{\"name\":\"x\",\"roles\":[]}",
                "{\"name\":\"x\",\"roles\":\"ADMIN\"}",
                "{\"name\":\"x\",\"roles\":[{\"type\":\"DEFAULT\",\"role\":\"OWNER\"}]}",
                "{\"name\":\"x\",\"roles\":[{\"type\":\"CUSTOM\",\"tag\":\"no-such-role\"}]}",
                "{\"name\":\"x\",\"roles\":[{\"role\":\"ADMIN\"}]}",
                "{\"name\":\"x\",\"roles\":[null]}",
                "{\"name\":\"x\",\"roles\":[\"ADMIN\"],\"description\":1}",
                "{\"name\":\"x\",\"roles\":[\"ADMIN\"],\"expires\":\"2099-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"roles\":[\"ADMIN\"],\"expirationDate\":\"2020-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"roles\":[\"ADMIN\"],\"expirationDate\":\"2099-01-01T00:00:00\"}",
                "{\"name\":\"x\",\"roles\":[\"ADMIN\"],\"expirationDate\":\"2099-01-01\"}",
                "{\"name\":\"x\",\"roles\":[\"ADMIN\"],\"expirationDate\":\"+99999-01-01T00:00:00Z\"}",
                "{\"name\":\"x\",\"roles\":[\"ADMIN\"],\"expirationDate\":4102444800}",
                "[]",
                ""
            })
    void refusesWhatIsNoKey(String document) {
        int before = desk.list("?pageSize=1").number("total");

        desk.create(document).isCortexError(400, "BAD_REQUEST");

        assertThat(desk.list("?pageSize=1").number("total")).isEqualTo(before);
    }

    @Test
    void refusesTextsThatAreTooLong() {
        String longName = "{\"name\":\"%s\",\"roles\":[\"USER\"]}";
        desk.create(longName.formatted("n".repeat(201))).isCortexError(400, "BAD_REQUEST");
        given(longName.formatted("n".repeat(200)));
        String longText = "{\"name\":\"x\",\"description\":\"%s\",\"roles\":[\"USER\"]}";
        desk.create(longText.formatted("d".repeat(1001))).isCortexError(400, "BAD_REQUEST");
        given(longText.formatted("d".repeat(1000)));
    }

    @Test
    void namesTheUnknownMember() {
        assertThat(desk.create("{\"name\":\"x\",\"roles\":[\"USER\"],\"expires\":null}")
                        .text("message"))
                .contains("'expires'");
        assertThat(desk.put("akbootstrap", "{\"name\":\"bootstrap\",\"roles\":[\"USER\"]}")
                        .isCortexError(400, "BAD_REQUEST")
                        .text("message"))
                .contains("'roles'");
    }

    @Test
    void renamesAKey() {
        String cid = given("{\"name\":\"%s\",\"description\":\"Old.\",\"roles\":[\"USER\"]}".formatted(name))
                .text("cid");
        String newName = name + " new";

        Answer renamed = desk.put(cid, "{\"name\":\"%s\",\"description\":\"New.\"}".formatted(newName))
                .hasStatus(200)
                .has("name", newName)
                .has("description", "New.")
                .lacks("apiKey");
        desk.get(cid).has("name", newName).has("description", "New.").has("roles/0/role", "USER");
        workspace
                .lastChangeOf(newName)
                .isApiKey("UPDATE", "UPDATED", newName, cid)
                .isBy(renamed)
                .changes("name", name, newName)
                .changes("description", "Old.", "New.")
                .changesOnly("name", "description");

        desk.put(cid, "{\"name\":\"%s\",\"description\":\"New.\"}".formatted(newName))
                .hasStatus(200);
        assertThat(workspace.audit(newName)).hasSize(1);
        desk.put(cid, "{\"name\":\"%s\"}".formatted(newName)).has("description", "null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"description\":\"x\"}",
                "{\"name\":null}",
                "{\"name\":\"\"}",
                "{\"name\":\"x\",\"expirationDate\":null}",
                "{\"name\":\"x\",\"cid\":\"ak\"}"
            })
    void refusesOtherChanges(String document) {
        Answer created = given(KeyDesk.document("USER"));

        desk.put(created.text("cid"), document).isCortexError(400, "BAD_REQUEST");

        desk.get(created.text("cid")).has("name", created.text("name"));
        assertThat(workspace.audit(created.text("name"))).hasSize(1);
    }

    @Test
    void deletesAKey_atOnce() {
        Answer created = given(KeyDesk.document("ADMIN"));
        String secret = created.text("apiKey");
        desk.tryOut(secret).hasStatus(200);

        Answer deleted = desk.delete(created.text("cid")).hasStatus(200);

        assertThat(deleted.body()).isEmpty();
        desk.tryOut(secret).isCortexError(401, "FORBIDDEN");
        desk.get(created.text("cid")).isCortexError(404, "NOT_FOUND");
        workspace
                .lastChangeOf(created.text("name"))
                .isApiKey("DELETE", "DELETED", created.text("name"), created.text("cid"))
                .isBy(deleted)
                .changes("name", created.text("name"), null);
        desk.delete(created.text("cid")).isCortexError(404, "NOT_FOUND");
    }

    @Test
    void knowsNoOtherIds() {
        desk.get("akffffffffffffffff").isCortexError(404, "NOT_FOUND");
        desk.put("akffffffffffffffff", "{\"name\":\"x\"}").isCortexError(404, "NOT_FOUND");
        desk.delete("akffffffffffffffff").isCortexError(404, "NOT_FOUND");
        desk.startRotation("akffffffffffffffff", "{}").isCortexError(404, "NOT_FOUND");
        desk.completeRotation("akffffffffffffffff").isCortexError(404, "NOT_FOUND");
        desk.undoRotation("akffffffffffffffff").isCortexError(404, "NOT_FOUND");
    }

    @Test
    void listsAllKeys_pageByPage() {
        Set<String> cids = Set.of(
                given(KeyDesk.document("USER")).text("cid"),
                given(KeyDesk.document("ADMIN")).text("cid"),
                given(KeyDesk.document("MANAGER")).text("cid"));
        Answer all = desk.list("").hasStatus(200).has("page", 0).has("totalPages", 1);
        int total = all.number("total");
        List<String> listed = cids(all);
        assertThat(listed).hasSize(total).containsAll(cids).contains("akbootstrap");
        assertThat(Set.copyOf(listed.subList(0, 3))).as("the newest come first").isEqualTo(cids);
        assertThat(all.body()).doesNotContain("apiKey\"", "hash");
        assertThat(all.objects("apiKeys"))
                .filteredOn(key -> cids.contains(key.getString("cid")))
                .allMatch(key -> key.getJsonArray("roles").size() == 1)
                .allMatch(key -> key.getJsonArray("secrets").size() == 1)
                .allMatch(key -> key.getJsonArray("secrets")
                        .getJsonObject(0)
                        .getJsonString("last4")
                        .equals(key.getJsonString("last4")));

        List<String> paged = new ArrayList<>();
        for (int page = 0; page < total; page++) {
            Answer one = desk.list("?page=%d&pageSize=1".formatted(page))
                    .has("page", page)
                    .has("totalPages", total);
            paged.addAll(cids(one));
        }
        assertThat(paged).isEqualTo(listed);
        assertThat(cids(desk.list("?page=%d&pageSize=1".formatted(total)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=-1", "?page=x", "?pageSize=0", "?pageSize=1001"})
    void refusesPagesThatAreNone(String query) {
        desk.list(query).isCortexError(400, "BAD_REQUEST");
    }

    @Test
    void refusesAnExpiredKey() throws InterruptedException {
        Instant end = Instant.now().plusMillis(2500);
        String secret = given(KeyDesk.document("ADMIN", end)).text("apiKey");
        desk.tryOut(secret).hasStatus(200);

        while (Instant.now().isBefore(end)) {
            Thread.sleep(100);
            desk.tryOut(secret);
        }

        desk.tryOut(secret).isCortexError(401, "FORBIDDEN");
        assertThat(List.of(
                        desk.startRotation(made.get(0), "{}"),
                        desk.startRotation(made.get(0), "{\"overlap\":\"PT0S\"}"),
                        desk.completeRotation(made.get(0)),
                        desk.undoRotation(made.get(0))))
                .allSatisfy(answer -> assertThat(
                                answer.isCortexError(409, "CONFLICT").text("message"))
                        .contains("expired"));
        desk.get(made.get(0)).hasStatus(200);
    }

    @Test
    void refusesATypingError_andSaysSo() {
        String secret = given(KeyDesk.document("ADMIN")).text("apiKey");
        char last = secret.charAt(20) == 'x' ? 'y' : 'x';
        String mistyped = secret.substring(0, 20) + last + secret.substring(21);

        assertThat(desk.tryOut(mistyped).isCortexError(401, "FORBIDDEN").text("message"))
                .contains("checksum")
                .doesNotContain(mistyped);
        desk.tryOut(secret.substring(0, 52)).isCortexError(401, "FORBIDDEN");
        desk.tryOut(secret).hasStatus(200);
    }

    @Test
    void warnsAtOnce_whenAKeyEndsSoon() {
        Answer created = given(KeyDesk.document("USER", Instant.now().plus(Duration.ofDays(3))));

        List<JsonObject> entries = workspace.audit(created.text("name"));

        assertThat(entries).hasSize(2);
        new AuditedChange(entries.get(0))
                .isApiKey("UPDATE", "EXPIRES_SOON", created.text("name"), created.text("cid"))
                .changes("expiresWithin", null, "7d");
    }

    @Test
    void tellsItsHolder_thatItEndsWithinTwentyDays() {
        Instant soon = Instant.now().plus(Duration.ofDays(19));
        Answer ending = given(KeyDesk.document("ADMIN", soon));
        Answer lasting = given(KeyDesk.document("ADMIN", Instant.now().plus(Duration.ofDays(21))));

        desk.tryOut(ending.text("apiKey")).hasStatus(200).hasHeader("X-Api-Key-Expires", ending.text("expirationDate"));
        assertThat(desk.tryOut(lasting.text("apiKey")).hasStatus(200).header("X-Api-Key-Expires"))
                .isEmpty();
        Answer rotated =
                desk.startRotation(lasting.text("cid"), "{\"overlap\":\"P1D\"}").hasStatus(200);
        desk.tryOut(lasting.text("apiKey")).hasHeader("X-Api-Key-Expires", rotated.text("secrets/1/expirationDate"));
        assertThat(desk.tryOut(rotated.text("apiKey")).header("X-Api-Key-Expires"))
                .isEmpty();
    }

    @Test
    void showsWhenAKeyWasUsedLast() throws InterruptedException {
        Answer created = given(KeyDesk.document("ADMIN"));
        Instant before = Instant.now();
        desk.tryOut(created.text("apiKey")).hasStatus(200);

        Instant latest = before.plusSeconds(40);
        while (desk.get(created.text("cid")).text("lastUsedDate").equals("null")
                && Instant.now().isBefore(latest)) {
            Thread.sleep(500);
        }

        Instant used = Instant.parse(desk.get(created.text("cid")).text("lastUsedDate"));
        assertThat(used).isBetween(before.minusSeconds(60), Instant.now());
        assertThat(workspace.audit(created.text("name")))
                .as("a use is no change")
                .hasSize(1);
    }

    private Answer given(String document) {
        Answer created = desk.create(document).hasStatus(200);
        made.add(created.text("cid"));
        return created;
    }

    private static List<String> cids(Answer list) {
        return list.objects("apiKeys").stream().map(key -> key.getString("cid")).collect(Collectors.toList());
    }
}
