package org.cortexscim.access.requests;

import java.util.List;

/**
 * One page of the request log.
 *
 * @param page which one, from 0
 * @param total how many requests the query finds in all
 */
public record LoggedRequestPage(List<LoggedRequest> requests, int page, int pageSize, long total) {
    public LoggedRequestPage {
        requests = List.copyOf(requests);
    }

    public long totalPages() {
        return (total + pageSize - 1) / pageSize;
    }
}
