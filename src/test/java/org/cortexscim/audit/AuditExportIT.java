package org.cortexscim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.FreshWorkspace;
import org.cortexscim.testing.Person;
import org.cortexscim.testing.ScimClient;
import org.cortexscim.testing.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit log as a file: all of it, however long, and harmless in a spreadsheet. */
@ExtendWith(FreshWorkspace.class)
class AuditExportIT {
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final ScimClient http = ScimClient.ofServiceUnderTest();
    private final Workspace workspace = Workspace.ofServiceUnderTest();
    private final String mark = UUID.randomUUID().toString();

    @Test
    void writesRows_withTheFieldsOfTheList() {
        Person person = Person.random();
        http.idOfInactive(person);
        String about = "objectIdentifiers=" + person.userName();
        List<JsonObject> entries = workspace.auditLogs(about).objects("logs");

        Answer file = workspace.auditExport(about).hasStatus(200);

        assertThat(file.header("Content-Type").orElse("").replace(" ", "")).isEqualTo("text/csv;charset=utf-8");
        assertThat(file.header("Content-Disposition"))
                .get()
                .asString()
                .matches("attachment; filename=\"audit-logs-\\d{8}T\\d{6}Z\\.csv\"");
        List<CSVRecord> rows = rows(file);
        assertThat(rows).hasSize(2);
        for (int i = 0; i < 2; i++) {
            JsonObject entry = entries.get(i);
            rows.get(i)
                    .toMap()
                    .forEach((column, cell) -> assertThat(cell)
                            .as(column)
                            .isEqualTo(
                                    entry.isNull(column)
                                            ? ""
                                            : column.equals("details")
                                                    ? entry.get(column).toString()
                                                    : entry.getString(column)));
        }
        assertThat(rows.get(0).toMap()).containsOnlyKeys(entries.get(0).keySet());
    }

    @Test
    void writesAnObjectInEachLine() {
        Person person = Person.random();
        http.idOfInactive(person);
        String about = "objectIdentifiers=" + person.userName();

        Answer file = workspace.auditExport("format=jsonl&" + about).hasStatus(200);

        file.hasHeader("Content-Type", "application/jsonl");
        assertThat(file.header("Content-Disposition")).get().asString().endsWith(".jsonl\"");
        assertThat(objects(file)).isEqualTo(workspace.auditLogs(about).objects("logs"));
        assertThat(file.body()).endsWith("}\n");
    }

    @Test
    void writesAFileWithoutEntries() {
        assertThat(rows(workspace.auditExport("objectIdentifiers=" + mark).hasStatus(200)))
                .isEmpty();
        assertThat(workspace.auditExport("objectIdentifiers=" + mark).body()).startsWith("timestamp,action,");
        assertThat(workspace
                        .auditExport("format=jsonl&objectIdentifiers=" + mark)
                        .hasStatus(200)
                        .body())
                .isEmpty();
    }

    /** An entry for each of three settings with every request: more than two of the pages that are read at a time. */
    @Test
    void writesEveryEntryOnce_whenThereAreManyPages() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS); // as precise as the entries
        for (int i = 0; i < 180; i++) {
            boolean on = i % 2 == 0;
            workspace.settings(
                    "{\"emailChange\":%b,\"reactivationByPatch\":%b,\"restoreOnCreate\":%b}".formatted(on, on, on));
        }
        String these = "objectTypes=SCIM_SETTINGS&startTime=" + start;
        List<String> listed = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            workspace
                    .auditLogs(these + "&pageSize=200&page=" + page)
                    .objects("logs")
                    .forEach(entry -> listed.add(entry.getString("id")));
        }

        assertThat(listed).hasSize(540).doesNotHaveDuplicates();
        assertThat(rows(workspace.auditExport(these)))
                .extracting(row -> row.get("id"))
                .isEqualTo(listed);
        assertThat(objects(workspace.auditExport("format=jsonl&" + these)))
                .extracting(entry -> entry.getString("id"))
                .isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\\\"https://example.com\\\",\\\"a, b\\\")"})
    void writesNoFormula(String begin) {
        String group = begin + mark;
        String id = http.post(
                        "/Groups",
                        "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"%s\"}"
                                .formatted(group))
                .hasStatus(201)
                .text("id");
        String name = group.replace("\\\"", "\"");
        String about = "objectIdentifiers=" + ScimClient.encoded(name.replace(",", "\\,"));

        List<CSVRecord> rows = rows(workspace.auditExport(about).hasStatus(200));

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("objectIdentifier")).isEqualTo("'" + name);
        assertThat(objects(workspace.auditExport("format=jsonl&" + about))
                        .get(0)
                        .getString("objectIdentifier"))
                .isEqualTo(name);
        http.delete("/Groups/" + id).hasStatus(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=xml", "format=CSV", "format=", "actions=X"})
    void refusesWhatItCannotWrite(String query) {
        workspace.auditExport(query).isCortexError(400, "BAD_REQUEST");
    }

    @Test
    void needsAKey() {
        http.without("Authorization").get("//api/v1/audit-logs/export").isCortexError(401, "FORBIDDEN");
    }

    private static List<CSVRecord> rows(Answer file) {
        try (CSVParser parser = CSVParser.parse(file.body(), CSV)) {
            return parser.getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<JsonObject> objects(Answer file) {
        return file.body().lines().map(AuditExportIT::object).toList();
    }

    private static JsonObject object(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
