package org.cortexscim.web.scim;

import org.cortexscim.directory.Group;
import org.cortexscim.directory.MemberListing;
import org.cortexscim.scim.patch.GroupPatch;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.settings.ProvisioningSettings;

/**
 * The response to a PATCH of a group: the group, or with an empty 204 (RFC 7644 §3.5.2 leaves the choice, unless the
 * request has {@code attributes}). Clients take a timeout for a failure, and listing the members of a large group again
 * after every change is what makes a service slow.
 *
 * @param empty whether the response has no body, for any group
 * @param members the members that the answer needs
 */
record GroupPatchAnswer(boolean empty, MemberListing members) {

    static GroupPatchAnswer to(GroupPatch patch, ScimRequest request, ProvisioningSettings settings) {
        boolean onlyMembers = patch.changesMembersOnly();
        boolean asked = request.query().text("attributes").isPresent();
        if (onlyMembers && !asked && !settings.groupPatchBody()) {
            return new GroupPatchAnswer(true, MemberListing.NONE);
        }
        if (!request.projection(CoreSchemas.GROUP_TYPE).keeps("members")) {
            return new GroupPatchAnswer(false, MemberListing.NONE);
        }
        if (asked || request.query().text("excludedAttributes").isPresent()) {
            return new GroupPatchAnswer(false, MemberListing.ALL);
        }
        return new GroupPatchAnswer(false, onlyMembers ? MemberListing.POSSIBLE : MemberListing.FEW);
    }

    /** Tells whether the response to the change of this group has no body. */
    boolean isEmpty(Group group) {
        boolean tooLarge = members != MemberListing.NONE && group.members().isEmpty();
        return empty || tooLarge;
    }
}
