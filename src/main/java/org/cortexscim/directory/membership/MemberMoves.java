package org.cortexscim.directory.membership;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.patch.MembershipChange;

/** The members that a request adds to one group and removes from it: users and groups, each by its id. */
public final class MemberMoves {
    private final MemberStore users;
    private final NestingStore nesting;
    private final String groupId;
    /** Those of the ids in the request that are groups' ids. */
    private final Set<String> groups;

    private final Set<String> added = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();

    MemberMoves(MemberStore users, NestingStore nesting, String groupId, Set<String> groups) {
        this.users = users;
        this.nesting = nesting;
        this.groupId = groupId;
        this.groups = groups;
    }

    /**
     * Carries a change out.
     *
     * @throws ScimException invalidValue when an id is unknown or not what its type says, or by the rules of nesting
     */
    public void apply(MembershipChange change) {
        switch (change.kind()) {
            case ADD -> add(change.ids());
            case REMOVE -> remove(change.ids(), groups);
            case REPLACE -> {
                Set<String> nested = nesting.all(groupId);
                Set<String> unwanted = users.all(groupId);
                unwanted.addAll(nested);
                unwanted.removeAll(change.ids());
                remove(unwanted, nested);
                add(change.ids());
            }
        }
        if (change.kind() != MembershipChange.Kind.REMOVE) {
            change.types().forEach(this::requireType);
        }
    }

    public Set<String> added() {
        return added;
    }

    public Set<String> removed() {
        return removed;
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty();
    }

    private void add(Set<String> ids) {
        note(each(ids, groups, users::add, nesting::add), added, removed);
    }

    private void remove(Set<String> ids, Set<String> nested) {
        note(each(ids, nested, users::remove, nesting::remove), removed, added);
    }

    /** Does one thing with the users among the ids, and another with the groups. */
    private Set<String> each(
            Set<String> ids,
            Set<String> nested,
            BiFunction<String, Set<String>, Set<String>> withUsers,
            BiFunction<String, Set<String>, Set<String>> withGroups) {
        Set<String> userIds = new LinkedHashSet<>(ids);
        userIds.removeAll(nested);
        Set<String> groupIds = new LinkedHashSet<>(ids);
        groupIds.retainAll(nested);
        Set<String> done = new LinkedHashSet<>(withUsers.apply(groupId, userIds));
        if (!groupIds.isEmpty()) {
            done.addAll(withGroups.apply(groupId, groupIds));
        }
        return done;
    }

    /** Ignores members that one request removes and adds again. */
    private static void note(Set<String> ids, Set<String> moved, Set<String> opposite) {
        ids.stream().filter(id -> !opposite.remove(id)).forEach(moved::add);
    }

    private void requireType(String id, String type) {
        String actual = groups.contains(id) ? "group" : "user";
        if (!type.equals(actual)) {
            throw ScimException.invalidValue(
                    "The member '%s' is a %s, but its 'type' says %s. Correct the type or leave it out."
                            .formatted(id, actual, type));
        }
    }
}
