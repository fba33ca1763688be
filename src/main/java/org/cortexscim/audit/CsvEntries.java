package org.cortexscim.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries as rows of a spreadsheet, under a row of names. A name that an identity provider has sent must not
 * become a formula there: a cell that begins with {@code = + - @}, a tab or a line break gets an apostrophe in front.
 *
 * <pre>'=HYPERLINK("https://example.com")</pre>
 */
final class CsvEntries implements EntryWriter {
    private static final String FORMULA_BEGINS = "=+-@\t\r\n";
    private static final List<String> COLUMNS = List.of(
            "timestamp",
            "action",
            "objectType",
            "objectIdentifier",
            "objectId",
            "actorType",
            "actorIdentifier",
            "actorEmail",
            "ipAddress",
            "requestId",
            "id",
            "details");

    private final CSVPrinter rows;

    CsvEntries(Writer text) throws IOException {
        rows = new CSVPrinter(text, CSVFormat.RFC4180);
        rows.printRecord(COLUMNS);
    }

    @Override
    public void write(AuditEntry entry) throws IOException {
        ScimObject document = entry.document();
        List<String> row = new ArrayList<>();
        COLUMNS.forEach(column -> row.add(cell(document.get(column))));
        rows.printRecord(row);
    }

    @Override
    public void breakOff() throws IOException {
        rows.printRecord(BROKEN_OFF);
    }

    private static String cell(@Nullable Object value) {
        String text =
                value instanceof ScimObject object ? JsonText.print(object) : value == null ? "" : value.toString();
        boolean formula = !text.isEmpty() && FORMULA_BEGINS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
