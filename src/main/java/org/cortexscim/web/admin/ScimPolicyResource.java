package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cortexscim.access.Requires;
import org.cortexscim.policy.RuleInForce;
import org.cortexscim.roles.Permission;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What the identity provider may do in the workspace, in words. */
@Path("/scim/policy")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class ScimPolicyResource {
    @Inject
    private WorkspaceSettings settings;

    @Schema(name = "Policy")
    record Policy(
            @Schema(
                    description =
                            "Whether a client of the SCIM interoperability profile gets what the profile promises.")
            boolean interopProfileConformant,

            List<Rule> rules) {}

    @Schema(name = "Rule")
    record Rule(
            @Schema(description = "The setting that changes the rule.", examples = "emailChange")
            String setting,

            @Schema(examples = "The userName and the primary email of a user cannot be changed.")
            String effect) {}

    @Operation(
            summary = "Read the rules in force",
            description = "What the identity provider may do in the workspace under the settings as they are now.")
    @APIResponse(responseCode = "200", description = "The rules.")
    @GET
    public Policy get() {
        ProvisioningSettings current = settings.current();
        return new Policy(
                current.conformsToInteropProfile(),
                RuleInForce.of(current).stream()
                        .map(rule -> new Rule(rule.setting(), rule.effect()))
                        .toList());
    }
}
