package org.cortexscim.search.sql;

import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.filter.Filter;
import org.cortexscim.scim.filter.Operator;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.storage.Sql;

/** Compiles the inner filter of a value path; all of its parts apply to the same element. */
public final class ElementFilter {
    private final AttributeRef ref;
    private final Leaf leaf;

    /** Asks the element for one of its sub-attributes. */
    public interface Leaf {
        Sql present(AttributeRef sub);

        Sql compare(AttributeRef sub, Operator operator, String wanted);
    }

    public ElementFilter(AttributeRef ref, Leaf leaf) {
        this.ref = ref;
        this.leaf = leaf;
    }

    /**
     * The condition on the element.
     *
     * @throws ScimException invalidFilter when a name is not a sub-attribute
     */
    public Sql compile(Filter filter) {
        if (filter instanceof Filter.And and) {
            return compile(and.left()).and(compile(and.right()));
        }
        if (filter instanceof Filter.Or or) {
            return compile(or.left()).or(compile(or.right()));
        }
        if (filter instanceof Filter.Not not) {
            return compile(not.inner()).negated();
        }
        if (filter instanceof Filter.Present present) {
            return leaf.present(sub(present.path()));
        }
        if (filter instanceof Filter.Comparison comparison) {
            AttributeRef sub = sub(comparison.path());
            return leaf.compare(sub, comparison.operator(), SearchKey.wanted(sub.leaf(), comparison));
        }
        throw ScimException.invalidFilter("A value path cannot contain another value path (RFC 7644 section 3.4.2.2).");
    }

    private AttributeRef sub(String name) {
        return ref.withSub(name)
                .orElseThrow(() -> ScimException.invalidFilter("'%s' has no sub-attribute '%s'."
                        .formatted(ref.attribute().name(), name)));
    }
}
