package org.cortexscim.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cortexscim.policy.UpdateMethod.PATCH;
import static org.cortexscim.policy.UpdateMethod.PUT;
import static org.cortexscim.testing.Documents.document;
import static org.cortexscim.testing.Documents.text;
import static org.cortexscim.testing.Refusals.thenRefused;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Schema;
import org.cortexscim.scim.schema.SchemaReader;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The workspace's rules as a table: a user, what is asked for, and what becomes of it. */
class ProvisioningRulesTest {
    private static final ProvisioningSettings ON = ProvisioningSettings.defaults()
            .with(Setting.AUTOMATIC_PROVISIONING, true)
            .with(Setting.AUTOMATIC_DEPROVISIONING, true);

    private static final String ADA = """
            {"userName": "ada@example.com", "externalId": "00u1", "active": true, "title": "Countess", "locale": "en-US",
             "name": {"givenName": "Ada", "familyName": "Byron", "formatted": "Ada Byron"}, "displayName": "Ada Byron",
             "emails": [{"value": "ada@example.com", "type": "work", "primary": true},
                        {"value": "ada@home.example", "type": "home"}]}""";

    private static final Schema BADGE = SchemaReader.read(document("""
            {"id": "urn:acme:badge:1.0:User", "name": "Badge", "attributes": [
              {"name": "number", "type": "string", "mutability": "immutable"}, {"name": "place", "type": "string"}]}"""));

    private final ProvisioningRules rules = rules(ON);

    @Test
    void createsActiveUsers_withTheUserNameAsAddress() {
        ScimObject created = rules.create(document("{\"userName\": \"ada@example.com\"}"));

        assertThat(text(created)).isEqualTo("""
                {"userName":"ada@example.com","active":true,\
                "emails":[{"value":"ada@example.com","type":"work","primary":true}]}""");
    }

    @Test
    void createsUsersAsSent_whenTheyAreComplete() {
        ScimObject sent = document(ADA).with("active", false);

        assertThat(rules.create(sent)).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "ada@",
                "@example.com",
                "ada@example",
                "ada@@example.com",
                "a b@example.com",
                "ada@example..com",
                "ada@-example.com",
                "ada@example.com ",
                "\"ada\"@example.com"
            })
    void refusesUserNamesThatAreNoAddress_unlessAnyNameMayBeUsed(String userName) {
        ScimObject sent = new ScimObject().with("userName", userName);

        thenRefused(() -> rules.create(sent)).with(400, "invalidValue").saying("'userName' must be an email address");
        ScimObject created = rules(ON.with(Setting.USER_NAME_FORMAT, "any")).create(sent);
        assertThat(created.text("userName")).contains(userName);
        assertThat(created.has("emails")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "A.B+c@sub.example.co.uk",
                "o'hara@example.com",
                "jörg@bücher.example",
                "1@2.io"
            })
    void acceptsAddresses(String userName) {
        assertThat(rules.create(new ScimObject().with("userName", userName)).text("userName"))
                .contains(userName);
    }

    /** What each switch governs; "yes" is allowed, "no" is 403. */
    @ParameterizedTest
    @CsvSource({
        // provisioning, deprovisioning | create, reactivate, deactivate, delete, rename
        "true,  true,  yes, yes, yes, yes, yes",
        "true,  false, yes, yes, no,  no,  yes",
        "false, true,  no,  no,  yes, yes, yes"
    })
    void switchesDecideWhatMayBeDone(
            boolean provisioning,
            boolean deprovisioning,
            String create,
            String reactivate,
            String deactivate,
            String delete,
            String rename) {
        ProvisioningRules some = rules(ProvisioningSettings.defaults()
                .with(Setting.AUTOMATIC_PROVISIONING, provisioning)
                .with(Setting.AUTOMATIC_DEPROVISIONING, deprovisioning));
        ScimObject ada = document(ADA);
        ScimObject inactive = document(ADA).with("active", false);
        ScimObject renamed = withName(document(ADA), "familyName", "King");

        thenAllowed(create, () -> some.create(ada));
        thenAllowed(reactivate, () -> some.update(inactive, ada, PUT));
        thenAllowed(deactivate, () -> some.update(ada, inactive, PUT));
        thenAllowed(deactivate, () -> some.update(ada, inactive, PATCH));
        thenAllowed(delete, some::delete);
        thenAllowed(rename, () -> some.update(ada, renamed, PUT));
    }

    @Test
    void bothSwitchesOff_refuseEverything() {
        thenForbidden(() -> ProvisioningSettings.defaults().requireScim(), "SCIM is off in this workspace");
        ON.requireScim();
    }

    @Test
    void reactivatesByPutOnly_unlessTheWorkspaceAllowsPatch() {
        ScimObject inactive = document(ADA).with("active", false);

        thenRefused(() -> rules.update(inactive, document(ADA), PATCH))
                .with(400, "mutability")
                .saying("PUT");
        assertThat(rules.update(inactive, document(ADA), PUT).document().flag("active"))
                .contains(true);
        assertThat(rules(ON.with(Setting.REACTIVATION_BY_PATCH, true))
                        .update(inactive, document(ADA), PATCH)
                        .document()
                        .flag("active"))
                .contains(true);
    }

    @ParameterizedTest
    @EnumSource(UpdateMethod.class)
    void keepsTheState_whenTheRequestIsSilentAboutIt(UpdateMethod method) {
        ScimObject inactive = document(ADA).with("active", false);
        ScimObject silent = document(ADA);
        silent.remove("active");

        assertThat(rules.update(inactive, silent, method).document().flag("active"))
                .contains(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"userName\": \"eve@example.com\"} | userName",
                "{\"emails\": [{\"value\": \"eve@example.com\", \"primary\": true}]} | primary value",
                // Another address becomes the primary one.
                "{\"emails\": [{\"value\": \"ada@example.com\"}, {\"value\": \"b@example.com\", \"primary\": true}]} | primary",
                "{\"emails\": [{\"value\": \"b@example.com\"}, {\"value\": \"ada@example.com\"}]} | primary value"
            })
    void keepsTheEmail_unlessTheWorkspaceLetsItChange(String change, String reason) {
        ScimObject wanted = changed(document(ADA), change);

        for (UpdateMethod method : UpdateMethod.values()) {
            thenRefused(() -> rules.update(document(ADA), wanted, method))
                    .with(400, "mutability")
                    .saying(reason);
            Revision free = rules(ON.with(Setting.EMAIL_CHANGE, true)).update(document(ADA), wanted, method);
            assertThat(free.document()).isEqualTo(wanted);
            assertThat(free.ignored()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(UpdateMethod.class)
    void takesTheSameEmailInAnotherCaseForTheSame(UpdateMethod method) {
        ScimObject wanted = changed(document(ADA), "{\"userName\": \"ADA@example.com\"}");

        Revision revision = rules.update(document(ADA), wanted, method);

        assertThat(revision.document().text("userName")).contains("ada@example.com");
        assertThat(revision.ignored()).isEmpty();
    }

    @Test
    void aPutWithoutEmails_keepsThem_andAPatchThatRemovesThemIsRefused() {
        ScimObject silent = document(ADA);
        silent.remove("emails");

        assertThat(rules.update(document(ADA), silent, PUT).document()).isEqualTo(document(ADA));
        thenRefused(() -> rules.update(document(ADA), silent, PATCH))
                .with(400, "mutability")
                .saying("emails");
    }

    /** Only given and family name change; the rest is ignored, and named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\": \"Dr\"}                    | title",
                "{\"externalId\": \"00u2\"}             | externalId",
                "{\"locale\": \"de\", \"title\": \"Dr\"} | locale,title",
                "{\"displayName\": \"Lady A\"}          | displayName",
                "{\"nickName\": \"A\"}                  | nickName"
            })
    void ignoresEverythingButTheNames(String change, String ignored) {
        for (UpdateMethod method : UpdateMethod.values()) {
            Revision revision = rules.update(document(ADA), changed(document(ADA), change), method);

            assertThat(revision.document()).isEqualTo(document(ADA));
            assertThat(revision.ignored()).containsExactlyInAnyOrder(ignored.split(","));
        }
    }

    @Test
    void updatesEveryAttribute_whereTheWorkspaceLetsThem() {
        ProvisioningRules wide = rules(ON.with(Setting.ATTRIBUTE_UPDATES, "all"));
        ScimObject wanted = changed(
                document(ADA),
                "{\"title\": \"Dr\", \"externalId\": \"00u2\", \"nickName\": \"A\", \"displayName\": \"Lady\"}");

        Revision revision = wide.update(document(ADA), wanted, PUT);

        assertThat(revision.document()).isEqualTo(wanted);
        assertThat(revision.ignored()).isEmpty();
    }

    @Test
    void theFormattedAndTheDerivedNameFollowTheNames() {
        ScimObject renamed = withName(document(ADA), "familyName", "Lovelace");

        Revision revision = rules.update(document(ADA), renamed, PUT);

        assertThat(revision.document().object("name").flatMap(name -> name.text("formatted")))
                .contains("Ada Lovelace");
        assertThat(revision.document().text("displayName")).contains("Ada Lovelace");
        assertThat(revision.ignored()).isEmpty();
    }

    @Test
    void aDisplayNameOfOnesOwnStays_whenTheNamesChange() {
        ScimObject before = document(ADA).with("displayName", "Enchantress");
        ScimObject renamed = withName(document(ADA).with("displayName", "Enchantress"), "givenName", "Augusta");

        assertThat(rules.update(before, renamed, PUT).document().text("displayName"))
                .contains("Enchantress");
    }

    /** What is known of the name before, what a PUT says, and what is stored: formatted and displayed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A formatted name that comes with new names is the better one.
                "Ada Byron  | Ada Byron  | King | Lady Ada King | Lady Ada King | Ada King",
                // One that stayed as it was follows the names.
                "Ada Byron  | Ada Byron  | King | Ada Byron     | Ada King      | Ada King",
                // So does a displayName that was made of the formatted name.
                "Byron, Ada | Byron, Ada | King | Byron, Ada    | Ada King      | Ada King",
                // Nothing follows names that stay.
                "Ada Byron  | Ada Byron  | Byron | A. Byron     | Ada Byron     | Ada Byron"
            })
    void formattedAndDisplayedNamesFollow(
            String formatted, String shown, String newFamilyName, String sent, String stored, String displayed) {
        ScimObject before = withName(document(ADA).with("displayName", shown), "formatted", formatted);
        ScimObject wanted = withName(withName(before.copy(), "familyName", newFamilyName), "formatted", sent);

        ScimObject after = rules.update(before, wanted, PUT).document();

        assertThat(after.object("name").flatMap(name -> name.text("formatted"))).contains(stored);
        assertThat(after.text("displayName")).contains(displayed);
    }

    @Test
    void aNameThatIsTakenAway_leavesNothingBehind() {
        ScimObject nameless = document(ADA);
        nameless.remove("name");

        ScimObject after = rules.update(document(ADA), nameless, PUT).document();

        assertThat(after.has("name")).isFalse();
        assertThat(after.has("displayName")).isFalse();
    }

    @Test
    void otherAddressesChange_withAllAttributes_whileThePrimaryOneStays() {
        ProvisioningRules wide = rules(ON.with(Setting.ATTRIBUTE_UPDATES, "all"));
        ScimObject wanted = changed(
                document(ADA),
                "{\"emails\": [{\"value\": \"ada@example.com\", \"primary\": true}, {\"value\": \"new@home.example\"}]}");

        Revision revision = wide.update(document(ADA), wanted, PUT);

        assertThat(revision.document()).isEqualTo(wanted);
        assertThat(revision.ignored()).isEmpty();
    }

    @Test
    void aNewUserNameIsAnAddressToo() {
        ProvisioningRules free = rules(ON.with(Setting.EMAIL_CHANGE, true));
        ScimObject wanted = changed(document(ADA), "{\"userName\": \"ada\"}");

        thenRefused(() -> free.update(document(ADA), wanted, PUT)).with(400, "invalidValue");
    }

    /** An attribute that its extension defines as immutable is given once. */
    @ParameterizedTest
    @EnumSource(UpdateMethod.class)
    void immutableAttributesOfExtensions_areGivenOnce(UpdateMethod method) {
        ProvisioningSettings all = ON.with(Setting.ATTRIBUTE_UPDATES, "all");
        ProvisioningRules wide = new ProvisioningRules(all, WorkspaceSchema.user(all, List.of(BADGE)));
        ScimObject without = document(ADA);
        ScimObject first = withBadge("7", "Hall");
        ScimObject moved = withBadge("7", "Tower");

        assertThat(wide.update(without, first, method).document()).isEqualTo(first);
        assertThat(wide.update(first, moved, method).document()).isEqualTo(moved);
        thenRefused(() -> wide.update(first, withBadge("8", "Hall"), method))
                .with(400, "mutability")
                .saying("urn:acme:badge:1.0:User:number");
    }

    @Test
    void aPutMayBeSilentAboutAnImmutableAttribute_aPatchThatRemovesItIsRefused() {
        ProvisioningSettings all = ON.with(Setting.ATTRIBUTE_UPDATES, "all");
        ProvisioningRules wide = new ProvisioningRules(all, WorkspaceSchema.user(all, List.of(BADGE)));
        ScimObject given = withBadge("7", "Hall");

        ScimObject kept = wide.update(given, document(ADA), PUT).document();
        assertThat(kept.object(BADGE.id()).flatMap(badge -> badge.text("number")))
                .contains("7");
        thenRefused(() -> wide.update(given, document(ADA), PATCH)).with(400, "mutability");
    }

    @Test
    void extensionsStayAsTheyWereGiven_whereOnlyNamesChange() {
        ProvisioningRules narrow = new ProvisioningRules(ON, WorkspaceSchema.user(ON, List.of(BADGE)));

        Revision revision = narrow.update(withBadge("7", "Hall"), withBadge("7", "Tower"), PUT);

        assertThat(revision.document()).isEqualTo(withBadge("7", "Hall"));
        assertThat(revision.ignored()).containsExactly("urn:acme:badge:1.0:User:place");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void restoresOnCreate_whenTheSettingSaysSo(boolean on) {
        assertThat(rules(ON.with(Setting.RESTORE_ON_CREATE, on)).restoresOnCreate())
                .isEqualTo(on);
    }

    @Test
    void aNameFromBeforeTheFormatWasSet_keepsNobodyActive() {
        ScimObject before = new ScimObject().with("userName", "ada").with("active", true);

        Revision revision = rules.update(before, before.copy().with("active", false), PUT);

        assertThat(revision.document().flag("active")).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false"})
    void keepsRolesThatAPutIsSilentAbout_underRoleProvisioning(boolean provisioning, boolean kept) {
        ProvisioningRules some = rules(ON.with(Setting.ROLE_PROVISIONING, provisioning));
        ScimObject before = document(ADA).with("roles", List.of(ScimObject.of("value", "MANAGER")));

        assertThat(some.keepUnsentRoles(before, document("{}"), document(ADA)).has("roles"))
                .isEqualTo(kept);
        assertThat(some.keepUnsentRoles(before, document("{\"roles\": []}"), document(ADA))
                        .has("roles"))
                .isFalse();
    }

    private static ProvisioningRules rules(ProvisioningSettings settings) {
        return new ProvisioningRules(settings, WorkspaceSchema.user(settings, List.of()));
    }

    private static ScimObject withBadge(String number, String place) {
        return document(ADA).with(BADGE.id(), ScimObject.of("number", number).with("place", place));
    }

    private static ScimObject changed(ScimObject user, String members) {
        document(members).forEach(user::put);
        return user;
    }

    private static ScimObject withName(ScimObject user, String part, String value) {
        user.object("name").orElseThrow().put(part, value);
        return user;
    }

    private static void thenAllowed(String answer, ThrowingCallable call) {
        if (answer.equals("no")) {
            thenForbidden(call, "is off");
        } else {
            assertThat(catchThrowable(call)).isNull();
        }
    }

    private static void thenForbidden(ThrowingCallable call, String reason) {
        ScimException refusal = catchThrowableOfType(ScimException.class, call);
        assertThat(refusal).isNotNull();
        assertThat(refusal.status()).isEqualTo(403);
        assertThat(refusal.detail()).contains(reason);
    }
}
