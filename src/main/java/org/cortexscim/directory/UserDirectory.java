package org.cortexscim.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cortexscim.directory.assignment.LastAdmin;
import org.cortexscim.directory.assignment.RoleHolders;
import org.cortexscim.json.JsonText;
import org.cortexscim.policy.ProvisioningPolicy;
import org.cortexscim.policy.Revision;
import org.cortexscim.policy.UpdateMethod;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchEngine;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.storage.InTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The workspace's users, as an identity provider sees and changes them.
 *
 * <p>The life of a user: {@link #create} makes it, active unless the request says otherwise; {@link #replace} and
 * {@link #patch} change what the workspace's policy lets change, deactivate it (it stays readable under the same id, and
 * its seat is free) and reactivate it; {@link #delete} ends it, and its userName is free again. Every change is one
 * transaction and fires one {@link ProvisioningChange}, from which the audit log is written in that transaction.
 */
@ApplicationScoped
@InTransaction
public class UserDirectory {
    private static final Canonicalizer CANONICALIZER = new Canonicalizer(CoreSchemas.USER_TYPE);
    private static final PatchEngine PATCHES = new PatchEngine(CoreSchemas.USER_TYPE, JsonText::findObject);

    @Inject
    private UserStore store;

    @Inject
    private MemberStore members;

    @Inject
    private ProvisioningPolicy policy;

    @Inject
    private Seats seats;

    @Inject
    private RoleHolders holders;

    @Inject
    private LastAdmin lastAdmin;

    @Inject
    private ResourceSearch search;

    @Inject
    private Event<ProvisioningChange> changes;

    /**
     * The user with that id.
     *
     * @throws ScimException 404
     */
    public User get(String id) {
        return withGroups(store.find(id).orElseThrow(UserDirectory::unknown));
    }

    /**
     * A page of the users who fulfil the query's filter.
     *
     * @throws ScimException 400 invalidFilter
     */
    public SearchPage<User> search(SearchQuery query) {
        SearchPage<User> page = search.page(CoreSchemas.USER_TYPE, UserSql.FILTERS, query, store, User::id);
        return page.with(withGroups(page.resources()));
    }

    /**
     * Creates a user from what the client sent (RFC 7644 §3.3).
     *
     * @throws ScimException 400 invalidValue, 403 by the workspace's rules, 409 uniqueness
     */
    public User create(ScimObject sent) {
        ScimObject document = policy.create(canonical(sent));
        String userName = document.text("userName").orElseThrow();
        Optional<User> present = store.findByUserName(userName);
        if (present.isPresent()) {
            return withGroups(restore(lock(present.get().id(), null), sent, document));
        }
        holders.requireKnown(new ScimObject(), document);
        if (ProvisioningPolicy.isActive(document)) {
            seats.take();
        }
        User user = store.insert(UuidCreator.getTimeOrderedEpoch().toString(), document);
        fire(ProvisioningChange.Kind.CREATED, new ScimObject(), user, List.of());
        return user;
    }

    /**
     * Replaces a user's attributes (RFC 7644 §3.5.1), as far as the workspace's rules let them change.
     *
     * @param ifMatch the versions that may be replaced, or null for any
     * @throws ScimException 400, 403, 404, 409, 412
     */
    public User replace(String id, ScimObject sent, @Nullable String ifMatch) {
        User before = lock(id, ifMatch);
        return withGroups(revise(before, replacement(before, sent, canonical(sent)), UpdateMethod.PUT));
    }

    /**
     * Applies the operations of a PATCH (RFC 7644 §3.5.2): all, or none.
     *
     * @param ifMatch the versions that may be changed, or null for any
     * @throws ScimException 400, 403, 404, 409, 412
     */
    public User patch(String id, List<PatchOperation> operations, @Nullable String ifMatch) {
        User before = lock(id, ifMatch);
        ScimObject wanted = canonical(PATCHES.apply(before.document(), operations));
        return withGroups(revise(before, wanted, UpdateMethod.PATCH));
    }

    /**
     * Deletes a user (RFC 7644 §3.6); the userName is free again, the audit log keeps the record.
     *
     * @param ifMatch the versions that may be deleted, or null for any
     * @throws ScimException 403, 404, 412
     */
    public void delete(String id, @Nullable String ifMatch) {
        User before = lock(id, ifMatch);
        policy.delete();
        LastAdmin.Watch admins = lastAdmin.watchUser(id);
        store.delete(id);
        admins.requireOne();
        changes.fire(new ProvisioningChange(
                ProvisioningChange.Kind.DELETED,
                id,
                before.userName(),
                Difference.between(before.document(), new ScimObject()),
                List.of()));
    }

    private User lock(String id, @Nullable String ifMatch) {
        User user = store.lock(id).orElseThrow(UserDirectory::unknown);
        user.tag().requireMatch(ifMatch);
        return user;
    }

    private static ScimException unknown() {
        return ScimException.notFound("There is no user with this id.");
    }

    private User withGroups(User user) {
        return withGroups(List.of(user)).get(0);
    }

    private List<User> withGroups(List<User> users) {
        Map<String, List<User.GroupRef>> groups =
                members.groups(users.stream().map(User::id).toList());
        return users.stream()
                .map(user -> user.with(groups.getOrDefault(user.id(), List.of())))
                .toList();
    }

    private static ScimObject canonical(ScimObject sent) {
        ScimObject document = CANONICALIZER.canonical(sent);
        CANONICALIZER.requireMandatory(document);
        return document;
    }

    private ScimObject replacement(User before, ScimObject sent, ScimObject document) {
        return policy.keepUnsentRoles(before.document(), sent, document);
    }

    private User restore(User present, ScimObject sent, ScimObject document) {
        boolean inactive = !ProvisioningPolicy.isActive(present.document());
        if (!policy.restoresOnCreate() || !inactive || !ProvisioningPolicy.isActive(document)) {
            throw UserStore.taken(present.userName());
        }
        return revise(present, replacement(present, sent, document), UpdateMethod.PUT);
    }

    private User revise(User before, ScimObject wanted, UpdateMethod method) {
        Revision revision = policy.update(before.document(), wanted, method);
        if (!revision.document().equals(before.document())) {
            return store(before, revision.document(), revision.ignored());
        }
        if (!revision.ignored().isEmpty()) {
            fire(ProvisioningChange.Kind.UPDATED, before.document(), before, revision.ignored());
        }
        return before;
    }

    private User store(User before, ScimObject document, List<String> ignored) {
        boolean wasActive = ProvisioningPolicy.isActive(before.document());
        boolean isActive = ProvisioningPolicy.isActive(document);
        if (isActive && !wasActive) {
            seats.take();
        }
        holders.requireKnown(before.document(), document);
        LastAdmin.Watch admins = lastAdmin.watchUser(before.id(), before.document(), document);
        User after = store.update(before, document);
        admins.requireOne();
        fire(kind(wasActive, isActive), before.document(), after, ignored);
        return after;
    }

    private static ProvisioningChange.Kind kind(boolean wasActive, boolean isActive) {
        if (wasActive == isActive) {
            return ProvisioningChange.Kind.UPDATED;
        }
        return isActive ? ProvisioningChange.Kind.REACTIVATED : ProvisioningChange.Kind.DEACTIVATED;
    }

    private void fire(ProvisioningChange.Kind kind, ScimObject before, User user, List<String> ignored) {
        changes.fire(new ProvisioningChange(
                kind, user.id(), user.userName(), Difference.between(before, user.document()), ignored));
    }
}
