package org.cortexscim.web.admin;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import org.cortexscim.audit.AuditCriterion;
import org.cortexscim.audit.AuditFilter;
import org.cortexscim.scim.ScimException;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The parameters that select audit entries, as the Cortex REST API has them. Several values of one come with commas
 * between them or as several parameters; a comma inside a value is written {@code \,}.
 */
public class AuditQuery {
    private static final List<String> NAMES = List.of(
            "startTime",
            "endTime",
            "actions",
            "objectIdentifiers",
            "objectTypes",
            "actorTypes",
            "actorApiKeyIdentifiers",
            "actorEmails",
            "actorIpAddresses",
            "actorRequestTypes");

    @Context
    private UriInfo uri;

    @QueryParam("startTime")
    @DefaultValue("")
    @Parameter(
            description = "The start, inclusive: a date, or a date and time; in UTC if it has no offset.",
            example = "2026-11-24T08:00:00Z")
    private String startTime = "";

    @QueryParam("endTime")
    @DefaultValue("")
    @Parameter(
            description = "The end, exclusive: a date, or a date and time; in UTC if it has no offset.",
            example = "2026-11-25")
    private String endTime = "";

    @QueryParam("actions")
    @Parameter(description = "The action: CREATE, READ, UPDATE, DELETE.", explode = Explode.FALSE)
    private List<String> actions = List.of();

    @QueryParam("objectIdentifiers")
    @Parameter(
            description = "The objects that were changed: userNames, names of groups; case-insensitive.",
            explode = Explode.FALSE,
            example = "ada@example.com")
    private List<String> objectIdentifiers = List.of();

    @QueryParam("objectTypes")
    @Parameter(description = "Kinds of objects, such as USER.", explode = Explode.FALSE, example = "USER,GROUP")
    private List<String> objectTypes = List.of();

    @QueryParam("actorTypes")
    @Parameter(
            description = "How the caller was authenticated: API_KEY, PERSONAL_API_KEY, OAUTH2, BACKSTAGE, ANONYMOUS.",
            explode = Explode.FALSE)
    private List<String> actorTypes = List.of();

    @QueryParam("actorApiKeyIdentifiers")
    @Parameter(description = "The public ids of API keys.", explode = Explode.FALSE, example = "akbootstrap")
    private List<String> actorApiKeyIdentifiers = List.of();

    @QueryParam("actorEmails")
    @Parameter(description = "The people who called; case-insensitive.", explode = Explode.FALSE)
    private List<String> actorEmails = List.of();

    @QueryParam("actorIpAddresses")
    @Parameter(description = "The addresses of callers, as the entries have them.", explode = Explode.FALSE)
    private List<String> actorIpAddresses = List.of();

    @QueryParam("actorRequestTypes")
    @Parameter(
            description =
                    "API_KEY_ENTITY, ATLASSIAN_WEBHOOK, SCORECARD_BADGES, SLACK_COMMAND: requests that only Cortex has; no entry matches.",
            explode = Explode.FALSE)
    private List<String> actorRequestTypes = List.of();

    /**
     * The filter that the parameters describe.
     *
     * @param more the other parameters that the request may have
     * @throws ScimException invalidValue for a value that one of them cannot have, and for an unknown parameter
     */
    AuditFilter filter(String... more) {
        KnownParameters.requireOnly(uri, NAMES, more);
        return AuditFilter.between(TimeParameter.read("startTime", startTime), TimeParameter.read("endTime", endTime))
                .with(AuditCriterion.ACTIONS, values(actions))
                .with(AuditCriterion.OBJECT_IDENTIFIERS, values(objectIdentifiers))
                .with(AuditCriterion.OBJECT_TYPES, values(objectTypes))
                .with(AuditCriterion.ACTOR_TYPES, values(actorTypes))
                .with(AuditCriterion.ACTOR_API_KEY_IDENTIFIERS, values(actorApiKeyIdentifiers))
                .with(AuditCriterion.ACTOR_EMAILS, values(actorEmails))
                .with(AuditCriterion.ACTOR_IP_ADDRESSES, values(actorIpAddresses))
                .with(AuditCriterion.ACTOR_REQUEST_TYPES, values(actorRequestTypes));
    }

    private static List<String> values(List<String> parameters) {
        return parameters.stream()
                .flatMap(parameter -> Arrays.stream(parameter.split("(?<!\\\\),")))
                .map(value -> value.replace("\\,", ",").trim())
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
