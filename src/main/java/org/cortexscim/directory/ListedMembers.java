package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cortexscim.directory.membership.Member;
import org.cortexscim.directory.membership.MembershipQuery;
import org.cortexscim.scim.ScimException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Groups with their members, as many as an answer may list: the answer is made in memory. */
@ApplicationScoped
class ListedMembers {
    private static final int FEW = 1000;

    @Inject
    private MembershipQuery memberships;

    @Inject
    @ConfigProperty(name = "MAX_MEMBERS_PER_ANSWER", defaultValue = "200000")
    private int most;

    /** The group with the members that are wanted. */
    Group of(Group group, MemberListing wanted) {
        return switch (wanted) {
            case NONE -> group;
            case FEW -> unlessMore(group, Math.min(FEW, most));
            case POSSIBLE -> unlessMore(group, most);
            case ALL -> ofAll(List.of(group)).get(0);
        };
    }

    /**
     * The groups with all their members.
     *
     * @throws ScimException tooMany when these are more than an answer may list
     */
    List<Group> ofAll(List<Group> groups) {
        List<String> ids = groups.stream().map(Group::id).toList();
        if (memberships.hasMore(ids, most)) {
            throw ScimException.tooMany(("The answer would list more than %d members. Use"
                            + " excludedAttributes=members, request fewer groups with a smaller count, or read a group's"
                            + " users page by page: GET /Users?filter=groups.value eq \"<group id>\".")
                    .formatted(most));
        }
        return read(groups);
    }

    private Group unlessMore(Group group, int limit) {
        return memberships.hasMore(List.of(group.id()), limit)
                ? group
                : read(List.of(group)).get(0);
    }

    private List<Group> read(List<Group> groups) {
        Map<String, List<Member>> members =
                memberships.members(groups.stream().map(Group::id).toList());
        return groups.stream()
                .map(group -> group.with(members.getOrDefault(group.id(), List.of())))
                .toList();
    }
}
