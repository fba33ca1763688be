package org.cortexscim.scim.filter;

import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.ResourceType;

/**
 * Reads a filter by the grammar of RFC 7644 §3.4.2.2: {@code or} binds weakest, then {@code and}, then {@code not};
 * operators in any case. Beyond the grammar a tolerant service takes what clients send: values without quotes, and
 * {@code emails[type eq "work"].value eq "x"}.
 */
public final class FilterParser {
    /** The longest filter, in characters. */
    public static final int MAX_LENGTH = 4096;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_COMPARISONS = 100;

    private final FilterScanner scanner;
    private final Conformance conformance;
    private int depth;
    private int comparisons;

    private FilterParser(String text, Conformance conformance) {
        this.scanner = new FilterScanner(text, conformance);
        this.conformance = conformance;
    }

    /**
     * The tree of a filter over resources of some types.
     *
     * @throws ScimException invalidFilter when it is malformed, longer than {@value #MAX_LENGTH} characters, nested
     *     deeper than 32 levels or made of more than 100 comparisons; to a strict service also when it names an
     *     attribute, or compares it, otherwise than its schema has it
     */
    public static Filter parse(String text, List<ResourceType> types, Conformance conformance) {
        Filter filter = parse(text, conformance);
        if (!conformance.takesLooseFilters()) {
            StrictFilter.ofResources(types).check(filter);
        }
        return filter;
    }

    /** The tree of the filter in the brackets of a value path, over the attribute before them; otherwise as above. */
    public static Filter parseElement(String text, Attribute attribute, Conformance conformance) {
        Filter filter = parse(text, conformance);
        if (!conformance.takesLooseFilters()) {
            StrictFilter.ofElements(attribute).check(filter);
        }
        return filter;
    }

    /** Parses a filter over any attributes, as tolerantly as possible. */
    public static Filter parse(String text) {
        return parse(text, Conformance.TOLERANT);
    }

    private static Filter parse(String text, Conformance conformance) {
        if (text.length() > MAX_LENGTH) {
            throw ScimException.invalidFilter("The filter is longer than " + MAX_LENGTH + " characters.");
        }
        FilterParser parser = new FilterParser(text, conformance);
        Filter filter = parser.or();
        if (!parser.scanner.atEnd()) {
            throw parser.scanner.error("'and' or 'or' expected");
        }
        return filter;
    }

    private Filter or() {
        Filter left = and();
        while (scanner.takeWord("or")) {
            left = new Filter.Or(left, and());
        }
        return left;
    }

    private Filter and() {
        Filter left = term();
        while (scanner.takeWord("and")) {
            left = new Filter.And(left, term());
        }
        return left;
    }

    private Filter term() {
        if (scanner.take('(')) {
            return nested(')');
        }
        String path = scanner.word("attribute name");
        if (path.equalsIgnoreCase("not") && scanner.take('(')) {
            return new Filter.Not(nested(')'));
        }
        return scanner.take('[') ? valuePath(path) : comparison(path);
    }

    private Filter nested(char end) {
        if (++depth > MAX_DEPTH) {
            throw ScimException.invalidFilter("The filter is nested deeper than " + MAX_DEPTH + " levels.");
        }
        Filter inner = or();
        scanner.expect(end);
        depth--;
        return inner;
    }

    private Filter valuePath(String path) {
        Filter inner = nested(']');
        // Clients compare a sub-attribute of the selected element; the RFC has this only in PATCH paths.
        if (conformance.takesLooseFilters() && scanner.take('.')) {
            inner = new Filter.And(inner, comparison(scanner.word("sub-attribute")));
        }
        return new Filter.ValuePath(path, inner);
    }

    private Filter comparison(String path) {
        if (++comparisons > MAX_COMPARISONS) {
            throw ScimException.invalidFilter("The filter has more than " + MAX_COMPARISONS + " comparisons.");
        }
        String word = scanner.word("operator");
        if (word.equalsIgnoreCase("pr")) {
            return new Filter.Present(path);
        }
        boolean negated = word.equalsIgnoreCase("ne");
        Operator operator = negated
                ? Operator.EQ
                : Operator.named(word)
                        .orElseThrow(() -> ScimException.invalidFilter(
                                "'%s' is not a filter operator; use one of eq, ne, co, sw, ew, pr, gt, ge, lt, le."
                                        .formatted(word)));
        Optional<Object> value = scanner.value();
        if (value.isEmpty()) {
            return nothing(path, operator, negated);
        }
        Filter comparison = new Filter.Comparison(path, operator, value.get());
        return negated ? new Filter.Not(comparison) : comparison;
    }

    private static Filter nothing(String path, Operator operator, boolean negated) {
        if (operator != Operator.EQ) {
            throw ScimException.invalidFilter("null can only be compared with eq and ne.");
        }
        return negated ? new Filter.Present(path) : new Filter.Not(new Filter.Present(path));
    }
}
