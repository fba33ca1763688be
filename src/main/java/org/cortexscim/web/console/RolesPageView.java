package org.cortexscim.web.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.directory.User;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleDefinition;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.assignment.GrantSource;

/**
 * The roles.
 *
 * @param mayCreate whether the caller may create custom roles
 * @param seesUsers whether the caller may see users, and what the identity provider gives them
 * @param grantable the permissions that the caller may put into a role
 * @param create the form of a new role
 * @param open the role that is shown in full
 * @param notice what came of a change
 */
public record RolesPageView(
        Shell shell,
        List<RoleDefinition> roles,
        Pager pager,
        boolean mayCreate,
        boolean seesUsers,
        Set<Permission> grantable,
        Optional<RoleForm> create,
        Optional<Panel> open,
        Notice notice,
        Address address)
        implements View {
    public RolesPageView {
        roles = List.copyOf(roles);
        grantable = Set.copyOf(grantable);
    }

    @Override
    public String template() {
        return "roles.jte";
    }

    /** The name of a built-in role, or the tag of a custom one. */
    public static String id(RoleRef role) {
        return role.tag().orElse(role.name());
    }

    /** What a role allows, in one line. */
    public static String permissions(RoleDefinition role) {
        return role.permissions().isEmpty() ? "none" : String.join(", ", Permission.labels(role.permissions()));
    }

    /** What is asked before a change. */
    public enum Question {
        NONE,
        DELETE,
        MAKE_DEFAULT
    }

    /**
     * What came of a change.
     *
     * @param saved whether it was made
     * @param question what to answer before it is made
     * @param problem why it was refused
     */
    public record Notice(boolean saved, Question question, Optional<String> problem) {
        static final Notice NONE = new Notice(false, Question.NONE, Optional.empty());
        static final Notice SAVED = new Notice(true, Question.NONE, Optional.empty());

        static Notice asks(Question question) {
            return new Notice(false, question, Optional.empty());
        }

        static Notice refused(String detail) {
            return new Notice(false, Question.NONE, Optional.of(detail));
        }

        public boolean asksToDelete() {
            return question == Question.DELETE;
        }

        public boolean asksToMakeDefault() {
            return question == Question.MAKE_DEFAULT;
        }
    }

    /**
     * One role.
     *
     * @param form for those who may change and delete the role
     * @param isDefault whether users have it who have no other
     * @param mayMakeDefault whether the caller may let them have it
     */
    public record Panel(
            RoleDefinition role, Optional<RoleForm> form, boolean isDefault, boolean mayMakeDefault, Holders holders) {
        public String id() {
            return RolesPageView.id(role.ref());
        }
    }

    /**
     * Who has the role, and why.
     *
     * @param users some of those who have it for one reason
     * @param steps to the others
     * @param value the reason: this value of the identity provider; empty when an admin has given the role
     * @param sources the values and groups that give the role; empty also for callers who may not see them
     */
    public record Holders(List<User> users, Steps steps, Optional<String> value, List<GrantSource> sources) {
        public Holders {
            users = List.copyOf(users);
            sources = List.copyOf(sources);
        }

        /** The values that give the role. */
        public List<GrantSource> values() {
            return of(GrantSource.Kind.VALUE);
        }

        /** The groups that give the role. */
        public List<GrantSource> groups() {
            return of(GrantSource.Kind.GROUP);
        }

        private List<GrantSource> of(GrantSource.Kind kind) {
            return sources.stream().filter(source -> source.kind() == kind).toList();
        }
    }
}
