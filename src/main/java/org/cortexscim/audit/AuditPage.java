package org.cortexscim.audit;

/**
 * One page of the audit log.
 *
 * @param entries read while they are iterated over, by the thread that answers the request
 * @param page which one, from 0
 * @param total how many entries there are in all
 */
public record AuditPage(Iterable<AuditEntry> entries, int page, int pageSize, long total) {

    public long totalPages() {
        return (total + pageSize - 1) / pageSize;
    }
}
