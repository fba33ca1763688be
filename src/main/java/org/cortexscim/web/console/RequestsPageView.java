package org.cortexscim.web.console;

import java.util.List;
import java.util.Optional;
import org.cortexscim.access.requests.LoggedRequest;

/**
 * The request log.
 *
 * @param errorsOnly whether requests that succeeded are left out
 * @param caller the cid of an API key; empty for all
 * @param open the request that is shown in full
 */
public record RequestsPageView(
        Shell shell,
        List<LoggedRequest> requests,
        Pager pager,
        boolean errorsOnly,
        String caller,
        String resourceId,
        Optional<LoggedRequest> open,
        Address address,
        CallerNames callers)
        implements View {
    public RequestsPageView {
        requests = List.copyOf(requests);
    }

    @Override
    public String template() {
        return "requests.jte";
    }
}
