package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.capacity.Capacity;
import org.cortexscim.directory.membership.GroupRef;
import org.cortexscim.directory.membership.Membership;
import org.cortexscim.directory.membership.MembershipQuery;
import org.cortexscim.policy.Revision;
import org.cortexscim.policy.UpdateMethod;
import org.cortexscim.roles.assignment.LastAdmin;
import org.cortexscim.roles.assignment.RoleHolders;
import org.cortexscim.roles.assignment.UserRoleAssignments;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.CoreUser;
import org.cortexscim.search.ResourceSearch;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.search.Searchable;
import org.cortexscim.search.TableQuery;
import org.cortexscim.storage.Ids;
import org.cortexscim.storage.InTransaction;

/**
 * The workspace's users, as an identity provider sees and changes them.
 *
 * <p>The life of a user: {@link #create} makes it, active unless the request says otherwise; {@link #replace} and
 * {@link #patch} change what the workspace's policy lets change, deactivate it (it stays readable under the same id, and
 * its seat is free) and reactivate it; {@link #delete} ends it, and its userName is free again. Every change is one
 * transaction and fires one {@link UserChanged}, from which the audit log is written in that transaction.
 */
@ApplicationScoped
@InTransaction
public class UserDirectory {
    @Inject
    private UserStore store;

    @Inject
    private MembershipQuery memberships;

    @Inject
    private Membership membership;

    @Inject
    private UserModels models;

    @Inject
    private Seats seats;

    @Inject
    private RoleHolders holders;

    @Inject
    private UserRoleAssignments assignments;

    @Inject
    private LastAdmin lastAdmin;

    @Inject
    private ResourceSearch search;

    @Inject
    private Capacity capacity;

    @Inject
    private Event<UserChanged> changes;

    /**
     * The user with that id.
     *
     * @throws ScimException 404
     */
    @InTransaction(readOnly = true)
    public User get(String id) {
        User user = withGroups(store.find(id).orElseThrow(UserDirectory::unknown));
        capacity.holdAnswer(bytesOfGroups(user));
        return user;
    }

    /** The account of the user with this userName; empty when no user has it. */
    @InTransaction(readOnly = true)
    public Optional<Account> account(String userName) {
        return store.findByUserName(userName).map(this::account);
    }

    private Account account(User user) {
        boolean active = user.isActive();
        return new Account(
                user.id(),
                active,
                active ? holders.roles(Set.of(user.id())).getOrDefault(user.id(), Set.of()) : Set.of());
    }

    /**
     * A page of the users who fulfil the query's filter, as many as an answer may have bytes.
     *
     * @param parts what is wanted of them
     * @throws ScimException 400 as {@link ResourceSearch#page} says
     */
    @InTransaction(readOnly = true)
    public ListResponse<User> search(SearchQuery query, UserParts parts) {
        ListResponse<User> page = search.page(List.of(searchable(parts)), query);
        return parts.groups() ? page.map(this::withGroups) : page;
    }

    Searchable<User> searchable(UserParts parts) {
        UserModel model = models.current();
        TableQuery<User> table = parts.document() ? UserStore.TABLE : UserStore.COLUMNS;
        return parts.groups()
                ? new Searchable<>(model.type(), model.filters(), table, this::bytesOfGroups)
                : new Searchable<>(model.type(), model.filters(), table);
    }

    private long bytesOfGroups(List<String> ids, long most) {
        return memberships.countGroups(ids, most / Capacity.BYTES_PER_REFERENCE) * Capacity.BYTES_PER_REFERENCE;
    }

    /**
     * Creates a user from what the client sent (RFC 7644 §3.3).
     *
     * @throws ScimException 400 invalidValue, 403 by the workspace's rules, 409 uniqueness
     */
    public User create(ScimObject sent) {
        return create(Ids.next(), sent);
    }

    /** Creates a user whose id others refer to already, see {@link JointChange}. */
    public User create(String id, ScimObject sent) {
        UserModel model = models.forChange(new ScimObject());
        ScimObject document = model.rules().create(model.received(sent));
        String userName = document.text("userName").orElseThrow();
        Optional<User> present = store.findByUserName(userName);
        if (present.isPresent()) {
            return changed(restore(lock(present.get().id(), Precondition.NONE), sent, document));
        }
        holders.requireKnown(new ScimObject(), document);
        if (CoreUser.isActive(document)) {
            seats.take();
        }
        User user = store.insert(model.type(), id, document);
        fire(UserChanged.Kind.CREATED, new ScimObject(), user, List.of());
        return user;
    }

    /**
     * Replaces a user's attributes (RFC 7644 §3.5.1), as far as the workspace's rules allow.
     *
     * @param precondition which versions the request is for
     * @throws ScimException 400, 403, 404, 409, 412
     */
    public User replace(String id, ScimObject sent, Precondition precondition) {
        User before = lock(id, precondition);
        UserModel model = models.forChange(before.document());
        ScimObject wanted = model.rules().keepUnsentRoles(before.document(), sent, model.received(sent));
        return changed(revise(model, before, wanted, UpdateMethod.PUT));
    }

    /**
     * Applies the operations of a PATCH (RFC 7644 §3.5.2): all, or none.
     *
     * @param precondition which versions the request is for
     * @throws ScimException 400, 403, 404, 409, 412
     */
    public User patch(String id, List<PatchOperation> operations, Precondition precondition) {
        User before = lock(id, precondition);
        UserModel model = models.forChange(before.document());
        ScimObject wanted = model.patched(before.document(), operations);
        return changed(revise(model, before, wanted, UpdateMethod.PATCH));
    }

    /**
     * Deletes a user (RFC 7644 §3.6); the userName is free again, the audit log keeps the record.
     *
     * @param precondition which versions the request is for
     * @throws ScimException 403, 404, 412
     */
    public void delete(String id, Precondition precondition) {
        User before = lock(id, precondition);
        models.current().rules().delete();
        lastAdmin.guardUser(id, () -> {
            assignments.deleteOfUser(id, before.userName());
            membership.leaveAll(id);
            store.delete(id);
        });
        changes.fire(new UserChanged(
                UserChanged.Kind.DELETED,
                id,
                before.userName(),
                Difference.between(before.document(), new ScimObject()),
                List.of()));
    }

    private User lock(String id, Precondition precondition) {
        User user = store.lock(id).orElseThrow(UserDirectory::unknown);
        precondition.require(user.tag());
        return user;
    }

    static ScimException unknown() {
        return ScimException.notFound("No user has this id.");
    }

    private User changed(User user) {
        User complete = withGroups(user);
        capacity.holdAnswerToChange(bytesOfGroups(complete));
        return complete;
    }

    private static long bytesOfGroups(User user) {
        return (long) user.groups().size() * Capacity.BYTES_PER_REFERENCE;
    }

    private User withGroups(User user) {
        return withGroups(List.of(user)).get(0);
    }

    List<User> withGroups(List<User> users) {
        Map<String, List<GroupRef>> groups =
                memberships.groups(users.stream().map(User::id).toList());
        return users.stream()
                .map(user -> user.with(groups.getOrDefault(user.id(), List.of())))
                .toList();
    }

    private User restore(User present, ScimObject sent, ScimObject document) {
        UserModel model = models.forChange(present.document());
        boolean inactive = !present.isActive();
        if (!model.rules().restoresOnCreate() || !inactive || !CoreUser.isActive(document)) {
            throw UserStore.taken(present.userName());
        }
        ScimObject wanted = model.rules().keepUnsentRoles(present.document(), sent, document);
        return revise(model, present, wanted, UpdateMethod.PUT);
    }

    private User revise(UserModel model, User before, ScimObject wanted, UpdateMethod method) {
        Revision revision = model.rules().update(before.document(), wanted, method);
        if (!revision.document().equals(before.document())) {
            return store(model, before, revision);
        }
        if (!revision.ignored().isEmpty()) {
            fire(UserChanged.Kind.UPDATED, before.document(), before, revision.ignored());
        }
        return before;
    }

    private User store(UserModel model, User before, Revision revision) {
        boolean wasActive = before.isActive();
        boolean isActive = CoreUser.isActive(revision.document());
        if (isActive && !wasActive) {
            seats.take();
        }
        holders.requireKnown(before.document(), revision.document());
        User after = lastAdmin.guardUser(
                before.id(),
                before.document(),
                revision.document(),
                () -> store.update(model.type(), before, revision.document()));
        fire(kind(wasActive, isActive), before.document(), after, revision.ignored());
        return after;
    }

    private static UserChanged.Kind kind(boolean wasActive, boolean isActive) {
        if (wasActive == isActive) {
            return UserChanged.Kind.UPDATED;
        }
        return isActive ? UserChanged.Kind.REACTIVATED : UserChanged.Kind.DEACTIVATED;
    }

    private void fire(UserChanged.Kind kind, ScimObject before, User user, List<String> ignored) {
        changes.fire(new UserChanged(
                kind, user.id(), user.userName(), Difference.between(before, user.document()), ignored));
    }
}
