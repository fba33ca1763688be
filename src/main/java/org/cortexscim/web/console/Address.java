package org.cortexscim.web.console;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The address of a page with its filter, from which links differ by the part of the list and by what is open. */
public record Address(UriInfo uri) {
    private static final String OPEN = "open";
    private static final String SAVED = "saved";
    private static final String DONE = "done";
    private static final String PAGE = "page";
    private static final String TRUE = "true";

    /** What goes with the panel. */
    private static final List<String> OF_PANEL = List.of(OPEN, "create", SAVED, DONE, "members", "holders", "value");

    /** The same page with one of its items open. */
    public String open(String id) {
        return closing().with(OPEN, id).toString();
    }

    /** The same page with an item open that was just changed. */
    String saved(String id) {
        return closing().with(OPEN, id).with(SAVED, TRUE).toString();
    }

    /** The same page with an empty form for a new item. */
    public String create() {
        return closing().with("create", TRUE).toString();
    }

    /** The same page with nothing open. */
    public String closed() {
        return closing().toString();
    }

    /** The same page with nothing open, as the answer to a change that was made. */
    String done(String what) {
        return closing().with(DONE, what).toString();
    }

    /** Another part of the list, with nothing open. */
    String part(int page) {
        return closing().with(PAGE, String.valueOf(page)).toString();
    }

    /** Another part of a list in the panel. */
    String partOfPanel(String parameter, int page) {
        return page().without(SAVED).with(parameter, String.valueOf(page)).toString();
    }

    /** The same item open, with those who have its role because of a value. */
    public String openValue(String id, String value) {
        return closing().with(OPEN, id).with("value", value).toString();
    }

    /** Where a form of this page is sent, so that the answer shows the same part of the page. */
    public String action(String word) {
        return page().without(SAVED).at("/" + word);
    }

    /** What the filter of this page selects, as a file. */
    public String export(String format) {
        return closing().without(PAGE).with("format", format).at("/export");
    }

    /** A parameter without blanks around it; empty when it is absent or blank. */
    Optional<String> text(String parameter) {
        return Optional.of(Objects.requireNonNullElse(uri.getQueryParameters().getFirst(parameter), "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    /** The number of a page, from 0. */
    int number(String parameter) {
        return PageNumber.valueOf(text(parameter).orElse("")).value();
    }

    /** Whether a parameter is true. */
    boolean flag(String parameter) {
        return text(parameter).filter(TRUE::equals).isPresent();
    }

    private Parts closing() {
        Parts parts = page();
        OF_PANEL.forEach(parts::without);
        return parts;
    }

    /** The page itself: a form is sent to a path below it. */
    private Parts page() {
        Map<String, List<String>> parameters = new LinkedHashMap<>(uri.getQueryParameters());
        return new Parts(
                uri.getBaseUri().getPath() + uri.getPathSegments().get(0).getPath(), parameters);
    }

    /**
     * An address in the making.
     *
     * @param parameters of the query, decoded
     */
    private record Parts(String path, Map<String, List<String>> parameters) {
        /** The parameter comes last. */
        Parts with(String parameter, String value) {
            parameters.remove(parameter);
            parameters.put(parameter, List.of(value));
            return this;
        }

        Parts without(String parameter) {
            parameters.remove(parameter);
            return this;
        }

        String at(String below) {
            String query = parameters.entrySet().stream()
                    .flatMap(parameter -> parameter.getValue().stream()
                            .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                    .collect(Collectors.joining("&"));
            return path + below + (query.isEmpty() ? "" : "?" + query);
        }

        @Override
        public String toString() {
            return at("");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
