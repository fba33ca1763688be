package org.cortexscim.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.StringPreparation;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.CoreUser;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.settings.ProvisioningSettings;

/**
 * The workspace's rules under some settings, asked before every write: what the identity provider may do, and what it
 * may change. Documents are canonical, see {@link org.cortexscim.scim.schema.Canonicalizer}.
 *
 * @param type the user's schema under these settings, see {@link WorkspaceSchema}
 */
public record ProvisioningRules(ProvisioningSettings settings, ResourceType type) {

    /**
     * A new user as it shall be stored: active unless the request says otherwise, and with the userName as email
     * address when it brings none.
     *
     * @throws ScimException 403 when provisioning is off, 400 invalidValue when the userName is not an email address
     */
    public ScimObject create(ScimObject requested) {
        settings.requireProvisioning("create users");
        requireUserName(requested);
        ScimObject user = requested.copy();
        if (!user.has("active")) {
            user.put("active", true);
        }
        if (settings.userNameIsEmail() && !user.has("emails")) {
            user.put("emails", EmailAddress.only(user.text("userName").orElseThrow()));
        }
        return user;
    }

    /**
     * The document of a PUT with the roles that the user has, when the request is silent about them: many clients never
     * send any. {@code []} and null take them away.
     *
     * @param sent what the request said
     * @param requested the same, canonical: without what is empty
     */
    public ScimObject keepUnsentRoles(ScimObject before, ScimObject sent, ScimObject requested) {
        boolean keeps = settings.roleProvisioning() && !sent.has("roles") && before.has("roles");
        return keeps ? requested.copy().with("roles", before.get("roles")) : requested;
    }

    /**
     * What a PUT or a PATCH makes of a user.
     *
     * @param before the user as it is
     * @param requested the user as the request wants it
     * @throws ScimException 400 mutability for a changed email or a reactivation by PATCH, 403 when a switch is off
     */
    public Revision update(ScimObject before, ScimObject requested, UpdateMethod method) {
        ScimObject wanted = requested.copy();
        if (!wanted.has("active")) {
            wanted.put("active", CoreUser.isActive(before));
        }
        // A PUT that is silent about the emails does not ask to remove the address; a PATCH that removes them does.
        if (method == UpdateMethod.PUT && !wanted.has("emails") && !settings.emailChange() && before.has("emails")) {
            wanted.put("emails", before.get("emails"));
        }
        requireSameEmail(before, wanted);
        // A user whose name is older than the format can still be deactivated.
        if (!CoreUser.userNameKey(before).equals(CoreUser.userNameKey(wanted))) {
            requireUserName(wanted);
        }
        requireActivation(before, wanted, method);
        return revision(before, wanted, method);
    }

    private Revision revision(ScimObject before, ScimObject wanted, UpdateMethod method) {
        ScimObject after = AttributeRule.merge(type, settings.allAttributesUpdatable(), before, wanted);
        if (settings.allAttributesUpdatable()) {
            ImmutableRule.apply(type, method, before, wanted, after);
        }
        if (settings.allAttributesUpdatable() && wanted.has("emails")) {
            // The primary address is the one it was; what else the list says may change with everything else.
            after.put("emails", wanted.get("emails"));
        }
        if (!settings.allAttributesUpdatable()) {
            NameRule.follow(before, wanted, after);
        }
        // What follows the names differs from the wanted document too, but nobody wanted to change it.
        Set<String> changing = Difference.between(before, wanted).stream()
                .map(Difference::path)
                .collect(Collectors.toSet());
        List<String> ignored = Difference.between(wanted, after).stream()
                .map(Difference::path)
                .filter(changing::contains)
                .filter(path -> !isSameUserName(path, before, wanted))
                .toList();
        return new Revision(after, ignored);
    }

    /** Refuses a deletion while deprovisioning is off. */
    public void delete() {
        settings.requireDeprovisioning("delete users");
    }

    /** Whether creating a user who is there and inactive reactivates that user. */
    public boolean restoresOnCreate() {
        return settings.restoreOnCreate();
    }

    private void requireActivation(ScimObject before, ScimObject wanted, UpdateMethod method) {
        if (CoreUser.isActive(before) && !CoreUser.isActive(wanted)) {
            settings.requireDeprovisioning("deactivate users");
        }
        if (!CoreUser.isActive(before) && CoreUser.isActive(wanted)) {
            settings.requireProvisioning("reactivate users");
            if (method == UpdateMethod.PATCH && !settings.reactivationByPatch()) {
                throw ScimException.mutability(
                                "A deactivated user can only be reactivated by a PUT with \"active\": true,"
                                        + " not by a PATCH.")
                        .because(Reason.REACTIVATION_BY_PATCH);
            }
        }
    }

    private void requireSameEmail(ScimObject before, ScimObject wanted) {
        if (settings.emailChange()) {
            return;
        }
        if (!CoreUser.userNameKey(before).equals(CoreUser.userNameKey(wanted))) {
            throw ScimException.mutability("A user's email cannot be changed: 'userName' must stay as it is.")
                    .because(Reason.EMAIL_FIXED);
        }
        Optional<String> address = addressKey(before);
        if (address.isPresent() && !address.equals(addressKey(wanted))) {
            throw ScimException.mutability(
                            "A user's email cannot be changed: the primary value of 'emails' must stay as it is.")
                    .because(Reason.EMAIL_FIXED);
        }
    }

    private void requireUserName(ScimObject user) {
        String userName = user.text("userName").orElse("");
        if (settings.userNameIsEmail() && !EmailAddress.isValid(userName)) {
            throw ScimException.invalidValue(
                            "'userName' must be an email address. In Okta, set the application username"
                                    + " format to Email (Sign On > Credentials Details).")
                    .because(Reason.USER_NAME_FORMAT);
        }
        StringPreparation.unfitForUserName(userName).ifPresent(character -> {
            throw ScimException.invalidValue(
                    "'userName' contains the character U+%04X, which cannot be seen; remove it.".formatted(character));
        });
    }

    /** The same address in another case is the same address, so there was nothing to ignore. */
    private static boolean isSameUserName(String path, ScimObject before, ScimObject wanted) {
        return path.equals("userName") && CoreUser.userNameKey(before).equals(CoreUser.userNameKey(wanted));
    }

    private static Optional<String> addressKey(ScimObject user) {
        return CoreUser.primaryEmail(user).map(SearchKey::folded);
    }
}
