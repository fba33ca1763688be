package org.cortexscim.clients.sailpoint;

import java.util.ArrayList;
import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ScimClient;

/** SailPoint's SCIM 2.0 connector: reads what the service can do, then all accounts and groups, page by page. */
final class SailPointConnector {
    private static final int PAGE = 40;

    private final ScimClient http = ScimClient.ofServiceUnderTest()
            .without("Accept-Charset")
            .without("User-Agent")
            .without("Content-Type");

    Answer read(String path) {
        return http.get(path).hasStatus(200);
    }

    /** The ids of all resources, until as many are there as the first page has promised. */
    List<String> aggregate(String endpoint) {
        List<String> ids = new ArrayList<>();
        int total;
        do {
            Answer page = read("%s?startIndex=%d&count=%d".formatted(endpoint, ids.size() + 1, PAGE));
            total = page.number("totalResults");
            List<String> found = page.objects("Resources").stream()
                    .map(resource -> resource.getString("id"))
                    .toList();
            if (found.isEmpty()) {
                return ids;
            }
            ids.addAll(found);
        } while (ids.size() < total);
        return ids;
    }
}
