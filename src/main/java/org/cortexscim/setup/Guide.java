package org.cortexscim.setup;

import org.cortexscim.scim.ScimObject;

/** The identity providers that there is a guide for, with the settings that each needs (docs/clients.md). */
public enum Guide {
    OKTA_CATALOG("Okta, app from the catalog", false, "names", true),
    OKTA_CUSTOM("Okta, custom app", false, "names", false),
    ENTRA("Microsoft Entra ID", true, "all", true),
    ANY("Any SCIM client", false, "names", false);

    private final String label;
    private final boolean emailChange;
    private final String attributeUpdates;
    private final boolean reactivationByPatch;

    Guide(String label, boolean emailChange, String attributeUpdates, boolean reactivationByPatch) {
        this.label = label;
        this.emailChange = emailChange;
        this.attributeUpdates = attributeUpdates;
        this.reactivationByPatch = reactivationByPatch;
    }

    public String label() {
        return label;
    }

    /** The settings to change: both switches on, and the most restrictive rules with which the provider works. */
    public ScimObject settings() {
        return ScimObject.of("automaticProvisioning", true)
                .with("automaticDeprovisioning", true)
                .with("emailChange", emailChange)
                .with("attributeUpdates", attributeUpdates)
                .with("reactivationByPatch", reactivationByPatch);
    }
}
