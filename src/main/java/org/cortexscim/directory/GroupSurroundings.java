package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.directory.membership.GroupRef;
import org.cortexscim.directory.membership.Member;
import org.cortexscim.directory.membership.MemberPageQuery;
import org.cortexscim.directory.membership.MembershipQuery;
import org.cortexscim.storage.InTransaction;

/** Who is in a group, page by page, and which groups it is in. A group that does not exist has nobody. */
@ApplicationScoped
@InTransaction(readOnly = true)
public class GroupSurroundings {
    /** The highest number that is counted exactly. */
    public static final int MOST_COUNTED = 10_000;

    @Inject
    private MemberPageQuery pages;

    @Inject
    private MembershipQuery memberships;

    /**
     * The direct members, groups before users.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    public Part<Member> members(String groupId, int page, int pageSize) {
        return Part.read(page, pageSize, (offset, count) -> pages.members(groupId, offset, count));
    }

    /** The number of direct members; of more than {@link #MOST_COUNTED}, one more than that or so. */
    public long countMembers(String groupId) {
        return memberships.countMembers(List.of(groupId), MOST_COUNTED);
    }

    /**
     * The groups that contain the group, directly or through other groups.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    public Part<GroupRef> above(String groupId, int page, int pageSize) {
        return Part.read(page, pageSize, (offset, count) -> pages.above(groupId, offset, count));
    }
}
