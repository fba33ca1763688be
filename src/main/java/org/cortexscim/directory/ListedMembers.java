package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.cortexscim.capacity.Capacity;
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
    private Capacity capacity;

    @Inject
    @ConfigProperty(name = "MAX_MEMBERS_PER_ANSWER", defaultValue = "200000")
    private int most;

    /**
     * The group with all its members.
     *
     * @throws ScimException tooMany when these are more than an answer may list
     */
    Group whole(Group group) {
        long count = requireListed(memberships.countMembers(List.of(group.id()), most));
        capacity.holdAnswer(count * Capacity.BYTES_PER_REFERENCE);
        return read(List.of(group)).get(0);
    }

    /**
     * The group with the members that are wanted of it in the answer to its change.
     *
     * @throws ScimException as {@link #whole} does
     */
    Group changed(Group group, MemberListing wanted) {
        if (wanted == MemberListing.NONE) {
            return group;
        }
        int limit = wanted == MemberListing.FEW ? Math.min(FEW, most) : most;
        long count = memberships.countMembers(List.of(group.id()), limit);
        if (count > limit && wanted != MemberListing.ALL) {
            return group;
        }
        capacity.holdAnswerToChange(requireListed(count) * Capacity.BYTES_PER_REFERENCE);
        return read(List.of(group)).get(0);
    }

    /**
     * What the members of the groups take on a page, in bytes; more than {@code mostBytes} is not counted to the end.
     *
     * @throws ScimException tooMany when a single group has more members than an answer may list
     */
    long bytes(List<String> groupIds, long mostBytes) {
        if (groupIds.size() == 1) {
            return requireListed(memberships.countMembers(groupIds, most)) * Capacity.BYTES_PER_REFERENCE;
        }
        long count = memberships.countMembers(groupIds, Math.min(most, mostBytes / Capacity.BYTES_PER_REFERENCE));
        return count > most ? mostBytes + 1 : count * Capacity.BYTES_PER_REFERENCE;
    }

    /** The groups with all their members, of which there are not too many. */
    List<Group> read(List<Group> groups) {
        Map<String, List<Member>> members =
                memberships.members(groups.stream().map(Group::id).toList());
        return groups.stream()
                .map(group -> group.with(members.getOrDefault(group.id(), List.of())))
                .toList();
    }

    private long requireListed(long count) {
        if (count > most) {
            throw ScimException.tooMany(("The answer would list more than %d members. Use"
                            + " excludedAttributes=members, or read the group's users page by page:"
                            + " GET /Users?filter=groups.value eq \"<group id>\".")
                    .formatted(most));
        }
        return count;
    }
}
