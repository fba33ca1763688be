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

    /** For parts of a page that are read after the transaction of the page. */
    @Inject
    private AuditLog self;

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
        List<AuditStore.Size> wanted = store.newest(condition, (int) offset, pageSize);
        return new AuditPage(new AuditEntries(part(wanted), self::part), page, pageSize, store.count(condition));
    }

    /** As many of the entries as the memory may hold at once, in their order. */
    @InTransaction(readOnly = true)
    AuditEntries.Part part(List<AuditStore.Size> wanted) {
        int count =
                capacity.holdPage(wanted.stream().map(AuditStore.Size::bytes).toList());
        return new AuditEntries.Part(
                store.list(wanted.subList(0, count).stream()
                        .map(AuditStore.Size::id)
                        .toList()),
                wanted.subList(count, wanted.size()));
    }

    /**
     * The first entries that a filter selects.
     *
     * @param count how many at most; fewer where they are large, but not none
     */
    @InTransaction(readOnly = true)
    public List<AuditEntry> first(AuditFilter filter, int count) {
        return part(store.newest(AuditCondition.of(filter), 0, count)).entries();
    }

    /**
     * The entries that follow one of them. However far down the log that is, it costs the same.
     *
     * @param count how many at most; fewer where they are large, but not none
     */
    @InTransaction(readOnly = true)
    public List<AuditEntry> after(AuditEntry last, AuditFilter filter, int count) {
        return part(store.newest(AuditCondition.of(filter).after(last), 0, count))
                .entries();
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
