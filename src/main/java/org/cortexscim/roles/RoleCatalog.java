package org.cortexscim.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.RoleSchema;
import org.cortexscim.search.ResourceSearch;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.search.Searchable;
import org.cortexscim.storage.InTransaction;

/** The roles that users can be given, as an identity provider looks them up. */
@ApplicationScoped
@InTransaction(readOnly = true)
public class RoleCatalog {
    @Inject
    private RoleCatalogStore store;

    @Inject
    private ResourceSearch search;

    /**
     * The role with that id; case matters.
     *
     * @throws ScimException 404
     */
    public Role get(String id) {
        // Derby takes a text and the same text with blanks at its end for equal.
        return store.find(id)
                .filter(role -> role.id().equals(id))
                .orElseThrow(() -> ScimException.notFound("No role has this id; see /Roles."));
    }

    /**
     * A page of the roles that fulfil the query's filter.
     *
     * @throws ScimException 400 as {@link ResourceSearch#page} says
     */
    public ListResponse<Role> search(SearchQuery query) {
        return search.page(List.of(new Searchable<>(RoleSchema.TYPE, RoleSql.FILTERS, RoleCatalogStore.VIEW)), query);
    }
}
