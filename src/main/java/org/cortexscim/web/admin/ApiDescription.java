package org.cortexscim.web.admin;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createExample;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityScheme;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.access.Requires;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeType;
import org.cortexscim.settings.ProvisioningSettings;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to every operation in /openapi what holds for all of them: the permission that the code demands, and the answers
 * to a request that is refused. An operation's id is its class and method, such as {@code SeatsResource_seats}. Also
 * describes the settings, whose members are listed in {@link ProvisioningSettings#ATTRIBUTES}.
 */
public class ApiDescription implements OASFilter {
    private static final String SCHEME = "apiKey";
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String REQUEST = "01a20b7f-bf3c-75b9-aaaa-ad8fd0c48aea";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        SecurityScheme bearer = createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("An API key of the workspace, or a token of the organisation's identity provider.");
        document.components(Optional.ofNullable(document.getComponents())
                        .orElseGet(() -> createComponents())
                        .addSecurityScheme(SCHEME, bearer)
                        .addSchema("Settings", settings()))
                .addSecurityRequirement(createSecurityRequirement().addScheme(SCHEME));
    }

    @Override
    public Operation filterOperation(Operation operation) {
        String permission = permission(String.valueOf(operation.getOperationId()))
                .orElseThrow(() -> new IllegalStateException(operation.getOperationId() + " states no permission."));
        operation.addExtension("x-permission", permission);
        operation.setDescription(Stream.of(operation.getDescription(), "Permission: " + permission + ".")
                .filter(text -> text != null && !text.isEmpty())
                .reduce((text, more) -> text + " " + more)
                .orElseThrow());
        refusals(permission).forEach((status, answer) -> {
            if (!operation.getResponses().hasAPIResponse(status)) {
                operation.getResponses().addAPIResponse(status, answer);
            }
        });
        return operation;
    }

    private static Schema settings() {
        Schema settings = createSchema().type(List.of(SchemaType.OBJECT));
        ProvisioningSettings.ATTRIBUTES.forEach(setting -> settings.addProperty(setting.name(), setting(setting)));
        return settings;
    }

    /** What is neither a switch nor a choice can be null: no limit, no end, no reason. */
    private static Schema setting(Attribute setting) {
        boolean choice = !setting.canonicalValues().isEmpty();
        SchemaType type = switch (setting.type()) {
            case BOOLEAN -> SchemaType.BOOLEAN;
            case INTEGER -> SchemaType.INTEGER;
            default -> SchemaType.STRING;
        };
        return createSchema()
                .type(choice || type == SchemaType.BOOLEAN ? List.of(type) : List.of(type, SchemaType.NULL))
                .format(setting.type() == AttributeType.DATE_TIME ? "date-time" : null)
                .description(setting.description())
                .enumeration(choice ? List.copyOf(setting.canonicalValues()) : null);
    }

    private static Optional<String> permission(String operationId) {
        String[] names = operationId.split("_", 2);
        return AdminApplication.RESOURCES.stream()
                .filter(type -> type.getSimpleName().equals(names[0]))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> names.length == 2 && method.getName().equals(names[1]))
                .flatMap(ApiDescription::requires)
                .map(requires -> requires.value().label())
                .findFirst();
    }

    private static Stream<Requires> requires(Method method) {
        return Stream.of(
                        method.getAnnotation(Requires.class),
                        method.getDeclaringClass().getAnnotation(Requires.class))
                .filter(Objects::nonNull)
                .limit(1);
    }

    private static Map<String, APIResponse> refusals(String permission) {
        Map<String, APIResponse> refusals = new LinkedHashMap<>();
        refusals.put(
                "401",
                refusal(
                        401,
                        "FORBIDDEN",
                        "The request has no valid credential.",
                        "The API key is not valid: it may be mistyped, expired or deleted."));
        refusals.put(
                "403",
                refusal(
                        403,
                        "FORBIDDEN",
                        "The caller lacks the permission, or comes from an address that is not on the IP allowlist.",
                        "The API key lacks the permission '%s'.".formatted(permission)));
        refusals.put("429", tooMany());
        refusals.put(
                "500",
                refusal(
                        500,
                        "UNHANDLED_EXCEPTION",
                        "The service failed; its log says why.",
                        "The service failed to process the request; its operator finds the reason in the server's log."));
        return refusals;
    }

    private static APIResponse refusal(int status, String type, String description, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put("type", type);
        body.put("httpStatus", status);
        body.put("requestId", REQUEST);
        return answer(description, JSON, body);
    }

    private static APIResponse tooMany() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", "Too Many Requests");
        body.put("status", 429);
        body.put("detail", "This caller has sent too many requests; the Retry-After header says when to go on.");
        body.put("instance", "urn:request:" + REQUEST);
        body.put("retryAfter", 3);
        return answer("The caller has sent too many requests.", PROBLEM, body)
                .addHeader(
                        "Retry-After",
                        createHeader()
                                .description("The number of seconds to wait before the next request.")
                                .schema(createSchema().type(List.of(SchemaType.INTEGER))));
    }

    private static APIResponse answer(String description, String type, Map<String, Object> body) {
        return createAPIResponse()
                .description(description)
                .content(createContent()
                        .addMediaType(
                                type,
                                createMediaType()
                                        .schema(createSchema().type(List.of(SchemaType.OBJECT)))
                                        .addExample("refusal", createExample().value(body))));
    }
}
