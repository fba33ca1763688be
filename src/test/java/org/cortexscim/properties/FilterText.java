package org.cortexscim.properties;

import jakarta.json.Json;
import java.math.BigDecimal;
import org.cortexscim.scim.filter.Filter;

/** Writes a filter by the grammar of RFC 7644 §3.4.2.2, with every pair of parentheses that could be needed. */
final class FilterText {
    private FilterText() {}

    static String of(Filter filter) {
        if (filter instanceof Filter.And and) {
            return "(" + of(and.left()) + " and " + of(and.right()) + ")";
        }
        if (filter instanceof Filter.Or or) {
            return "(" + of(or.left()) + " or " + of(or.right()) + ")";
        }
        if (filter instanceof Filter.Not not) {
            return "not (" + of(not.inner()) + ")";
        }
        if (filter instanceof Filter.Present present) {
            return present.path() + " pr";
        }
        if (filter instanceof Filter.ValuePath path) {
            return path.path() + "[" + of(path.inner()) + "]";
        }
        Filter.Comparison comparison = (Filter.Comparison) filter;
        return comparison.path() + " " + comparison.operator() + " " + literal(comparison.value());
    }

    private static String literal(Object value) {
        boolean bare = value instanceof Boolean || value instanceof BigDecimal;
        return bare ? value.toString() : Json.createValue(value.toString()).toString();
    }
}
