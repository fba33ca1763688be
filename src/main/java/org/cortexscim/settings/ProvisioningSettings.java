package org.cortexscim.settings;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/** All settings at one moment; one that nobody has changed has its default. */
public final class ProvisioningSettings {
    /** What each setting may be, and what it does. */
    public static final List<Attribute> ATTRIBUTES =
            Arrays.stream(Setting.values()).map(Setting::attribute).toList();

    private final Map<Setting, String> values = new EnumMap<>(Setting.class);

    /** The settings with these stored values. */
    ProvisioningSettings(Map<Setting, String> stored) {
        for (Setting setting : Setting.values()) {
            setting.initial().ifPresent(value -> values.put(setting, value));
        }
        values.putAll(stored);
    }

    /** The settings of a new workspace. */
    public static ProvisioningSettings defaults() {
        return new ProvisioningSettings(Map.of());
    }

    /** These settings with one changed; for example {@code with(EMAIL_CHANGE, true)}. */
    public ProvisioningSettings with(Setting setting, Object value) {
        Map<Setting, String> changed = new EnumMap<>(Setting.class);
        changed.putAll(values);
        setting.checked(value).ifPresentOrElse(text -> changed.put(setting, text), () -> changed.remove(setting));
        return new ProvisioningSettings(changed);
    }

    public boolean automaticProvisioning() {
        return flag(Setting.AUTOMATIC_PROVISIONING);
    }

    public boolean automaticDeprovisioning() {
        return flag(Setting.AUTOMATIC_DEPROVISIONING);
    }

    /** Tells whether the identity provider may do anything at all. */
    public boolean scimEnabled() {
        return automaticProvisioning() || automaticDeprovisioning();
    }

    /**
     * Refuses every request of the identity provider while both switches are off.
     *
     * @throws ScimException 403
     */
    public void requireScim() {
        if (!scimEnabled()) {
            throw ScimException.forbidden("SCIM is off in this workspace: the settings 'automatic provisioning' and"
                            + " 'automatic deprovisioning' are both off. An admin turns them on with PUT /api/v1/scim/settings;"
                            + " then test the credentials again.")
                    .because(Reason.SCIM_OFF);
        }
    }

    /**
     * Refuses what needs automatic provisioning while that is off.
     *
     * @param what what was asked for, such as "create users"
     * @throws ScimException 403
     */
    public void requireProvisioning(String what) {
        require(automaticProvisioning(), what, "automatic provisioning", Reason.PROVISIONING_OFF);
    }

    /**
     * Refuses what needs automatic deprovisioning while that is off.
     *
     * @param what what was asked for, such as "delete users"
     * @throws ScimException 403
     */
    public void requireDeprovisioning(String what) {
        require(automaticDeprovisioning(), what, "automatic deprovisioning", Reason.DEPROVISIONING_OFF);
    }

    /**
     * Refuses what belongs to role provisioning while that is off.
     *
     * @throws ScimException 404
     */
    public void requireRoleProvisioning() {
        if (!roleProvisioning()) {
            throw ScimException.notFound("Role provisioning is off in this workspace: an admin turns on the setting"
                            + " 'roleProvisioning' with PUT /api/v1/scim/settings.")
                    .because(Reason.ROLE_PROVISIONING_OFF);
        }
    }

    public boolean userNameIsEmail() {
        return "email".equals(values.get(Setting.USER_NAME_FORMAT));
    }

    public boolean emailChange() {
        return flag(Setting.EMAIL_CHANGE);
    }

    /** Tells whether every attribute can be updated; otherwise only given and family name. */
    public boolean allAttributesUpdatable() {
        return "all".equals(values.get(Setting.ATTRIBUTE_UPDATES));
    }

    public boolean reactivationByPatch() {
        return flag(Setting.REACTIVATION_BY_PATCH);
    }

    public boolean restoreOnCreate() {
        return flag(Setting.RESTORE_ON_CREATE);
    }

    /** Tells whether the response to a PATCH of a group's members is the group. */
    public boolean groupPatchBody() {
        return flag(Setting.GROUP_PATCH_BODY);
    }

    /** Tells whether a user's {@code roles} give that user roles in the workspace. */
    public boolean roleProvisioning() {
        return flag(Setting.ROLE_PROVISIONING);
    }

    /** The conformance that clients must keep to. */
    public Conformance conformance() {
        return flag(Setting.STRICT) ? Conformance.STRICT : Conformance.TOLERANT;
    }

    /**
     * Tells whether a client that keeps to the SCIM interoperability profile (draft-zollner-scim-interop-profile-02) gets what the
     * profile promises: strict mode refuses what it forbids, and no rule of the workspace refuses or ignores what it allows.
     */
    public boolean conformsToInteropProfile() {
        return conformance() == Conformance.STRICT
                && automaticProvisioning()
                && automaticDeprovisioning()
                && !userNameIsEmail()
                && emailChange()
                && allAttributesUpdatable()
                && reactivationByPatch()
                && !restoreOnCreate();
    }

    /** Tells whether the identity provider may change nothing for now, and is to try again later. */
    public boolean paused() {
        return flag(Setting.PAUSED);
    }

    /** When the pause ends by itself; empty for never. */
    public Optional<Instant> pausedUntil() {
        return value(Setting.PAUSED_UNTIL).map(Instant::parse);
    }

    /** Why provisioning is paused; empty for no reason. */
    public Optional<String> pauseReason() {
        return value(Setting.PAUSE_REASON);
    }

    /** Tells whether there is a pause that should have ended by then. */
    boolean pauseIsOver(Instant now) {
        return paused() && pausedUntil().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** These settings without a pause. */
    ProvisioningSettings resumed() {
        return with(Setting.PAUSED, false).without(Setting.PAUSED_UNTIL).without(Setting.PAUSE_REASON);
    }

    private ProvisioningSettings without(Setting setting) {
        Map<Setting, String> fewer = new EnumMap<>(values);
        fewer.remove(setting);
        return new ProvisioningSettings(fewer);
    }

    /** The maximum number of active users; empty for no limit. */
    public OptionalInt seatLimit() {
        return number(Setting.SEAT_LIMIT);
    }

    /** After how many days an entry of the audit log is deleted; empty for never. */
    public OptionalInt auditRetentionDays() {
        return number(Setting.AUDIT_RETENTION_DAYS);
    }

    /** The value as text; empty when the setting has none. */
    Optional<String> value(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    /** Every setting under its name on the wire, with its JSON value. */
    public ScimObject document() {
        ScimObject document = new ScimObject();
        for (Setting setting : Setting.values()) {
            document.put(setting.key(), json(setting, value(setting)));
        }
        return document;
    }

    /** The JSON value of a stored text; null for none. */
    static @Nullable Object json(Setting setting, Optional<String> stored) {
        return stored.map(setting::json).orElse(null);
    }

    private OptionalInt number(Setting setting) {
        return value(setting).stream().mapToInt(Integer::parseInt).findFirst();
    }

    private static void require(boolean on, String what, String setting, Reason reason) {
        if (!on) {
            throw ScimException.forbidden(("The identity provider may not %s: the setting '%s' is off."
                                    + " An admin turns it on with PUT /api/v1/scim/settings.")
                            .formatted(what, setting))
                    .because(reason);
        }
    }

    private boolean flag(Setting setting) {
        return "true".equals(values.get(setting));
    }
}
