package org.cortexscim.web.scim;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Projection;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.StrictBody;
import org.cortexscim.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a search: those of a URL's query, or the body of a POST to .search (RFC 7644 §3.4.3).
 *
 * <pre>{"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"userName sw \"a\"","count":10}</pre>
 *
 * @param cursor empty when pages are not walked by cursor; the text of it is empty for the first page
 * @param inUrl whether they are those of a URL
 */
record SearchParameters(
        Optional<String> filter,
        Optional<String> sortBy,
        Optional<String> sortOrder,
        int startIndex,
        int count,
        Optional<String> cursor,
        Optional<String> attributes,
        Optional<String> excludedAttributes,
        boolean inUrl) {
    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,100}");
    private static final Set<String> MEMBERS = Set.of(
            "schemas",
            "filter",
            "sortby",
            "sortorder",
            "startindex",
            "count",
            "cursor",
            "attributes",
            "excludedattributes");

    /** The parameters of a query; those it does not know are passed over. */
    static SearchParameters of(QueryString query) {
        return new SearchParameters(
                query.text("filter"),
                query.text("sortBy"),
                query.text("sortOrder"),
                query.number("startIndex", 1),
                query.number("count", SearchQuery.DEFAULT_COUNT),
                query.has("cursor") ? Optional.of(query.text("cursor").orElse("")) : Optional.empty(),
                query.text("attributes"),
                query.text("excludedAttributes"),
                true);
    }

    /**
     * The parameters in a body.
     *
     * @throws ScimException invalidValue when one of them is of the wrong type; for a strict service also invalidSyntax when the
     *     body does not say that it is a search, or has members that no search has
     */
    static SearchParameters of(ScimObject body, Conformance conformance) {
        if (!conformance.passesOverUnknownNames()) {
            StrictBody.requireSchema(body.get("schemas"), SCHEMA);
            StrictBody.requireMembers(MEMBERS, body, "a SearchRequest message");
        }
        return new SearchParameters(
                text(body, "filter").filter(text -> !text.isBlank()),
                text(body, "sortBy").filter(text -> !text.isBlank()),
                text(body, "sortOrder").filter(text -> !text.isBlank()),
                number(body, "startIndex", 1, conformance),
                number(body, "count", SearchQuery.DEFAULT_COUNT, conformance),
                text(body, "cursor"),
                names(body, "attributes"),
                names(body, "excludedAttributes"),
                false);
    }

    /**
     * The search itself.
     *
     * @param walker the caller
     * @throws ScimException invalidValue for a sortOrder that is none, invalidCount for a page by cursor that is too large
     */
    SearchQuery query(String walker) {
        if (cursor.isPresent() && count > SearchQuery.MAX_COUNT) {
            throw ScimException.invalidCount("'count' must be from 0 to %d.".formatted(SearchQuery.MAX_COUNT));
        }
        SearchQuery.Start start =
                cursor.isPresent() ? new SearchQuery.Cursor(cursor.get()) : new SearchQuery.Index(startIndex);
        boolean descending = descending();
        return new SearchQuery(
                filter, sortBy.map(by -> new SearchQuery.Sort(by, descending)), start, count, walker, inUrl);
    }

    /** The attributes that the response contains. */
    Projection projection(ResourceType type) {
        return Projection.of(type, attributes.orElse(null), excludedAttributes.orElse(null));
    }

    private boolean descending() {
        return switch (sortOrder.orElse("ascending").toLowerCase(Locale.ROOT)) {
            case "ascending" -> false;
            case "descending" -> true;
            default -> throw ScimException.invalidValue("'sortOrder' must be ascending or descending.");
        };
    }

    private static Optional<String> text(ScimObject body, String name) {
        Object value = body.get(name);
        if (value != null && !(value instanceof String)) {
            throw ScimException.invalidValue("'%s' must be a string.".formatted(name));
        }
        return Optional.ofNullable((String) value);
    }

    private static int number(ScimObject body, String name, int otherwise, Conformance conformance) {
        Object value = body.get(name);
        if (conformance.readsLooseValues()
                && value instanceof String text
                && WHOLE.matcher(text).matches()) {
            // The client of SCIM-SDK sends numbers in quotes.
            value = new BigDecimal(text);
        }
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof BigDecimal number) || number.stripTrailingZeros().scale() > 0) {
            throw ScimException.invalidValue("'%s' must be a whole number.".formatted(name));
        }
        return number.max(BigDecimal.valueOf(Integer.MIN_VALUE))
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }

    private static Optional<String> names(ScimObject body, String name) {
        Object value = body.get(name);
        if (value == null || value instanceof String) {
            return Optional.ofNullable((String) value);
        }
        return Optional.of(
                elements(name, value).stream().map(String.class::cast).collect(Collectors.joining(",")));
    }

    private static List<?> elements(String name, @Nullable Object value) {
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list;
        }
        throw ScimException.invalidValue("'%s' must be an array of attribute names.".formatted(name));
    }
}
