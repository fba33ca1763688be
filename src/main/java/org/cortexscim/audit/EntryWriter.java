package org.cortexscim.audit;

import java.io.IOException;

/** Writes entries one after the other. */
interface EntryWriter {
    /** The last line of an incomplete file. */
    String BROKEN_OFF = "EXPORT FAILED: entries are missing from here on.";

    void write(AuditEntry entry) throws IOException;

    /** Ends the file with a mark that it is incomplete. */
    void breakOff() throws IOException;
}
