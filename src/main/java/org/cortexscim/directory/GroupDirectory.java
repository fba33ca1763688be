package org.cortexscim.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cortexscim.directory.assignment.GroupRoleMappings;
import org.cortexscim.directory.assignment.LastAdmin;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.MembershipChange;
import org.cortexscim.scim.patch.PatchEngine;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.storage.InTransaction;
import org.jspecify.annotations.Nullable;

/**
 * The workspace's groups and who is in them. A change of members names only the members that come or go: what it costs
 * does not depend on how many stay.
 */
@ApplicationScoped
@InTransaction
public class GroupDirectory {
    private static final String MEMBERS = "members";
    private static final Canonicalizer CANONICALIZER = new Canonicalizer(CoreSchemas.GROUP_TYPE);
    private static final PatchEngine PATCHES = new PatchEngine(CoreSchemas.GROUP_TYPE, JsonText::findObject);

    @Inject
    private GroupStore store;

    @Inject
    private MemberStore members;

    @Inject
    private GroupRoleMappings roles;

    @Inject
    private LastAdmin lastAdmin;

    @Inject
    private ResourceSearch search;

    @Inject
    private Event<GroupChange> changes;

    /**
     * The group with that id.
     *
     * @param withMembers whether its members are wanted; otherwise they are not read
     * @throws ScimException 404
     */
    public Group get(String id, boolean withMembers) {
        Group group = store.find(id).orElseThrow(GroupDirectory::unknown);
        return withMembers ? withMembers(List.of(group)).get(0) : group;
    }

    /**
     * A page of the groups that fulfil the query's filter.
     *
     * @throws ScimException 400 invalidFilter
     */
    public SearchPage<Group> search(SearchQuery query, boolean withMembers) {
        SearchPage<Group> page = search.page(CoreSchemas.GROUP_TYPE, GroupStore.FILTERS, query, store, Group::id);
        return withMembers ? page.with(withMembers(page.resources())) : page;
    }

    /**
     * Creates a group (RFC 7644 §3.3).
     *
     * @throws ScimException 400 invalidValue also for an unknown member, 409 uniqueness
     */
    public Group create(ScimObject sent) {
        ScimObject document = canonical(sent);
        Group group =
                store.insert(UuidCreator.getTimeOrderedEpoch().toString(), name(document), document.text("externalId"));
        Set<String> added = members.add(group.id(), MembershipChange.ids(sent.get(MEMBERS)));
        fire(GroupChange.Kind.CREATED, group, new ScimObject(), document, new Moves(added, Set.of()));
        return get(group.id(), true);
    }

    /**
     * Replaces a group's attributes and all its members (RFC 7644 §3.5.1).
     *
     * @param ifMatch the versions that may be replaced, or null for any
     * @throws ScimException 400, 404, 409, 412
     */
    public Group replace(String id, ScimObject sent, @Nullable String ifMatch) {
        Group before = lock(id, ifMatch);
        LastAdmin.Watch admins = lastAdmin.watchGroup(id);
        Moves moves = new Moves();
        moves.apply(id, new MembershipChange(MembershipChange.Kind.REPLACE, MembershipChange.ids(sent.get(MEMBERS))));
        admins.requireOne();
        return revise(before, canonical(sent), moves);
    }

    /**
     * Applies the operations of a PATCH (RFC 7644 §3.5.2): all, or none.
     *
     * @param ifMatch the versions that may be changed, or null for any
     * @return the group without its members
     * @throws ScimException 400, 404, 409, 412
     */
    public Group patch(String id, List<PatchOperation> operations, @Nullable String ifMatch) {
        Group before = lock(id, ifMatch);
        LastAdmin.Watch admins = lastAdmin.watchGroup(id);
        Moves moves = new Moves();
        ScimObject document = document(before);
        for (PatchOperation operation : operations) {
            MembershipChange.of(operation).ifPresent(change -> moves.apply(id, change));
            List<PatchOperation> rest =
                    MembershipChange.rest(operation).stream().toList();
            document = PATCHES.apply(document, rest);
        }
        admins.requireOne();
        return revise(before, canonical(document), moves);
    }

    /**
     * Deletes a group; its members stay users.
     *
     * @param ifMatch the versions that may be deleted, or null for any
     * @throws ScimException 404, 412
     */
    public void delete(String id, @Nullable String ifMatch) {
        Group before = lock(id, ifMatch);
        LastAdmin.Watch admins = lastAdmin.watchGroup(id);
        Set<String> removed = members.all(id);
        roles.deleteOfGroup(id);
        store.delete(id);
        admins.requireOne();
        fire(GroupChange.Kind.DELETED, before, document(before), new ScimObject(), new Moves(Set.of(), removed));
    }

    private Group revise(Group before, ScimObject document, Moves moves) {
        boolean same = document.equals(document(before));
        if (same && moves.isEmpty()) {
            return before;
        }
        Group after = store.update(before.id(), name(document), document.text("externalId"));
        fire(GroupChange.Kind.UPDATED, after, document(before), document, moves);
        return after;
    }

    /** The members that a request has added and removed so far. */
    private final class Moves {
        private final Set<String> added = new LinkedHashSet<>();
        private final Set<String> removed = new LinkedHashSet<>();

        Moves() {}

        Moves(Set<String> added, Set<String> removed) {
            this.added.addAll(added);
            this.removed.addAll(removed);
        }

        void apply(String groupId, MembershipChange change) {
            switch (change.kind()) {
                case ADD -> note(members.add(groupId, change.ids()), added, removed);
                case REMOVE -> note(members.remove(groupId, change.ids()), removed, added);
                case REPLACE -> {
                    Set<String> unwanted = members.all(groupId);
                    unwanted.removeAll(change.ids());
                    note(members.remove(groupId, unwanted), removed, added);
                    note(members.add(groupId, change.ids()), added, removed);
                }
            }
        }

        /** Who is removed and added again in one request has not moved. */
        private static void note(Set<String> ids, Set<String> moved, Set<String> opposite) {
            ids.stream().filter(id -> !opposite.remove(id)).forEach(moved::add);
        }

        boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty();
        }
    }

    private Group lock(String id, @Nullable String ifMatch) {
        Group group = store.lock(id).orElseThrow(GroupDirectory::unknown);
        group.tag().requireMatch(ifMatch);
        return group;
    }

    private List<Group> withMembers(List<Group> groups) {
        Map<String, List<Group.Member>> found =
                members.members(groups.stream().map(Group::id).toList());
        return groups.stream()
                .map(group -> group.with(found.getOrDefault(group.id(), List.of())))
                .toList();
    }

    /** The attributes of what a client sent, without the members: there may be too many for a document. */
    private static ScimObject canonical(ScimObject sent) {
        ScimObject attributes = sent.copy();
        attributes.remove(MEMBERS);
        ScimObject document = CANONICALIZER.canonical(attributes);
        CANONICALIZER.requireMandatory(document);
        return document;
    }

    private static ScimObject document(Group group) {
        ScimObject document = new ScimObject();
        group.externalId().ifPresent(externalId -> document.put("externalId", externalId));
        return document.with("displayName", group.displayName());
    }

    private static String name(ScimObject document) {
        return document.text("displayName").orElseThrow();
    }

    private static ScimException unknown() {
        return ScimException.notFound("There is no group with this id.");
    }

    private void fire(GroupChange.Kind kind, Group group, ScimObject before, ScimObject after, Moves moves) {
        changes.fire(new GroupChange(
                kind, group.id(), group.displayName(), Difference.between(before, after), moves.added, moves.removed));
    }
}
