package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/** Reads the audit log, the newest entry first. */
@ApplicationScoped
public class AuditLog {
    @Inject
    private AuditStore store;

    /** A page of all entries; see {@link #page(AuditFilter, int, int)}. */
    @InTransaction(readOnly = true)
    public AuditPage page(int page, int pageSize) {
        return page(AuditFilter.ALL, page, pageSize);
    }

    /**
     * A page of the entries that a filter selects.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction(readOnly = true)
    public AuditPage page(AuditFilter filter, int page, int pageSize) {
        AuditCondition condition = AuditCondition.of(filter);
        long offset = Math.min((long) page * pageSize, Integer.MAX_VALUE);
        return new AuditPage(store.newest(condition, (int) offset, pageSize), page, pageSize, store.count(condition));
    }

    /**
     * The first entries that a filter selects.
     *
     * @param count how many at most
     */
    @InTransaction(readOnly = true)
    public List<AuditEntry> first(AuditFilter filter, int count) {
        return store.newest(AuditCondition.of(filter), 0, count);
    }

    /**
     * The entries that follow one of them. However far down the log that is, it costs the same.
     *
     * @param count how many at most
     */
    @InTransaction(readOnly = true)
    public List<AuditEntry> after(AuditEntry last, AuditFilter filter, int count) {
        return store.newest(AuditCondition.of(filter).after(last), 0, count);
    }

    /**
     * One entry.
     *
     * @throws ScimException 404
     */
    @InTransaction(readOnly = true)
    public AuditEntry get(String id) {
        return store.find(id)
                .orElseThrow(() -> ScimException.notFound("No audit log entry has the id '%s'.".formatted(id)));
    }
}
