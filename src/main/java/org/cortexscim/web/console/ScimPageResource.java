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
import java.util.Optional;
import org.cortexscim.access.Requires;
import org.cortexscim.access.address.PublicUrl;
import org.cortexscim.directory.Seats;
import org.cortexscim.roles.Permission;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
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

    @Inject
    private RefusedPage refused;

    @GET
    public ScimPageView show(@QueryParam("saved") @DefaultValue("false") boolean saved) {
        ScimObject now = settings.current().document();
        return view(
                ProvisioningSettings.ATTRIBUTES.stream()
                        .map(setting -> SettingField.of(setting, now))
                        .toList(),
                List.of(),
                saved,
                Optional.empty());
    }

    /**
     * Changes the settings that were changed on the page; what others have changed meanwhile stays. What takes something
     * from the identity provider is asked about first.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> form) {
        ScimObject wanted = changed(form);
        List<String> question = form.containsKey("confirmed") ? List.of() : questions(settings.current(), wanted);
        if (!question.isEmpty()) {
            return Response.ok(view(form, question, Optional.empty())).build();
        }
        try {
            settings.change(wanted);
        } catch (ScimException wrong) {
            return refused.of(wrong, refusal -> view(form, List.of(), Optional.of(wrong.detail())));
        }
        return Redirect.to(MenuItem.SCIM.address() + "?saved=true").build();
    }

    /** The page with what somebody has entered. */
    private ScimPageView view(MultivaluedMap<String, String> form, List<String> question, Optional<String> problem) {
        return view(fields(form), question, false, problem);
    }

    private ScimPageView view(
            List<SettingField> fields, List<String> question, boolean saved, Optional<String> problem) {
        return new ScimPageView(
                shells.of(MenuItem.SCIM),
                url.root() + "/scim/v2",
                fields,
                seats.used(),
                seats.limit(),
                question,
                saved,
                problem);
    }

    private static List<SettingField> fields(MultivaluedMap<String, String> form) {
        return ProvisioningSettings.ATTRIBUTES.stream()
                .map(setting -> SettingField.entered(
                        setting, form.getFirst(setting.name()), form.getFirst(SettingField.SHOWN + setting.name())))
                .toList();
    }

    private static ScimObject changed(MultivaluedMap<String, String> form) {
        ScimObject document = new ScimObject();
        fields(form).stream()
                .filter(SettingField::isChanged)
                .forEach(field -> document.put(
                        field.key(),
                        switch (field.kind()) {
                            case SWITCH -> field.isOn();
                            case NUMBER -> field.value().isEmpty() ? null : number(field.value());
                            case TIME -> field.value().isEmpty() ? null : field.value() + ":00Z";
                            case TEXT -> field.value().isEmpty() ? null : field.value();
                            case LIST -> field.value();
                        }));
        return document;
    }

    /** What is not a number is refused by the setting itself. */
    private static Object number(String text) {
        return text.matches("[0-9]{1,18}") ? new BigDecimal(text) : text;
    }

    private static List<String> questions(ProvisioningSettings before, ScimObject wanted) {
        List<String> questions = new ArrayList<>();
        if (before.automaticProvisioning()
                && !wanted.flag("automaticProvisioning").orElse(true)) {
            questions.add("With automatic provisioning off, the identity provider cannot create or reactivate users."
                    + " The users that it has created stay as they are.");
        }
        if (before.automaticDeprovisioning()
                && !wanted.flag("automaticDeprovisioning").orElse(true)) {
            questions.add(
                    "With automatic deprovisioning off, people who leave keep their access and their seat until you"
                            + " deactivate them by hand.");
        }
        return questions;
    }
}
