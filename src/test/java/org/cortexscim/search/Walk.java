package org.cortexscim.search;

import java.util.ArrayList;
import java.util.List;
import org.cortexscim.testing.Answer;
import org.cortexscim.testing.ScimClient;

/** A client that reads a list of users by startIndex, and stops at the total. */
final class Walk {
    private final String query;
    private final int count;
    private final List<String> seen = new ArrayList<>();
    private int startIndex = 1;
    private int total = 1;

    /**
     * A walk that has not begun.
     *
     * @param query what else the URL has, such as {@code &sortBy=title}
     */
    Walk(int count, String query) {
        this.count = count;
        this.query = query;
    }

    boolean hasNext() {
        return startIndex <= total;
    }

    /** Reads the next page from a node, and gives its ids. */
    List<String> next(ScimClient node) {
        Answer page = node.get("/Users?startIndex=%d&count=%d%s".formatted(startIndex, count, query))
                .hasStatus(200);
        List<String> ids = page.objects("Resources").stream()
                .map(user -> user.getString("id"))
                .toList();
        seen.addAll(ids);
        startIndex += ids.size();
        total = ids.isEmpty() ? 0 : page.number("totalResults");
        return ids;
    }

    /** Reads the rest, each page from the next one of the nodes. */
    Walk toTheEnd(ScimClient... nodes) {
        for (int i = 0; hasNext(); i++) {
            next(nodes[i % nodes.length]);
        }
        return this;
    }

    List<String> seen() {
        return seen;
    }
}
