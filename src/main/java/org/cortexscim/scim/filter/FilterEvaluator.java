package org.cortexscim.scim.filter;

import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.schema.Attribute;

/** Evaluates a filter on one element of a multi-valued attribute, as the value path of a PATCH requires. */
public final class FilterEvaluator {
    private final Attribute attribute;

    /** An evaluator for elements of this attribute; elements of a simple attribute are objects with only a value. */
    public FilterEvaluator(Attribute attribute) {
        this.attribute = attribute;
    }

    /**
     * Tells whether the element fulfils the filter.
     *
     * @throws ScimException invalidFilter when the filter names no sub-attribute of the attribute
     */
    public boolean matches(Filter filter, ScimObject element) {
        if (filter instanceof Filter.And and) {
            // Both sides are looked at, so that a wrong name in either is always refused.
            boolean left = matches(and.left(), element);
            return matches(and.right(), element) && left;
        }
        if (filter instanceof Filter.Or or) {
            boolean left = matches(or.left(), element);
            return matches(or.right(), element) || left;
        }
        if (filter instanceof Filter.Not not) {
            return !matches(not.inner(), element);
        }
        if (filter instanceof Filter.Present present) {
            sub(present.path());
            return element.get(present.path()) != null;
        }
        if (filter instanceof Filter.Comparison comparison) {
            return compare(comparison, element);
        }
        throw ScimException.invalidFilter("A value path cannot contain another value path (RFC 7644 section 3.4.2.2).");
    }

    private boolean compare(Filter.Comparison comparison, ScimObject element) {
        Attribute sub = sub(comparison.path());
        String wanted = SearchKey.wanted(sub, comparison);
        Object actual = element.get(comparison.path());
        return actual != null && comparison.operator().holds(SearchKey.of(sub, actual), wanted);
    }

    private Attribute sub(String name) {
        return attribute
                .element(name)
                .orElseThrow(() -> ScimException.invalidFilter(
                        "'%s' has no sub-attribute '%s'.".formatted(attribute.name(), name)));
    }
}
