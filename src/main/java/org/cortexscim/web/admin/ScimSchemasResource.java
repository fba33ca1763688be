package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.cortexscim.access.Requires;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.Permission;
import org.cortexscim.schemas.ExtensionSchemas;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.SchemaReader;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The extensions of the user's schema; at /scim/v2 they are discovered and used. */
@Path("/scim/schemas")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.APPLICATION_JSON)
public class ScimSchemasResource {
    @Inject
    private ExtensionSchemas schemas;

    @Schema(name = "ExtensionSchemas")
    record Extensions(List<ExtensionSchema> schemas) {}

    @Operation(
            summary = "List extension schemas",
            description = "The extensions of the user's schema, in the order in which they were added.")
    @APIResponse(responseCode = "200", description = "All extensions.")
    @GET
    public Extensions list() {
        return new Extensions(
                schemas.current().stream().map(ExtensionSchema::of).toList());
    }

    @Operation(summary = "Read an extension schema", description = "As /scim/v2/Schemas shows it.")
    @APIResponse(responseCode = "200", description = "The extension.")
    @APIResponse(responseCode = "404", description = "No extension has this URN.")
    @GET
    @Path("{urn}")
    public ExtensionSchema get(
            @Parameter(description = "The URN, such as urn:acme:badge:1.0:User.") @PathParam("urn") String urn) {
        return ExtensionSchema.of(schemas.get(urn));
    }

    /** Adds the extension that the body defines, or replaces the existing one. */
    @Operation(
            summary = "Add or change an extension schema",
            description =
                    "Attributes can be added at any time; an attribute that users have values of cannot be removed or change its type.")
    @RequestBody(
            description = "The schema as in RFC 7643 §7; its id is the URN in the path.",
            content = @Content(schema = @Schema(implementation = ExtensionSchema.class)))
    @APIResponse(
            responseCode = "200",
            description = "The extension was changed.",
            content = @Content(schema = @Schema(implementation = ExtensionSchema.class)))
    @APIResponse(
            responseCode = "201",
            description = "The extension was added.",
            content = @Content(schema = @Schema(implementation = ExtensionSchema.class)))
    @APIResponse(responseCode = "400", description = "The schema is not valid, or its id is not the URN in the path.")
    @APIResponse(
            responseCode = "409",
            description = "Users have values of an attribute that would be removed or change its type.")
    @PUT
    @Path("{urn}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @Parameter(description = "The URN, such as urn:acme:badge:1.0:User.") @PathParam("urn") String urn,
            InputStream body) {
        var schema = SchemaReader.read(JsonBody.read(body));
        if (!schema.id().equalsIgnoreCase(urn)) {
            throw ScimException.invalidValue("The 'id' in the body must be the URN in the path.");
        }
        boolean isNew = schemas.put(schema);
        return Response.status(isNew ? Response.Status.CREATED : Response.Status.OK)
                .entity(ExtensionSchema.of(schema))
                .build();
    }

    @Operation(summary = "Delete an extension schema", description = "Refused while users have values of it.")
    @APIResponse(responseCode = "204", description = "The extension was deleted.")
    @APIResponse(responseCode = "404", description = "No extension has this URN.")
    @APIResponse(responseCode = "409", description = "Users have values of it.")
    @DELETE
    @Path("{urn}")
    public void delete(
            @Parameter(description = "The URN, such as urn:acme:badge:1.0:User.") @PathParam("urn") String urn) {
        schemas.delete(urn);
    }
}
