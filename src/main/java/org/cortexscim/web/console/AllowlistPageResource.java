package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.address.ClientAddress;
import org.cortexscim.access.address.IpAddress;
import org.cortexscim.access.allowlist.AllowedAddress;
import org.cortexscim.access.allowlist.Allowlist;
import org.cortexscim.access.allowlist.IpAllowlist;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.web.console.AllowlistPanel.Kind;

/** From which addresses the workspace may be reached, and whether a given one would get in. */
@Path("/allowlist")
@RequestScoped
@Requires(Permission.CONFIGURE_IP_ALLOWLIST)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class AllowlistPageResource {
    @Inject
    private IpAllowlist allowlist;

    @Inject
    private Shells shells;

    @Inject
    private RefusedPage refused;

    @Inject
    private HttpServletRequest request;

    @Context
    private UriInfo uri;

    @QueryParam("page")
    @DefaultValue("0")
    private PageNumber page = new PageNumber(0);

    @QueryParam("open")
    @DefaultValue("")
    private String open = "";

    @QueryParam("test")
    @DefaultValue("")
    private String test = "";

    @GET
    public AllowlistPageView show(@QueryParam("done") @DefaultValue("") String done) {
        Allowlist list = allowlist.stored();
        return view(
                list,
                open.isEmpty() ? Optional.empty() : Optional.of(panel(list, AllowlistForm.EMPTY, List.of(), false, "")),
                done);
    }

    /**
     * Adds what was entered, or deletes the entry that is open. A deletion, and what would shut the caller out, is asked
     * about first.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> form) {
        AllowlistForm entered = AllowlistForm.of(form);
        Kind kind = Kind.of(open);
        if (kind == Kind.ENTRY && !entered.confirmed()) {
            return askToDelete(entered);
        }
        try {
            switch (kind) {
                case ADD -> allowlist.add(entered.lines(), entered.force(), own());
                case OKTA -> allowlist.update(entered.okta(), entered.force(), own());
                case ENTRY -> allowlist.remove(open, entered.force(), own());
            }
        } catch (ScimException wrong) {
            return wrong.reason() == Reason.LOCKED_OUT
                    ? ask(allowlist.stored(), entered, List.of(shutOut()), true)
                    : refused.of(wrong, refusal -> refusedView(entered, wrong));
        }
        return Redirect.to(new Address(uri).done(kind.name())).build();
    }

    private Response askToDelete(AllowlistForm entered) {
        Allowlist list = allowlist.stored();
        AllowedAddress entry = list.entry(open);
        Allowlist after = list.without(entry);
        String delete = "Delete the entry %s?".formatted(entry.range());
        if (!after.admits(own())) {
            return ask(list, entered, List.of(delete, shutOut()), true);
        }
        String effect = after.entries().isEmpty()
                ? "It is the last one: without it, every address is allowed."
                : "Addresses that no other entry covers are refused within a second.";
        return ask(list, entered, List.of(delete, effect), false);
    }

    private Response ask(Allowlist list, AllowlistForm entered, List<String> question, boolean force) {
        return Response.ok(view(list, Optional.of(panel(list, entered, question, force, "")), ""))
                .build();
    }

    private AllowlistPageView refusedView(AllowlistForm entered, ScimException wrong) {
        Allowlist list = allowlist.stored();
        String problem = wrong.detail().endsWith("Nothing was changed.")
                ? wrong.detail()
                : wrong.detail() + " Nothing was changed.";
        return view(list, Optional.of(panel(list, entered, List.of(), false, problem)), "");
    }

    private AllowlistPanel panel(
            Allowlist list, AllowlistForm entered, List<String> question, boolean force, String problem) {
        Kind kind = Kind.of(open);
        Optional<AllowedAddress> entry = kind == Kind.ENTRY ? Optional.of(list.entry(open)) : Optional.empty();
        return new AllowlistPanel(kind, entry, entered, question, force, problem);
    }

    private AllowlistPageView view(Allowlist list, Optional<AllowlistPanel> panel, String done) {
        Address address = new Address(uri);
        return new AllowlistPageView(
                shells.of(MenuItem.ALLOWLIST),
                list.entries().stream()
                        .skip((long) page.value() * Pager.SIZE)
                        .limit(Pager.SIZE)
                        .toList(),
                Pager.of(address, page.value(), list.entries().size()),
                address,
                own().toString(),
                test.strip(),
                test.isBlank() ? "" : verdict(list),
                open,
                panel,
                done);
    }

    private String verdict(Allowlist list) {
        Optional<IpAddress> address = IpAddress.parse(test.strip());
        if (address.isEmpty()) {
            return "This is not an IP address. Enter one such as 203.0.113.7 or 2001:db8::7.";
        }
        if (list.entries().isEmpty()) {
            return "Yes: the list is empty, so that every address is allowed.";
        }
        return list.covering(address.get())
                .map(entry -> "Yes: %s is covered by the entry %s.".formatted(address.get(), entry.range()))
                .orElseGet(() -> "No: no entry covers %s.".formatted(address.get()));
    }

    private String shutOut() {
        return "The list would not cover your own address, %s: from there you could use neither the console nor the API."
                .formatted(own());
    }

    private IpAddress own() {
        return ClientAddress.of(request).address();
    }
}
