package org.cortexscim.scim.patch;

import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;

/**
 * A PATCH of a group: what each of its operations does to the members, and what to the attributes. Members are not part
 * of the group's document, because there may be very many.
 */
public record GroupPatch(List<Step> steps) {

    /** The two sides of one operation. */
    public record Step(Optional<MembershipChange> members, Optional<PatchOperation> attributes) {}

    public GroupPatch {
        steps = List.copyOf(steps);
    }

    /**
     * Reads the operations of a request.
     *
     * @throws ScimException as {@link MembershipChange#of} says
     */
    public static GroupPatch of(List<PatchOperation> operations, Conformance conformance) {
        return new GroupPatch(operations.stream()
                .map(operation ->
                        new Step(MembershipChange.of(operation, conformance), MembershipChange.rest(operation)))
                .toList());
    }

    /** What the operations do to the members, in order. */
    public List<MembershipChange> membershipChanges() {
        return steps.stream().flatMap(step -> step.members().stream()).toList();
    }

    /** Whether the request is about members and nothing else. */
    public boolean changesMembersOnly() {
        return !steps.isEmpty()
                && steps.stream().allMatch(step -> step.attributes().isEmpty());
    }
}
