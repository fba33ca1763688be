package org.cortexscim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.AuditedChange;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Groups;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An auditor asks who did what, when and from where, with the parameters of the Cortex REST API. */
@ExtendWith(FreshWorkspace.class)
class AuditLogsIT {
    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final Person ada = Person.random();
    private final Person ben = Person.random();

    @Test
    void findsAnObject_inAnyCase() {
        http.create(ada);
        http.create(ben);

        workspace
                .auditLogs("objectIdentifiers=" + ada.userNameInCapitals())
                .hasStatus(200)
                .has("total", 1)
                .has("totalPages", 1)
                .has("logs/0/objectIdentifier", ada.userName())
                .has("logs/0/details/event", "CREATED")
                .lacks("logs/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "objectIdentifiers=%s,%s",
                "objectIdentifiers=%s%%2C%s",
                "objectIdentifiers=%s, %s,",
                "objectIdentifiers=%s&objectIdentifiers=%s"
            })
    void takesSeveralValues_joinedOrRepeated(String query) {
        http.create(ada);
        http.create(ben);

        Answer found = workspace.auditLogs(
                query.formatted(ada.userName(), ben.userName()).replace(" ", "%20"));

        assertThat(found.hasStatus(200).objects("logs"))
                .extracting(entry -> entry.getString("objectIdentifier"))
                .containsExactly(ben.userName(), ada.userName());
    }

    @Test
    void takesAValueWithAComma_afterABackslash() {
        String mark = UUID.randomUUID().toString();
        Groups.of(http).create("Sales, " + mark, List.of()).hasStatus(201);
        String name = ScimClient.encoded("sales\\, " + mark);

        workspace
                .auditLogs("objectIdentifiers=" + name + ",nobody")
                .has("total", 1)
                .has("logs/0/objectIdentifier", "Sales, " + mark);
        workspace.auditLogs("objectIdentifiers=" + name.replace("%5C", "")).has("total", 0);
    }

    @Test
    void narrowsByEveryCriterion() {
        String id = http.idOfInactive(ada);
        http.delete("/Users/" + id).hasStatus(204);
        String about = "objectIdentifiers=" + ada.userName();

        assertThat(actions(about)).containsExactly("DELETE", "UPDATE", "CREATE");
        assertThat(actions(about + "&actions=CREATE")).containsExactly("CREATE");
        assertThat(actions(about + "&actions=DELETE,CREATE")).containsExactly("DELETE", "CREATE");
        assertThat(actions(about + "&actions=READ")).isEmpty();
        assertThat(actions(about + "&objectTypes=GROUP,USER&actions=UPDATE")).containsExactly("UPDATE");
        assertThat(actions(about + "&objectTypes=user")).isEmpty();
        assertThat(actions(about + "&objectTypes=GROUP,CATALOG")).isEmpty();
        assertThat(actions(about + "&actions=&objectTypes=,")).hasSize(3);
    }

    @Test
    void narrowsByTheActor() {
        http.create(ada);
        String about = "objectIdentifiers=" + ada.userName();
        JsonObject entry = workspace.auditLogs(about).objects("logs").get(0);
        String key = entry.getString("actorIdentifier");
        String address = ScimClient.encoded(entry.getString("ipAddress"));

        assertThat(actions(about + "&actorTypes=API_KEY")).hasSize(1);
        assertThat(actions(about + "&actorTypes=PERSONAL_API_KEY,OAUTH2,BACKSTAGE,ANONYMOUS"))
                .isEmpty();
        assertThat(actions(about + "&actorApiKeyIdentifiers=aknone," + key)).hasSize(1);
        assertThat(actions(about + "&actorApiKeyIdentifiers=" + key.toUpperCase(java.util.Locale.ROOT)))
                .isEmpty();
        assertThat(actions(about + "&actorEmails=" + key)).isEmpty();
        assertThat(actions(about + "&actorIpAddresses=192.0.2.1&actorIpAddresses=" + address))
                .hasSize(1);
        assertThat(actions(about + "&actorIpAddresses=192.0.2.1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"API_KEY_ENTITY", "ATLASSIAN_WEBHOOK", "SCORECARD_BADGES", "SLACK_COMMAND,API_KEY_ENTITY"})
    void findsNothing_byKindsOfRequestsThatOnlyCortexHas(String requestTypes) {
        workspace
                .auditLogs("actorRequestTypes=" + requestTypes)
                .hasStatus(200)
                .has("total", 0)
                .has("totalPages", 0)
                .lacks("logs/0");
    }

    @Test
    void startIsIncluded_andEndIsNot() {
        http.create(ada);
        String about = "objectIdentifiers=" + ada.userName();
        Instant created = Instant.parse(workspace.auditLogs(about).text("logs/0/timestamp"));

        assertThat(actions(about + "&startTime=" + created)).hasSize(1);
        assertThat(actions(about + "&startTime=" + created.plusNanos(1))).isEmpty();
        assertThat(actions(about + "&endTime=" + created)).isEmpty();
        assertThat(actions(about + "&endTime=" + created.plusNanos(1))).hasSize(1);
        assertThat(actions(about + "&startTime=" + created + "&endTime=" + created.plusMillis(1)))
                .hasSize(1);
    }

    @Test
    void readsTimes_withAnyOffsetOrNone() {
        http.create(ada);
        String about = "objectIdentifiers=" + ada.userName();
        Instant created = Instant.parse(workspace.auditLogs(about).text("logs/0/timestamp"));
        OffsetDateTime utc = created.atOffset(ZoneOffset.UTC);
        OffsetDateTime india = created.atOffset(ZoneOffset.ofHoursMinutes(5, 30));

        assertThat(actions(about + "&startTime=" + utc.toLocalDateTime())).hasSize(1);
        assertThat(actions(about + "&startTime=" + utc.toLocalDateTime().plusSeconds(1)))
                .isEmpty();
        assertThat(actions(about + "&startTime=" + india + "&endTime=" + india.plusSeconds(1)))
                .hasSize(1);
        assertThat(actions(about + "&startTime="
                        + ScimClient.encoded(india.plusSeconds(1).toString())))
                .isEmpty();
        assertThat(actions(about + "&startTime=" + created.atOffset(ZoneOffset.ofHours(-8))))
                .hasSize(1);
        assertThat(actions(about
                        + "&startTime=%s&endTime=%s"
                                .formatted(utc.toLocalDate(), utc.toLocalDate().plusDays(1))))
                .hasSize(1);
        assertThat(actions(about + "&endTime=" + utc.toLocalDate())).isEmpty();
    }

    @Test
    void pagesThroughWhatIsSelected() {
        http.delete("/Users/" + http.idOfInactive(ada)).hasStatus(204);
        String about = "objectIdentifiers=" + ada.userName();

        workspace
                .auditLogs(about + "&page=1&pageSize=2")
                .has("page", 1)
                .has("total", 3)
                .has("totalPages", 2)
                .has("logs/0/action", "CREATE")
                .lacks("logs/1");
        workspace
                .auditLogs(about + "&page=2147483647&pageSize=1000")
                .has("total", 3)
                .lacks("logs/0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actions=DELETED                                    | CREATE, READ, UPDATE, DELETE",
                "actions=create                                     | CREATE, READ, UPDATE, DELETE",
                "actions=CREATE,UPDATE,X                            | CREATE, READ, UPDATE, DELETE",
                "actorTypes=USER                                    | API_KEY, PERSONAL_API_KEY, OAUTH2, BACKSTAGE, ANONYMOUS",
                "actorRequestTypes=WEBHOOK                          | SLACK_COMMAND",
                "startTime=yesterday                                | startTime",
                "startTime=2026-13-01                               | startTime",
                "endTime=2026-02-30T00:00:00Z                       | endTime",
                "endTime=1764000000000                              | endTime",
                "startTime=2026-02-01&endTime=2026-01-01            | endTime",
                "action=CREATE                                      | actions",
                "actorEmail=ada@example.com                         | actorEmails"
            })
    void refusesAValueThatCannotBe_andSaysWhichCan(String query, String named) {
        assertThat(workspace.auditLogs(query).isCortexError(400, "BAD_REQUEST").text("message"))
                .contains(named);
        workspace.auditExport(query).isCortexError(400, "BAD_REQUEST");
    }

    @Test
    void refusesMoreValuesThanItCanLookFor() {
        workspace.auditLogs("objectTypes=" + "A,".repeat(10) + "X").hasStatus(200);
        StringBuilder many = new StringBuilder("X");
        for (int i = 0; i < 500; i++) {
            many.append(',').append(i);
        }
        workspace.auditLogs("objectTypes=" + many).isCortexError(400, "BAD_REQUEST");
    }

    @Test
    void answersOneEntry_withWhatWasBeforeAndAfter() {
        http.idOfInactive(ada);
        JsonObject listed = workspace
                .auditLogs("objectIdentifiers=" + ada.userName())
                .objects("logs")
                .get(0);

        Answer entry = workspace.auditLog(listed.getString("id")).hasStatus(200);

        assertThat(entry.json()).isEqualTo(listed);
        new AuditedChange(entry.json()).changes("active", true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01a20b93-c743-71b6-a578-000000000000", "x", "01A20B93-C743-71B6-A578-97638D950E82"})
    void answers404_whenThereIsNoSuchEntry(String id) {
        workspace.auditLog(id).isCortexError(404, "NOT_FOUND");
    }

    @Test
    void letsNobodyChangeAnEntry() {
        http.create(ada);
        int total = workspace.auditTotal();
        String log = "//api/v1/audit-logs";
        String entry = log + "/"
                + workspace.auditLogs("objectIdentifiers=" + ada.userName()).text("logs/0/id");

        for (String path : List.of(log, entry)) {
            workspace.http().delete(path).hasStatus(405);
            workspace.http().put(path, "{}").hasStatus(405);
            workspace.http().post(path, "{}").hasStatus(405);
            workspace.http().patch(path, "{}").hasStatus(405);
        }
        assertThat(workspace.auditTotal()).isEqualTo(total);
    }

    private List<String> actions(String query) {
        Answer found = workspace.auditLogs(query).hasStatus(200);
        List<JsonObject> entries = found.objects("logs");
        assertThat(found.number("total")).isEqualTo(entries.size());
        return entries.stream().map(entry -> entry.getString("action")).toList();
    }
}
