package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.InTransaction;
import org.cortexscim.storage.Sql;

/** The seats of the workspace; every active user takes one. */
@ApplicationScoped
public class Seats {
    private static final Sql ACTIVE = Sql.of("r.active = true");

    @Inject
    private UserStore store;

    @Inject
    private WorkspaceSettings settings;

    /** The number of seats taken. */
    @InTransaction(readOnly = true)
    public long used() {
        return store.count(ACTIVE);
    }

    /** The number of seats; empty for no limit. */
    public OptionalInt limit() {
        return settings.current().seatLimit();
    }

    /**
     * Makes sure that one more user can become active in this transaction. Only a workspace with a limit pays for it.
     *
     * @throws ScimException 403 when no seat is free
     */
    void take() {
        if (limit().isEmpty()) {
            return;
        }
        OptionalInt limit = settings.lockSeatLimit();
        if (limit.isPresent() && store.count(ACTIVE) >= limit.getAsInt()) {
            throw ScimException.forbidden(
                            "All %d seats of the workspace are taken. Deactivate a user, or raise the seat limit."
                                    .formatted(limit.getAsInt()))
                    .because(Reason.SEATS_TAKEN);
        }
    }
}
