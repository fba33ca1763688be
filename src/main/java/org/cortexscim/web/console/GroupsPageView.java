package org.cortexscim.web.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.directory.Group;
import org.cortexscim.directory.GroupSurroundings;
import org.cortexscim.directory.Part;
import org.cortexscim.directory.membership.GroupRef;
import org.cortexscim.directory.membership.Member;

/**
 * The groups.
 *
 * @param roles the names of the roles that a group gives its members, by the group's id
 * @param search what a name begins with; empty for all
 * @param open the group that is shown in full
 */
public record GroupsPageView(
        Shell shell,
        List<Group> groups,
        Map<String, List<String>> roles,
        Pager pager,
        String search,
        Optional<Panel> open,
        Address address)
        implements View {
    public GroupsPageView {
        groups = List.copyOf(groups);
        roles = Map.copyOf(roles);
    }

    @Override
    public String template() {
        return "groups.jte";
    }

    /** The names of a group's roles, with commas between them. */
    public String rolesOf(Group group) {
        return String.join(", ", roles.getOrDefault(group.id(), List.of()));
    }

    /**
     * One group.
     *
     * @param members some of its direct members
     * @param steps to its other members
     * @param count of its direct members, not exact when it is high
     * @param above some of the groups that it is in
     * @param roles the names of the roles that its members have from it, and from the groups that it is in
     * @param document the SCIM document without the members, as JSON
     */
    public record Panel(
            Group group,
            List<Member> members,
            Steps steps,
            long count,
            Part<GroupRef> above,
            List<String> roles,
            String document) {
        public Panel {
            members = List.copyOf(members);
            roles = List.copyOf(roles);
        }

        /** The number of direct members, in words when it is high. */
        public String counted() {
            return count > GroupSurroundings.MOST_COUNTED
                    ? "more than " + GroupSurroundings.MOST_COUNTED
                    : Long.toString(count);
        }
    }
}
