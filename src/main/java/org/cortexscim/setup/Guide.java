package org.cortexscim.setup;

import java.util.Map;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.settings.ProvisioningSettings;

/** The identity providers that there is a guide for, with the rules that each needs beyond the default (docs/clients.md). */
public enum Guide {
    OKTA_CATALOG("Okta, app from the catalog", Map.of("reactivationByPatch", true)),
    OKTA_CUSTOM("Okta, custom app", Map.of()),
    ENTRA("Microsoft Entra ID", Map.of("emailChange", true, "attributeUpdates", "all", "reactivationByPatch", true)),
    ANY("Any SCIM client", Map.of());

    private static final Map<String, Object> SWITCHES =
            Map.of("automaticProvisioning", true, "automaticDeprovisioning", true);

    private final String label;
    /** An immutable map. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<String, Object> rules;

    Guide(String label, Map<String, Object> rules) {
        this.label = label;
        this.rules = rules;
    }

    public String label() {
        return label;
    }

    /** The settings to change: both switches on, and the rules wide enough. A rule that is wider for another provider stays. */
    public ScimObject missing(ProvisioningSettings settings) {
        ScimObject now = settings.document();
        ScimObject missing = new ScimObject();
        // In the order of the settings.
        now.forEach((key, value) -> {
            Object needed = SWITCHES.getOrDefault(key, rules.get(key));
            if (needed != null && !needed.equals(value)) {
                missing.put(key, needed);
            }
        });
        return missing;
    }
}
