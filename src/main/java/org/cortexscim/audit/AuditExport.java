package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cortexscim.capacity.Work;

/**
 * Writes any number of entries as a file, the newest first. It holds one page of them at a time, and between two pages
 * neither a transaction nor a connection; what is added meanwhile is newer than the first entry and left out.
 */
@ApplicationScoped
public class AuditExport {
    private static final System.Logger LOG = System.getLogger(AuditExport.class.getName());

    private static final int PAGE = 250;

    @Inject
    private AuditLog log;

    /**
     * Writes the entries that the filter selects, and leaves the stream open. When the first of them cannot be read
     * nothing is written; when later ones cannot, the last line says so: the server would end the answer in good order
     * even with an exception, and the file would pass for a whole one.
     */
    public void write(AuditFilter filter, ExportFormat format, OutputStream out) throws IOException {
        List<AuditEntry> first = log.first(filter, PAGE);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        EntryWriter entries = format.writer(text);
        try {
            writePages(first, filter, entries, text);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "An audit log export was interrupted.", failure);
            entries.breakOff();
        }
        text.flush();
    }

    private void writePages(List<AuditEntry> first, AuditFilter filter, EntryWriter entries, Writer text)
            throws IOException {
        List<AuditEntry> page = first;
        while (!page.isEmpty()) {
            for (AuditEntry entry : page) {
                entries.write(entry);
            }
            text.flush();
            Work.current().beginPart();
            page = log.after(page.get(page.size() - 1), filter, PAGE);
        }
    }
}
