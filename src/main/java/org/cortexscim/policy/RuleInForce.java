package org.cortexscim.policy;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cortexscim.scim.Conformance;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.Setting;

/**
 * A rule of the workspace, as the settings make it.
 *
 * @param setting the setting that changes it
 * @param effect what it means for the identity provider, as a sentence
 */
public record RuleInForce(String setting, String effect) {

    /** All rules under these settings. */
    public static List<RuleInForce> of(ProvisioningSettings settings) {
        return Stream.of(ofUsers(settings), ofAttributes(settings), ofRequests(settings))
                .flatMap(List::stream)
                .toList();
    }

    private static List<RuleInForce> ofUsers(ProvisioningSettings settings) {
        return List.of(
                rule(
                        Setting.AUTOMATIC_PROVISIONING,
                        settings.automaticProvisioning(),
                        "Users can be created and reactivated.",
                        "Creating and reactivating users is refused with 403."),
                rule(
                        Setting.AUTOMATIC_DEPROVISIONING,
                        settings.automaticDeprovisioning(),
                        "Users can be deactivated and deleted.",
                        "Deactivating and deleting users is refused with 403."),
                rule(
                        Setting.REACTIVATION_BY_PATCH,
                        settings.reactivationByPatch(),
                        "A user can be reactivated by a PUT or a PATCH.",
                        "A user can be reactivated only by a PUT."),
                rule(
                        Setting.RESTORE_ON_CREATE,
                        settings.restoreOnCreate(),
                        "Creating a user who exists and is inactive reactivates that user.",
                        "Creating a user who exists is refused with 409."),
                seats(settings.seatLimit()));
    }

    private static List<RuleInForce> ofAttributes(ProvisioningSettings settings) {
        return List.of(
                rule(
                        Setting.USER_NAME_FORMAT,
                        settings.userNameIsEmail(),
                        "A userName must be an email address.",
                        "A userName can be any name."),
                rule(
                        Setting.EMAIL_CHANGE,
                        settings.emailChange(),
                        "The userName and the primary email of a user can be changed.",
                        "The userName and the primary email of a user cannot be changed."),
                rule(
                        Setting.ATTRIBUTE_UPDATES,
                        settings.allAttributesUpdatable(),
                        "All attributes of a user can be updated.",
                        "Only the given and the family name of a user can be updated; other attributes stay as first given."),
                rule(
                        Setting.ROLE_PROVISIONING,
                        settings.roleProvisioning(),
                        "The roles of a user give that user roles in the workspace.",
                        "The roles of a user are stored and give no rights."));
    }

    private static List<RuleInForce> ofRequests(ProvisioningSettings settings) {
        return List.of(
                rule(
                        Setting.PAUSED,
                        settings.paused(),
                        "Every change is refused with 429 until the pause is over.",
                        "Provisioning is not paused."),
                new RuleInForce(
                        Setting.PAUSED_UNTIL.key(),
                        settings.pausedUntil()
                                .map(end -> "The pause ends by itself at %s.".formatted(end))
                                .orElse("No pause ends by itself.")),
                new RuleInForce(
                        Setting.PAUSE_REASON.key(),
                        settings.pauseReason()
                                .map(reason -> "Provisioning is paused for this reason: %s".formatted(reason))
                                .orElse("No reason is given for a pause.")),
                rule(
                        Setting.GROUP_PATCH_BODY,
                        settings.groupPatchBody(),
                        "A PATCH of a group's members is answered with the group.",
                        "A PATCH of a group's members is answered with 204."),
                rule(
                        Setting.STRICT,
                        settings.conformance() == Conformance.STRICT,
                        "Every rule of the SCIM interoperability profile is enforced.",
                        "Requests that deviate from the RFCs as identity providers do are read as they are meant."));
    }

    private static RuleInForce rule(Setting setting, boolean holds, String effect, String otherwise) {
        return new RuleInForce(setting.key(), holds ? effect : otherwise);
    }

    private static RuleInForce seats(OptionalInt limit) {
        return new RuleInForce(
                Setting.SEAT_LIMIT.key(),
                limit.isEmpty()
                        ? "The number of active users is not limited."
                        : "At most %d users can be active.".formatted(limit.getAsInt()));
    }
}
