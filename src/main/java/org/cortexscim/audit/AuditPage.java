package org.cortexscim.audit;

import java.util.List;

/**
 * One page of the audit log.
 *
 * @param page which one, from 0
 * @param total how many entries there are in all
 */
public record AuditPage(List<AuditEntry> entries, int page, int pageSize, long total) {
    public AuditPage {
        entries = List.copyOf(entries);
    }

    public long totalPages() {
        return (total + pageSize - 1) / pageSize;
    }
}
