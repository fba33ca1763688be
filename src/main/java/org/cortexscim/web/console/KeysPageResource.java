package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.access.Caller;
import org.cortexscim.access.CurrentCaller;
import org.cortexscim.access.Requires;
import org.cortexscim.access.keys.ApiKey;
import org.cortexscim.access.keys.ApiKeyPage;
import org.cortexscim.access.keys.ApiKeys;
import org.cortexscim.access.keys.IssuedKey;
import org.cortexscim.access.keys.KeyRotation;
import org.cortexscim.roles.Permission;
import org.cortexscim.roles.RoleRef;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.ScimException;

/**
 * The workspace's API keys. A secret is on the page that answers the form that makes it, and on no other, so that this
 * answer is not a redirect.
 */
@Path("/keys")
@RequestScoped
@Requires(Permission.EDIT_API_KEYS)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class KeysPageResource {
    @Inject
    private ApiKeys keys;

    @Inject
    private KeyRotation rotation;

    @Inject
    private Roles roles;

    @Inject
    private GivableRoles givable;

    @Inject
    private CurrentCaller current;

    @Inject
    private Shells shells;

    @Inject
    private RefusedPage refused;

    @Inject
    private Clock clock;

    @Context
    private UriInfo uri;

    @GET
    public KeysPageView show(
            @QueryParam("page") @DefaultValue("0") PageNumber page,
            @QueryParam("open") @DefaultValue("") String open,
            @QueryParam("done") @DefaultValue("") String done) {
        return view(page, panel(open), done);
    }

    /** Creates a key, or changes the one that is open. What ends a secret is asked about first. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @QueryParam("page") @DefaultValue("0") PageNumber page,
            @QueryParam("open") @DefaultValue("") String open,
            MultivaluedMap<String, String> form) {
        KeyForm entered = KeyForm.of(form);
        try {
            return open.equals(KeysPageView.CREATION)
                    ? issued(page, keys.create(entered.key(roles), current.authority()))
                    : change(page, keys.get(open), entered);
        } catch (ScimException wrong) {
            Optional<String> problem = Optional.of(wrong.detail());
            return refused.of(wrong, refusal -> view(page, Optional.of(again(open, entered, problem)), ""));
        }
    }

    private Response change(PageNumber page, ApiKey key, KeyForm entered) {
        List<String> question = entered.confirmed() ? List.of() : KeyQuestions.before(entered, key, isOwn(key));
        if (!question.isEmpty()) {
            KeyPanel asking = opened(key, entered, question, Optional.empty());
            return Response.ok(view(page, Optional.of(asking), "")).build();
        }
        switch (entered.action()) {
            case "rotate" -> {
                return issued(page, rotation.start(key.cid(), entered.overlapTime(), current.authority()));
            }
            case "rename" -> keys.rename(key.cid(), entered.label());
            case "complete" -> rotation.complete(key.cid(), current.authority());
            case "undo" -> rotation.undo(key.cid(), current.authority());
            case "delete" -> keys.delete(key.cid());
            default -> throw ScimException.invalidValue("An API key cannot be changed in this way.");
        }
        return Redirect.to(new Address(uri).done(entered.action())).build();
    }

    private Response issued(PageNumber page, IssuedKey issued) {
        return Response.ok(view(page, Optional.of(new KeyPanel.Issued(issued)), ""))
                .build();
    }

    private Optional<KeyPanel> panel(String open) {
        return switch (open) {
            case "" -> Optional.empty();
            case KeysPageView.CREATION -> Optional.of(again(open, KeyForm.EMPTY, Optional.empty()));
            default -> {
                ApiKey key = keys.get(open);
                yield Optional.of(opened(key, KeyForm.of(key), List.of(), Optional.empty()));
            }
        };
    }

    /** What is open, with what somebody has entered. */
    private KeyPanel again(String open, KeyForm entered, Optional<String> problem) {
        if (open.equals(KeysPageView.CREATION)) {
            return new KeyPanel.Creation(entered, givable.all(), problem);
        }
        ApiKey key = keys.get(open);
        KeyForm shown = entered.action().equals("rename") ? entered : KeyForm.of(key);
        return opened(key, shown, List.of(), problem);
    }

    private KeyPanel opened(ApiKey key, KeyForm entered, List<String> question, Optional<String> problem) {
        boolean expired = key.isExpired(clock.instant());
        boolean rotatable = !expired && roles.isWithin(current.authority(), key.roles());
        return new KeyPanel.Opened(key, entered, isOwn(key), rotatable, expired, question, problem);
    }

    private boolean isOwn(ApiKey key) {
        return current.caller()
                .filter(caller -> caller.type() == Caller.Type.API_KEY)
                .map(Caller::identifier)
                .filter(key.cid()::equals)
                .isPresent();
    }

    private KeysPageView view(PageNumber page, Optional<KeyPanel> panel, String done) {
        ApiKeyPage found = keys.page(page.value(), Pager.SIZE);
        Instant now = clock.instant();
        List<RoleRef> shown = Stream.concat(found.keys().stream(), panel.flatMap(KeyPanel::shown).stream())
                .flatMap(key -> key.roles().stream())
                .distinct()
                .toList();
        Address address = new Address(uri);
        return new KeysPageView(
                shells.of(MenuItem.API_KEYS),
                found.keys(),
                roles.customNames(shown),
                Pager.of(address, page.value(), found.total()),
                address,
                panel,
                done,
                now);
    }
}
