package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RolePage;
import org.cortexscim.roles.Roles;

/** The roles that the caller may give: those that allow nothing that the caller may not do. */
@RequestScoped
class GivableRoles {
    private static final int AT_ONCE = 1000;

    @Inject
    private Roles roles;

    @Inject
    private CurrentCaller current;

    List<RoleDefinition> all() {
        List<RoleDefinition> found = new ArrayList<>();
        RolePage page;
        int number = 0;
        do {
            page = roles.page(number, AT_ONCE);
            page.roles().stream()
                    .filter(role -> current.authority().hasAll(role.permissions()))
                    .forEach(found::add);
            number++;
        } while ((long) number * AT_ONCE < page.total());
        return found;
    }
}
