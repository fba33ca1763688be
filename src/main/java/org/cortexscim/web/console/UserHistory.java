package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.requests.LoggedRequest;
import org.cortexscim.access.requests.LoggedRequestQuery;
import org.cortexscim.access.requests.RequestLog;
import org.cortexscim.audit.AuditCriterion;
import org.cortexscim.audit.AuditEntry;
import org.cortexscim.audit.AuditFilter;
import org.cortexscim.audit.AuditLog;
import org.cortexscim.directory.User;
import org.cortexscim.roles.Permission;
import org.cortexscim.web.console.UsersPageView.Event;

/** What happened to a user lately: changes from the audit log, for those who may see it, and requests. */
@RequestScoped
class UserHistory {
    private static final int MOST = 25;

    @Inject
    private AuditLog log;

    @Inject
    private RequestLog requests;

    @Inject
    private CallerNames callers;

    @Inject
    private CurrentCaller current;

    List<Event> of(User user) {
        return Stream.concat(changes(user), requests(user))
                .sorted(Comparator.comparing(Event::time).reversed())
                .toList();
    }

    private Stream<Event> changes(User user) {
        if (!current.has(Permission.VIEW_AUDIT_LOGS)) {
            return Stream.empty();
        }
        AuditFilter filter = AuditFilter.ALL.with(AuditCriterion.OBJECT_IDENTIFIERS, List.of(user.userName()));
        return log.first(filter, MOST).stream()
                .filter(entry -> entry.objectId().filter(user.id()::equals).isPresent())
                .map(this::event);
    }

    private Stream<Event> requests(User user) {
        LoggedRequestQuery query = new LoggedRequestQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(user.id()),
                Optional.empty(),
                Optional.empty());
        return requests.page(query, 0, MOST).requests().stream().map(this::event);
    }

    private Event event(AuditEntry entry) {
        return new Event(
                entry.timestamp(),
                entry.details().text("event").orElse(entry.action().name()),
                entry.actorEmail()
                        .or(() -> entry.actorIdentifier().map(callers::of))
                        .orElse("the server"),
                Changes.lines(entry.details()),
                MenuItem.AUDIT_LOG.address() + "?open=" + entry.id());
    }

    private Event event(LoggedRequest request) {
        return new Event(
                request.time(),
                request.action().orElse(request.method()) + " " + request.status(),
                request.caller().map(callers::of).orElse("unknown"),
                request.detail().orElse(""),
                MenuItem.REQUESTS.address() + "?open=" + request.requestId());
    }
}
