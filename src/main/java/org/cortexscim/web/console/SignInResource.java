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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.cortexscim.access.AccessDenied;
import org.cortexscim.access.Caller;
import org.cortexscim.access.ForEveryone;
import org.cortexscim.access.SessionCookie;
import org.cortexscim.access.Sessions;
import org.cortexscim.access.SignIn;
import org.cortexscim.access.address.ClientAddress;
import org.cortexscim.access.address.PublicUrl;

/** Begins and ends a session. */
@Path("/")
@RequestScoped
@ForEveryone
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class SignInResource {
    static final String ADDRESS = "/console/sign-in";
    private static final String HOME = "/console/";

    @Inject
    private SignIn signIn;

    @Inject
    private Sessions sessions;

    @Inject
    private RefusedPage refused;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PublicUrl url;

    @GET
    @Path("sign-in")
    public SignInView show(@QueryParam("to") @DefaultValue(HOME) String to) {
        return new SignInView(Optional.empty(), inConsole(to));
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(MultivaluedMap<String, String> form) {
        String secret = Objects.requireNonNullElse(form.getFirst("key"), "").strip();
        String to = inConsole(Objects.requireNonNullElse(form.getFirst("to"), HOME));
        Caller caller;
        try {
            caller = signIn.with(ClientAddress.of(request).address().toString(), secret);
        } catch (AccessDenied denied) {
            return refused.of(
                    denied,
                    refusal -> new SignInView(
                            Optional.of(
                                    secret.isEmpty()
                                            ? "Enter an API key."
                                            : refusal.error().detail()),
                            to));
        }
        if (caller.type() != Caller.Type.API_KEY) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .entity(new SignInView(
                            Optional.of("This is a token, which ends too soon. Sign in with an API key."), to))
                    .build();
        }
        return Redirect.to(to)
                .cookie(SessionCookie.with(sessions.begin(secret), url.isSecure()))
                .build();
    }

    @POST
    @Path("sign-out")
    public Response end() {
        return Redirect.to(ADDRESS).cookie(SessionCookie.ended(url.isSecure())).build();
    }

    /** Another site must not be able to choose where the sign-in leads. */
    static String inConsole(String to) {
        return to.matches("/console(/[A-Za-z0-9._-]+)*/?(\\?[A-Za-z0-9._~%&=+:@-]*)?") && !to.contains("..")
                ? to
                : HOME;
    }
}
