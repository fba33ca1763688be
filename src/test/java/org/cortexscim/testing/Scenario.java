package org.cortexscim.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cortexscim.scim.ScimObject;

/**
 * One row of a table of documents, written as labelled JSON; a document may run over lines.
 *
 * <pre>
 * before {"title": "Clerk"}
 * patch  {"op": "replace", "path": "title", "value": "Boss"}
 * after  {"title": "Boss"}
 * </pre>
 */
public final class Scenario {
    private final String title;
    private final Map<String, String> sections = new LinkedHashMap<>();

    private Scenario(String title, String text) {
        this.title = title;
        String label = "";
        for (String line : text.strip().lines().toList()) {
            boolean begins = Character.isLetter(line.charAt(0));
            label = begins ? line.substring(0, line.indexOf(' ')) : label;
            sections.merge(label, begins ? line.substring(label.length()) : line, String::concat);
        }
    }

    /** A row with its title. */
    public static Scenario of(String title, String text) {
        return new Scenario(title, text);
    }

    /** The text below a label. */
    public String text(String label) {
        return Objects.requireNonNull(sections.get(label), label).strip();
    }

    /** The document below a label. */
    public ScimObject document(String label) {
        return Documents.document(text(label));
    }

    /** The documents below a label. */
    public List<ScimObject> documents(String label) {
        return Documents.documents(text(label));
    }

    /** The title: what a parameterized test shows. */
    @Override
    public String toString() {
        return title;
    }
}
