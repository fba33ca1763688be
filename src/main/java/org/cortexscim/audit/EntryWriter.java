package org.cortexscim.audit;

import java.io.IOException;

/** Writes entries one after the other. */
interface EntryWriter {
    /** What the last line of a file says that is not whole. */
    String BROKEN_OFF = "EXPORT FAILED: entries are missing from here on.";

    void write(AuditEntry entry) throws IOException;

    /** Ends the file so that nobody takes it for a whole one. */
    void breakOff() throws IOException;
}
