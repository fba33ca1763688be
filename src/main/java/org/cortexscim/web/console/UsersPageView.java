package org.cortexscim.web.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.directory.User;

/**
 * The users.
 *
 * @param search what a userName or a name begins with; empty for all
 * @param status "active", "inactive", or empty for both
 * @param open the user who is shown in full
 */
public record UsersPageView(
        Shell shell, List<User> users, Pager pager, String search, String status, Optional<Panel> open, Address address)
        implements View {
    public UsersPageView {
        users = List.copyOf(users);
    }

    @Override
    public String template() {
        return "users.jte";
    }

    /** The given and the family name. */
    public static String name(User user) {
        return user.document()
                .object("name")
                .map(name -> (name.text("givenName").orElse("") + " "
                                + name.text("familyName").orElse(""))
                        .strip())
                .orElse("");
    }

    /**
     * One user.
     *
     * @param document the SCIM document, as JSON
     * @param history what happened to the user, the newest first
     */
    public record Panel(User user, String document, List<Event> history) {
        public Panel {
            history = List.copyOf(history);
        }
    }

    /**
     * An audit entry or a request.
     *
     * @param what happened
     * @param who the caller
     * @param detail what was changed, or why it was refused
     * @param link to the entry or the request
     */
    public record Event(Instant time, String what, String who, String detail, String link) {}
}
