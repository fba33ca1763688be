package org.cortexscim.audit;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.cortexscim.scim.ScimException;

/** The kinds of file in which the audit log can be exported. */
public enum ExportFormat {
    /** With a line of names, for spreadsheets; RFC 4180. */
    CSV("text/csv; charset=utf-8") {
        @Override
        EntryWriter writer(Writer text) throws IOException {
            return new CsvEntries(text);
        }
    },
    /** A JSON object in each line, for programs. */
    JSONL("application/jsonl") {
        @Override
        EntryWriter writer(Writer text) {
            return new JsonLines(text);
        }
    };

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * The format of that name.
     *
     * @throws ScimException invalidValue when no format has this name
     */
    public static ExportFormat named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(() -> ScimException.invalidValue("'format' must be one of: csv, jsonl."));
    }

    public String mediaType() {
        return mediaType;
    }

    /** The file name extension, which is also the format's name. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of a Content-Disposition header that names a file after the time of the export. */
    public String disposition(Instant time) {
        return "attachment; filename=\"audit-logs-%s.%s\"".formatted(FILE_TIME.format(time), extension());
    }

    abstract EntryWriter writer(Writer text) throws IOException;
}
