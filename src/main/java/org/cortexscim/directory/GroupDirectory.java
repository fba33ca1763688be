package org.cortexscim.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.cortexscim.directory.membership.MemberMoves;
import org.cortexscim.directory.membership.Membership;
import org.cortexscim.json.JsonText;
import org.cortexscim.roles.assignment.LastAdmin;
import org.cortexscim.roles.assignment.RoleGrants;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ListResponse;
import org.cortexscim.scim.Precondition;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.StringPreparation;
import org.cortexscim.scim.dialect.Dialect;
import org.cortexscim.scim.patch.GroupPatch;
import org.cortexscim.scim.patch.MembershipChange;
import org.cortexscim.scim.patch.PatchEngine;
import org.cortexscim.scim.schema.Canonicalizer;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.search.ResourceSearch;
import org.cortexscim.search.SearchQuery;
import org.cortexscim.search.Searchable;
import org.cortexscim.settings.WorkspaceSettings;
import org.cortexscim.storage.Ids;
import org.cortexscim.storage.InTransaction;

/**
 * The workspace's groups and who is in them. A change of members names only the members that come or go: what it costs
 * does not depend on how many stay.
 */
@ApplicationScoped
@InTransaction
public class GroupDirectory {
    private static final String MEMBERS = "members";

    @Inject
    private GroupStore store;

    @Inject
    private Membership membership;

    @Inject
    private ListedMembers listed;

    @Inject
    private RoleGrants roles;

    @Inject
    private LastAdmin lastAdmin;

    @Inject
    private WorkspaceSettings settings;

    @Inject
    private ResourceSearch search;

    @Inject
    private Event<GroupChanged> changes;

    /**
     * The group with that id.
     *
     * @param withMembers whether its members are wanted; otherwise they are not read
     * @throws ScimException 404, 400 tooMany
     */
    @InTransaction(readOnly = true)
    public Group get(String id, boolean withMembers) {
        Group group = store.find(id).orElseThrow(GroupDirectory::unknown);
        return withMembers ? listed.whole(group) : group;
    }

    /**
     * A page of the groups that fulfil the query's filter, as many as an answer has room for.
     *
     * @throws ScimException 400 tooMany when one has more members than an answer may list, and as {@link ResourceSearch#page} says
     */
    @InTransaction(readOnly = true)
    public ListResponse<Group> search(SearchQuery query, boolean withMembers) {
        ListResponse<Group> page = search.page(List.of(searchable(withMembers)), query);
        return withMembers ? page.map(listed::read) : page;
    }

    Searchable<Group> searchable(boolean withMembers) {
        return withMembers
                ? new Searchable<>(CoreSchemas.GROUP_TYPE, GroupStore.FILTERS, GroupStore.TABLE, listed::bytes)
                : new Searchable<>(CoreSchemas.GROUP_TYPE, GroupStore.FILTERS, GroupStore.TABLE);
    }

    /**
     * Creates a group (RFC 7644 §3.3).
     *
     * @param wanted which members the answer needs
     * @throws ScimException 400 invalidValue also for an unknown member, 400 tooMany, 409 uniqueness
     */
    public Group create(ScimObject sent, MemberListing wanted) {
        return create(Ids.next(), sent, wanted);
    }

    /** Creates a group whose id others refer to already, see {@link JointChange}. */
    public Group create(String id, ScimObject sent, MemberListing wanted) {
        ScimObject meant = dialect().document(sent);
        ScimObject document = received(meant);
        MembershipChange change = members(MembershipChange.Kind.ADD, meant);
        MemberMoves moves = membership.moves(id, List.of(change));
        Group group = store.insert(id, name(document), document.text("externalId"));
        moves.apply(change);
        fire(GroupChanged.Kind.CREATED, group, new ScimObject(), document, moves);
        return listed.changed(group, wanted);
    }

    /**
     * Replaces a group's attributes and all its members (RFC 7644 §3.5.1).
     *
     * @param precondition which versions the request is for
     * @param wanted which members the answer needs
     * @throws ScimException 400, 404, 409, 412
     */
    public Group replace(String id, ScimObject sent, Precondition precondition, MemberListing wanted) {
        ScimObject meant = dialect().document(sent);
        MembershipChange change = members(MembershipChange.Kind.REPLACE, meant);
        MemberMoves moves = membership.moves(id, List.of(change));
        Group before = lock(id, precondition);
        lastAdmin.guardGroup(id, () -> moves.apply(change));
        return listed.changed(revise(before, received(meant), moves), wanted);
    }

    /**
     * Applies the operations of a PATCH (RFC 7644 §3.5.2): all, or none.
     *
     * @param precondition which versions the request is for
     * @param wanted which members the answer needs
     * @throws ScimException 400, 404, 409, 412
     */
    public Group patch(String id, GroupPatch patch, Precondition precondition, MemberListing wanted) {
        MemberMoves moves = membership.moves(id, patch.membershipChanges());
        Group before = lock(id, precondition);
        ScimObject document = lastAdmin.guardGroup(id, () -> patched(before.document(), patch, moves));
        return listed.changed(revise(before, complete(canonicalizer().canonical(document)), moves), wanted);
    }

    /**
     * Deletes a group; its members stay users and groups.
     *
     * @param precondition which versions the request is for
     * @throws ScimException 404, 412
     */
    public void delete(String id, Precondition precondition) {
        membership.beforeLockForDeletion(id);
        Group before = lock(id, precondition);
        long members = lastAdmin.guardGroup(id, () -> {
            roles.deleteOfGroup(id);
            long left = membership.dissolve(id);
            store.delete(id);
            return left;
        });
        List<Difference> differences = Difference.between(before.document(), new ScimObject());
        changes.fire(GroupChanged.ofDeletion(id, before.displayName(), differences, members));
    }

    private ScimObject patched(ScimObject before, GroupPatch patch, MemberMoves moves) {
        PatchEngine patches =
                new PatchEngine(CoreSchemas.GROUP_TYPE, settings.current().conformance());
        ScimObject document = before;
        for (GroupPatch.Step step : patch.steps()) {
            step.members().ifPresent(moves::apply);
            document = patches.apply(document, step.attributes().stream().toList());
        }
        return document;
    }

    private Group revise(Group before, ScimObject document, MemberMoves moves) {
        boolean same = document.equals(before.document());
        if (same && moves.isEmpty()) {
            return before;
        }
        Group after = store.update(before.id(), name(document), document.text("externalId"));
        fire(GroupChanged.Kind.UPDATED, after, before.document(), document, moves);
        return after;
    }

    private Group lock(String id, Precondition precondition) {
        Group group = store.lock(id).orElseThrow(GroupDirectory::unknown);
        precondition.require(group.tag());
        return group;
    }

    /** The attributes of what a client means, without the members: there may be too many for a document. */
    private ScimObject received(ScimObject meant) {
        ScimObject attributes = meant.copy();
        attributes.remove(MEMBERS);
        return complete(canonicalizer().received(attributes));
    }

    private MembershipChange members(MembershipChange.Kind kind, ScimObject meant) {
        return MembershipChange.ofAll(
                kind, meant.get(MEMBERS), settings.current().conformance());
    }

    private ScimObject complete(ScimObject document) {
        canonicalizer().requireMandatory(document);
        StringPreparation.control(name(document)).ifPresent(character -> {
            throw ScimException.invalidValue(
                    "'displayName' contains the control character U+%04X; remove it.".formatted(character));
        });
        return document;
    }

    private Dialect dialect() {
        return Dialect.of(
                CoreSchemas.GROUP_TYPE, JsonText::findObject, settings.current().conformance());
    }

    private Canonicalizer canonicalizer() {
        return new Canonicalizer(CoreSchemas.GROUP_TYPE, settings.current().conformance());
    }

    private static String name(ScimObject document) {
        return document.text("displayName").orElseThrow();
    }

    private static ScimException unknown() {
        return ScimException.notFound("No group has this id.");
    }

    private void fire(GroupChanged.Kind kind, Group group, ScimObject before, ScimObject after, MemberMoves moves) {
        changes.fire(GroupChanged.of(kind, group, Difference.between(before, after), moves.added(), moves.removed()));
    }
}
