package org.cortexscim.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cortexscim.schemas.ExtensionSchemas;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;

/**
 * The workspace's rules, asked before every write: what the identity provider may do at all (the two switches), and
 * what it may change. A document here is canonical: see {@link org.cortexscim.scim.schema.Canonicalizer}.
 */
@ApplicationScoped
public class ProvisioningPolicy {
    @Inject
    private WorkspaceSettings settings;

    @Inject
    private ExtensionSchemas extensions;

    private volatile InForce inForce = new InForce(ProvisioningSettings.defaults(), List.of());

    /** The user's schema with the workspace's extensions, each attribute with the mutability that is in force. */
    public ResourceType userType() {
        return userType(settings.current());
    }

    private ResourceType userType(ProvisioningSettings rules) {
        List<Schema> added = extensions.current();
        InForce known = inForce;
        if (!known.rules().equals(rules) || !known.added().equals(added)) {
            known = new InForce(rules, added);
            inForce = known;
        }
        return known.type();
    }

    /** A user's schema, kept for as long as what it is made of stays. */
    private record InForce(ProvisioningSettings rules, List<Schema> added, ResourceType type) {
        InForce(ProvisioningSettings rules, List<Schema> added) {
            this(rules, added, WorkspaceSchema.user(rules, added));
        }
    }

    /**
     * Refuses everything while both switches are off.
     *
     * @throws ScimException 403
     */
    public void requireEnabled() {
        if (!settings.current().scimEnabled()) {
            throw ScimException.forbidden("SCIM is off in this workspace: the settings 'automatic provisioning' and"
                    + " 'automatic deprovisioning' are both off. An admin turns them on with PUT /api/v1/scim/settings;"
                    + " then test the credentials again.");
        }
    }

    /**
     * A new user as it shall be stored: active unless the request says otherwise, and with the userName as email
     * address when it brings none.
     *
     * @throws ScimException 403 when provisioning is off, 400 invalidValue when the userName is no email address
     */
    public ScimObject create(ScimObject requested) {
        ProvisioningSettings rules = settings.current();
        requireProvisioning(rules, "create users");
        requireUserName(rules, requested);
        ScimObject user = requested.copy();
        if (!user.has("active")) {
            user.put("active", true);
        }
        if (rules.userNameIsEmail() && !user.has("emails")) {
            user.put("emails", PrimaryEmail.only(user.text("userName").orElseThrow()));
        }
        return user;
    }

    /**
     * Refuses what belongs to role provisioning while that is off.
     *
     * @throws ScimException 404
     */
    public void requireRoleProvisioning() {
        if (!settings.current().roleProvisioning()) {
            throw ScimException.notFound("Role provisioning is off in this workspace: an admin turns on the setting"
                    + " 'roleProvisioning' with PUT /api/v1/scim/settings.");
        }
    }

    /**
     * The document of a PUT with the roles that the user has, when the request is silent about them: many clients never
     * send any. {@code []} and null take them away.
     *
     * @param sent what the request said
     * @param requested the same, canonical: without what is empty
     */
    public ScimObject keepUnsentRoles(ScimObject before, ScimObject sent, ScimObject requested) {
        boolean keeps = settings.current().roleProvisioning() && !sent.has("roles") && before.has("roles");
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
        ProvisioningSettings rules = settings.current();
        ScimObject wanted = requested.copy();
        if (!wanted.has("active")) {
            wanted.put("active", isActive(before));
        }
        // A PUT that is silent about the emails does not ask to remove the address; a PATCH that removes them does.
        if (method == UpdateMethod.PUT && !wanted.has("emails") && !rules.emailChange() && before.has("emails")) {
            wanted.put("emails", before.get("emails"));
        }
        requireSameEmail(rules, before, wanted);
        // A name from before the format was set is no reason to keep somebody's access alive.
        if (!userName(before).equals(userName(wanted))) {
            requireUserName(rules, wanted);
        }
        requireActivation(rules, before, wanted, method);
        return revision(rules, before, wanted, method);
    }

    private Revision revision(ProvisioningSettings rules, ScimObject before, ScimObject wanted, UpdateMethod method) {
        ResourceType type = userType(rules);
        ScimObject after = AttributeRule.merge(type, rules.allAttributesUpdatable(), before, wanted);
        if (rules.allAttributesUpdatable()) {
            ImmutableRule.apply(type, method, before, wanted, after);
        }
        if (rules.allAttributesUpdatable() && wanted.has("emails")) {
            // The primary address is the one it was; what else the list says may change with everything else.
            after.put("emails", wanted.get("emails"));
        }
        if (!rules.allAttributesUpdatable()) {
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
        requireDeprovisioning(settings.current(), "delete users");
    }

    /** Whether creating a user who is there and inactive reactivates that user. */
    public boolean restoresOnCreate() {
        return settings.current().restoreOnCreate();
    }

    /** Whether a document is that of an active user. */
    public static boolean isActive(ScimObject user) {
        return user.flag("active").orElse(true);
    }

    private static void requireActivation(
            ProvisioningSettings rules, ScimObject before, ScimObject wanted, UpdateMethod method) {
        if (isActive(before) && !isActive(wanted)) {
            requireDeprovisioning(rules, "deactivate users");
        }
        if (!isActive(before) && isActive(wanted)) {
            requireProvisioning(rules, "reactivate users");
            if (method == UpdateMethod.PATCH && !rules.reactivationByPatch()) {
                throw ScimException.mutability(
                        "A deactivated user can only be reactivated by a PUT with \"active\": true,"
                                + " not by a PATCH.");
            }
        }
    }

    private static void requireSameEmail(ProvisioningSettings rules, ScimObject before, ScimObject wanted) {
        if (rules.emailChange()) {
            return;
        }
        if (!userName(before).equals(userName(wanted))) {
            throw ScimException.mutability("A user's email cannot be changed: 'userName' must stay as it is.");
        }
        Optional<String> address = PrimaryEmail.of(before);
        if (address.isPresent() && !address.equals(PrimaryEmail.of(wanted))) {
            throw ScimException.mutability(
                    "A user's email cannot be changed: the primary value of 'emails' must stay as it is.");
        }
    }

    private static void requireUserName(ProvisioningSettings rules, ScimObject user) {
        String userName = user.text("userName").orElse("");
        if (rules.userNameIsEmail() && !PrimaryEmail.isAddress(userName)) {
            throw ScimException.invalidValue(
                    "'userName' must be an email address. In Okta, set the application username"
                            + " format to Email (Sign On > Credentials Details).");
        }
    }

    private static void requireProvisioning(ProvisioningSettings rules, String what) {
        if (!rules.automaticProvisioning()) {
            throw ScimException.forbidden(
                    "The identity provider may not %s: the setting 'automatic provisioning' is off.".formatted(what));
        }
    }

    private static void requireDeprovisioning(ProvisioningSettings rules, String what) {
        if (!rules.automaticDeprovisioning()) {
            throw ScimException.forbidden(
                    "The identity provider may not %s: the setting 'automatic deprovisioning' is off.".formatted(what));
        }
    }

    /** The same address in another case is the same address, so there was nothing to ignore. */
    private static boolean isSameUserName(String path, ScimObject before, ScimObject wanted) {
        return path.equals("userName") && userName(before).equals(userName(wanted));
    }

    private static String userName(ScimObject user) {
        return SearchKey.folded(user.text("userName").orElse(""));
    }
}
