package org.cortexscim.web.console;

import java.util.List;
import java.util.Optional;
import org.cortexscim.audit.AuditEntry;

/**
 * The audit log.
 *
 * @param about the userName, or the name of another object; empty for all
 * @param action CREATE, UPDATE and so on; empty for all
 * @param objectType USER, GROUP and so on; empty for all
 * @param open the entry that is shown in full
 * @param changes of the open entry
 */
public record AuditLogPageView(
        Shell shell,
        List<AuditEntry> entries,
        Pager pager,
        String about,
        String action,
        String objectType,
        Optional<AuditEntry> open,
        List<Detail> changes,
        Address address,
        CallerNames callers)
        implements View {
    public AuditLogPageView {
        entries = List.copyOf(entries);
        changes = List.copyOf(changes);
    }

    @Override
    public String template() {
        return "audit-log.jte";
    }

    /** What an entry tells under one name. */
    public record Detail(String name, String value) {}
}
