package org.cortexscim.web.console;

import java.util.Optional;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.setup.ConnectionReport;
import org.cortexscim.setup.Guide;
import org.cortexscim.setup.SetupStep;

/**
 * A guide to setting an identity provider up.
 *
 * @param baseUrl of SCIM
 * @param wanted the settings that the guide recommends and that are different now
 * @param saved whether the recommended settings were just chosen
 * @param report of a test of the connection that was just made
 */
public record SetupPageView(
        Shell shell,
        Guide guide,
        String baseUrl,
        SetupProgressView progress,
        ScimObject wanted,
        boolean saved,
        Optional<ConnectionReport> report)
        implements View {
    @Override
    public String template() {
        return "setup.jte";
    }

    public static String address(Guide guide) {
        return SetupPageResource.ADDRESS + "?guide=" + guide.name();
    }

    public static String request(String requestId) {
        return MenuItem.REQUESTS.address() + "?open=" + requestId;
    }

    /** How a step's state is called. */
    public static String word(SetupStep.State state) {
        return switch (state) {
            case DONE -> "done";
            case OPEN -> "to do";
            case NOT_SEEN -> "not seen yet";
            case FAILED -> "failed";
        };
    }

    /** The class of a badge with a step's state. */
    public static String colour(SetupStep.State state) {
        return switch (state) {
            case DONE -> "text-bg-success";
            case OPEN, NOT_SEEN -> "text-bg-secondary";
            case FAILED -> "text-bg-danger";
        };
    }
}
