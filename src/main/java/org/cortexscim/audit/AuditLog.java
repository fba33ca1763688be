package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cortexscim.storage.InTransaction;

/** Reads the audit log. */
@ApplicationScoped
public class AuditLog {
    @Inject
    private AuditStore store;

    /**
     * A page of entries, the newest first.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction
    public AuditPage page(int page, int pageSize) {
        long offset = Math.min((long) page * pageSize, Integer.MAX_VALUE);
        return new AuditPage(store.page((int) offset, pageSize), page, pageSize, store.count());
    }
}
