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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.address.PublicUrl;
import org.cortexscim.directory.Seats;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.settings.ProvisioningSettings;
import org.cortexscim.settings.WorkspaceSettings;

/** The SCIM settings: the switches, the seats, the base URL, and what the identity provider may do beyond. */
@Path("/scim")
@RequestScoped
@Requires(Permission.CONFIGURE_SCIM)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class ScimPageResource {
    @Inject
    private WorkspaceSettings settings;

    @Inject
    private Seats seats;

    @Inject
    private Shells shells;

    @Inject
    private PublicUrl url;

    @GET
    public ScimPageView show(@QueryParam("saved") @DefaultValue("false") boolean saved) {
        return view(settings.current().document(), List.of(), saved, Optional.empty());
    }

    /** Changes the settings; what takes something from the identity provider is asked about first. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> form) {
        ScimObject wanted = document(form);
        List<String> question = form.containsKey("confirmed") ? List.of() : questions(settings.current(), wanted);
        if (!question.isEmpty()) {
            return Response.ok(view(wanted, question, false, Optional.empty())).build();
        }
        try {
            settings.change(wanted);
        } catch (ScimException refused) {
            return Response.status(refused.status())
                    .entity(view(wanted, List.of(), false, Optional.of(refused.detail())))
                    .build();
        }
        return Redirect.to(MenuItem.SCIM.address() + "?saved=true").build();
    }

    private ScimPageView view(ScimObject values, List<String> question, boolean saved, Optional<String> problem) {
        return new ScimPageView(
                shells.of(MenuItem.SCIM),
                url.root() + "/scim/v2",
                ProvisioningSettings.ATTRIBUTES.stream()
                        .map(setting -> SettingField.of(setting, values))
                        .toList(),
                seats.used(),
                seats.limit(),
                question,
                saved,
                problem);
    }

    /** The form has every setting; a switch that is off is not in it. */
    private static ScimObject document(MultivaluedMap<String, String> form) {
        ScimObject document = new ScimObject();
        for (Attribute setting : ProvisioningSettings.ATTRIBUTES) {
            String text = Objects.requireNonNullElse(form.getFirst(setting.name()), "")
                    .strip();
            document.put(
                    setting.name(),
                    switch (setting.type()) {
                        case BOOLEAN -> text.equals("true");
                        case INTEGER -> text.isEmpty() ? null : number(text);
                        default -> text;
                    });
        }
        return document;
    }

    /** What is not a number is refused by the setting itself. */
    private static Object number(String text) {
        return text.matches("[0-9]{1,18}") ? new BigDecimal(text) : text;
    }

    private static List<String> questions(ProvisioningSettings before, ScimObject wanted) {
        List<String> questions = new ArrayList<>();
        if (before.automaticProvisioning()
                && !wanted.flag("automaticProvisioning").orElse(false)) {
            questions.add("With automatic provisioning off, the identity provider cannot create or reactivate users."
                    + " The users that it has created stay as they are.");
        }
        if (before.automaticDeprovisioning()
                && !wanted.flag("automaticDeprovisioning").orElse(false)) {
            questions.add(
                    "With automatic deprovisioning off, people who leave keep their access and their seat until you"
                            + " deactivate them by hand.");
        }
        return questions;
    }
}
