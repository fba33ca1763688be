package org.cortexscim.audit;

import java.io.IOException;
import java.io.Writer;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;

/** Writes each entry as a JSON object in a line of its own. */
record JsonLines(Writer text) implements EntryWriter {
    @Override
    public void write(AuditEntry entry) throws IOException {
        line(entry.document());
    }

    @Override
    public void breakOff() throws IOException {
        line(ScimObject.of("error", BROKEN_OFF));
    }

    private void line(ScimObject object) throws IOException {
        text.append(JsonText.print(object)).append('\n');
    }
}
