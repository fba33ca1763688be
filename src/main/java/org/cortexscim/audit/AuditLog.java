package org.cortexscim.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.capacity.Capacity;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/** Reads the audit log, the newest entry first. */
@ApplicationScoped
public class AuditLog {
    @Inject
    private AuditStore store;

    @Inject
    private Capacity capacity;

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
     * @throws ScimException 400 tooMany when the page would be too large
     */
    @InTransaction(readOnly = true)
    public AuditPage page(AuditFilter filter, int page, int pageSize) {
        AuditCondition condition = AuditCondition.of(filter);
        long offset = Math.min((long) page * pageSize, Integer.MAX_VALUE);
        List<AuditStore.Size> wanted = store.newest(condition, (int) offset, pageSize);
        List<AuditEntry> entries = beginning(wanted);
        if (entries.size() < wanted.size()) {
            throw Capacity.pageTooLarge();
        }
        return new AuditPage(entries, page, pageSize, store.count(condition));
    }

    /**
     * The first entries that a filter selects.
     *
     * @param count how many at most; fewer where they are large, but not none
     */
    @InTransaction(readOnly = true)
    public List<AuditEntry> first(AuditFilter filter, int count) {
        return beginning(store.newest(AuditCondition.of(filter), 0, count));
    }

    /**
     * The entries that follow one of them. However far down the log that is, it costs the same.
     *
     * @param count how many at most; fewer where they are large, but not none
     */
    @InTransaction(readOnly = true)
    public List<AuditEntry> after(AuditEntry last, AuditFilter filter, int count) {
        return beginning(store.newest(AuditCondition.of(filter).after(last), 0, count));
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

    private List<AuditEntry> beginning(List<AuditStore.Size> wanted) {
        int count =
                capacity.holdPage(wanted.stream().map(AuditStore.Size::bytes).toList());
        return store.list(
                wanted.subList(0, count).stream().map(AuditStore.Size::id).toList());
    }
}
