package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.directory.activity.UserActivity;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.search.ResourceSearch;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.storage.InTransaction;

/** All users of the workspace, in the order of their creation. */
@ApplicationScoped
public class UserList {
    @Inject
    private UserDirectory users;

    @Inject
    private ResourceSearch search;

    @Inject
    private UserActivity activity;

    /**
     * A user.
     *
     * @param lastActive when the user last called, to the minute; empty for never
     */
    public record Entry(User user, Optional<Instant> lastActive) {}

    /**
     * A page of all users. A walk from page to page continues behind the last user it has seen.
     *
     * @param page from 0
     * @param pageSize from 1 to 1000
     * @param walker the caller
     * @throws ScimException 400 tooMany when the page would be too large
     */
    @InTransaction(readOnly = true)
    public ListResponse<Entry> page(int page, int pageSize, String walker) {
        int passed = (int) Math.min((long) page * pageSize, Integer.MAX_VALUE - 1);
        SearchQuery query = new SearchQuery(
                Optional.empty(), Optional.empty(), new SearchQuery.Index(passed + 1, true), pageSize, walker, false);
        ListResponse<User> found = search.page(List.of(users.searchable(new UserParts(true, false))), query);
        Map<String, Instant> calls =
                activity.lastCalls(found.resources().stream().map(User::id).toList());
        List<Entry> entries = found.resources().stream()
                .map(user -> new Entry(user, Optional.ofNullable(calls.get(user.id()))))
                .toList();
        return ListResponse.at(passed + 1, found.totalResults(), entries);
    }
}
