package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.search.ResourceSearch;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.storage.InTransaction;

/** Searches users and groups in one list (RFC 7644 §3.4.2.1). */
@ApplicationScoped
@InTransaction(readOnly = true)
public class RootSearch {
    @Inject
    private UserDirectory users;

    @Inject
    private GroupDirectory groups;

    @Inject
    private ListedMembers listed;

    @Inject
    private ResourceSearch search;

    /**
     * A page of the users and groups that fulfil the query's filter.
     *
     * @param withMembers whether the members of groups are wanted
     * @throws ScimException 400 as {@link ResourceSearch#page} says
     */
    public ListResponse<Resource> search(SearchQuery query, boolean withMembers) {
        return search.<Resource>page(List.of(users.searchable(UserParts.ALL), groups.searchable(withMembers)), query)
                .map(found -> complete(found, withMembers));
    }

    private List<Resource> complete(List<Resource> found, boolean withMembers) {
        List<Group> plain = only(found, Group.class);
        Map<String, Resource> complete = new HashMap<>();
        Stream.concat(
                        users.withGroups(only(found, User.class)).stream(),
                        (withMembers ? listed.read(plain) : plain).stream())
                .forEach(resource -> complete.put(resource.id(), resource));
        return found.stream().map(resource -> complete.get(resource.id())).toList();
    }

    private static <T> List<T> only(List<Resource> found, Class<T> type) {
        return found.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
