package org.cortexscim.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.cortexscim.access.Requires;
import org.cortexscim.access.address.ClientAddress;
import org.cortexscim.access.allowlist.AllowedAddress;
import org.cortexscim.access.allowlist.Allowlist;
import org.cortexscim.access.allowlist.IpAllowlist;
import org.cortexscim.access.allowlist.OktaRanges;
import org.cortexscim.access.allowlist.ProposedAddress;
import org.cortexscim.json.JsonBody;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** From which addresses the workspace may be reached. */
@Path("/ip-allowlist")
@RequestScoped
@Requires(Permission.CONFIGURE_IP_ALLOWLIST)
@Produces(MediaType.APPLICATION_JSON)
public class IpAllowlistResource {
    @Inject
    private IpAllowlist allowlist;

    @Inject
    private HttpServletRequest request;

    @Schema(name = "AllowlistPage")
    record Page(List<AllowlistBody.Entry> entries, int page, long total, long totalPages) {}

    /** The addresses of a cell in Okta's file. */
    @Schema(name = "OktaCell")
    record OktaCell(
            @Schema(name = "ip_ranges", examples = "203.0.113.0/24")
            List<String> ranges) {}

    @GET
    @Operation(
            summary = "List the IP allowlist",
            description =
                    "The entries in the order in which they were given. Without entries every address is admitted;"
                            + " with the first one, only addresses that an entry covers.")
    @APIResponse(responseCode = "200", description = "A page of entries.")
    @APIResponse(responseCode = "400", description = "A parameter is not valid.")
    public Page list(@BeanParam PageParameters page) {
        return page(allowlist.stored().entries(), page.number(), page.size());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace the IP allowlist",
            description = "Replaces the whole list; an empty one admits every address. At most 10,000 entries, each an"
                    + " IPv4 or IPv6 address or a range (CIDR), with a description of at most 1,000 characters."
                    + " Addresses are answered in their canonical form, a range from its first address on;"
                    + " repetitions are left out. It holds at once, on further nodes within a second.")
    @RequestBody(
            description = "The complete list of entries.",
            content = @Content(schema = @Schema(implementation = AllowlistBody.class)))
    @APIResponse(responseCode = "200", description = "The whole list as it is stored, in one page.")
    @APIResponse(
            responseCode = "400",
            description = "Entries are not valid, which the message names; or the caller's own address is not covered"
                    + " and 'force' is not true. Nothing is changed.")
    public Page put(
            @Parameter(
                            description =
                                    "true to save a list that does not cover the caller's own address, false by default.")
                    @QueryParam("force")
                    @DefaultValue("false")
                    String force,
            InputStream body) {
        boolean forced = flag(force);
        List<ProposedAddress> proposed = AllowlistBody.read(JsonBody.read(body));
        return whole(
                allowlist.replace(proposed, forced, ClientAddress.of(request).address()));
    }

    @POST
    @Path("okta")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add Okta's addresses to the IP allowlist",
            description = "Adds the ranges of a cell from the file in which Okta publishes them"
                    + " (https://s3.amazonaws.com/okta-ip-ranges/ip_ranges.json), each with the description 'Okta' and"
                    + " the name of the cell. Ranges that were added for that cell before are replaced; all other"
                    + " entries stay. The first entries of an empty list close it for all other addresses.")
    @RequestBody(
            description = "Okta's file, as it is.",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = OktaCell.class),
                            example = "{\"us_cell_1\": {\"ip_ranges\": [\"203.0.113.0/24\"]}}"))
    @APIResponse(responseCode = "200", description = "The whole list as it is stored, in one page.")
    @APIResponse(
            responseCode = "400",
            description = "'cell' is missing or not in the file, the file has another form, or the caller's own address"
                    + " would not be covered and 'force' is not true. Nothing is changed.")
    public Page addOkta(
            @Parameter(
                            description = "The cell of the Okta org; several with commas between them.",
                            example = "us_cell_1")
                    @QueryParam("cell")
                    @DefaultValue("")
                    String cell,
            @Parameter(
                            description =
                                    "true to save a list that does not cover the caller's own address, false by default.")
                    @QueryParam("force")
                    @DefaultValue("false")
                    String force,
            InputStream body) {
        boolean forced = flag(force);
        List<ProposedAddress> ranges = OktaRanges.of(JsonBody.read(body), cell);
        return whole(allowlist.update(ranges, forced, ClientAddress.of(request).address()));
    }

    @POST
    @Path("validate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Validate an IP allowlist",
            description = "Tells for every entry, in order, whether it is valid. Nothing is changed.")
    @RequestBody(
            description = "Entries as for replacing the list.",
            content = @Content(schema = @Schema(implementation = AllowlistBody.class)))
    @APIResponse(responseCode = "200", description = "One result for each entry, with a message if it is not valid.")
    @APIResponse(responseCode = "400", description = "The body is not a list of entries.")
    public AllowlistBody validate(InputStream body) {
        return new AllowlistBody(AllowlistBody.read(JsonBody.read(body)).stream()
                .map(AllowlistBody.Entry::of)
                .toList());
    }

    private static Page whole(Allowlist list) {
        return page(list.entries(), 0, Math.max(1, list.entries().size()));
    }

    private static Page page(List<AllowedAddress> entries, int page, int size) {
        long pages = (entries.size() + (long) size - 1) / size;
        List<AllowlistBody.Entry> shown = entries.stream()
                .skip((long) page * size)
                .limit(size)
                .map(AllowlistBody.Entry::of)
                .toList();
        return new Page(shown, page, entries.size(), pages);
    }

    /** In any case: Cortex's own command line client writes {@code True}. */
    private static boolean flag(String force) {
        return switch (force.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ScimException.invalidValue("'force' must be true or false.");
        };
    }
}
