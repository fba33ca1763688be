package org.cortexscim.audit;

import java.util.Arrays;
import java.util.List;
import org.cortexscim.scim.ScimException;

/** A criterion for selecting entries: a parameter of the Cortex REST API, its allowed values, and its meaning. */
public enum AuditCriterion {
    ACTIONS("actions", "a.action in :actions", names(AuditAction.values())),
    /** In any case. */
    OBJECT_IDENTIFIERS("objectIdentifiers", "a.objectKey in :objectIdentifiers", List.of()),
    OBJECT_TYPES("objectTypes", "a.objectType in :objectTypes", List.of()),
    ACTOR_TYPES("actorTypes", "a.actorType in :actorTypes", names(AuditActor.values())),
    ACTOR_API_KEY_IDENTIFIERS(
            "actorApiKeyIdentifiers",
            "a.actorType in ('API_KEY', 'PERSONAL_API_KEY') and a.actorIdentifier in :actorApiKeyIdentifiers",
            List.of()),
    /** In any case. */
    ACTOR_EMAILS("actorEmails", "a.actorEmailKey in :actorEmails", List.of()),
    ACTOR_IP_ADDRESSES("actorIpAddresses", "a.ipAddress in :actorIpAddresses", List.of()),
    /** Requests that Cortex accepts without a credential; this service has no such requests, so no entry matches. */
    ACTOR_REQUEST_TYPES(
            "actorRequestTypes",
            "1 = 0",
            List.of("API_KEY_ENTITY", "ATLASSIAN_WEBHOOK", "SCORECARD_BADGES", "SLACK_COMMAND"));

    private static final int MAX_VALUES = 500;

    private final String parameter;
    private final String condition;
    /** Immutable lists. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> choices;

    AuditCriterion(String parameter, String condition, List<String> choices) {
        this.parameter = parameter;
        this.condition = condition;
        this.choices = choices;
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** The name of the parameter, in a request and in the condition. */
    String parameter() {
        return parameter;
    }

    /** In JPQL, of an entity called a; it may do without the values. */
    String condition() {
        return condition;
    }

    /**
     * The values as they are stored.
     *
     * @throws ScimException invalidValue for one that is not among the choices, or for more than 500
     */
    List<String> stored(List<String> values) {
        if (!choices.isEmpty() && !choices.containsAll(values)) {
            throw ScimException.invalidValue(
                    "'%s' must be one of: %s.".formatted(parameter, String.join(", ", choices)));
        }
        if (values.size() > MAX_VALUES) {
            throw ScimException.invalidValue("'%s' can have at most %d values.".formatted(parameter, MAX_VALUES));
        }
        boolean folded = this == OBJECT_IDENTIFIERS || this == ACTOR_EMAILS;
        return folded ? values.stream().map(AuditEntity::key).toList() : values;
    }
}
