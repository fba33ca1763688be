package org.cortexscim.scim.filter;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.AttributeType;
import org.cortexscim.scim.schema.ResourceType;

/** Holds a filter to its schema's letter: full names of attributes, and literals of their types. */
final class StrictFilter {
    private final Function<String, Optional<AttributeRef>> names;

    private StrictFilter(Function<String, Optional<AttributeRef>> names) {
        this.names = names;
    }

    /** Checks filters over resources of these types; at least one type must define each attribute. */
    static StrictFilter ofResources(List<ResourceType> types) {
        return new StrictFilter(path ->
                types.stream().flatMap(type -> type.findExactly(path).stream()).findFirst());
    }

    /** Checks filters over the elements of an attribute. */
    static StrictFilter ofElements(Attribute attribute) {
        return new StrictFilter(name ->
                attribute.element(name).map(part -> new AttributeRef(Optional.empty(), part, Optional.empty())));
    }

    /**
     * Refuses a filter that only a tolerant service accepts.
     *
     * @throws ScimException invalidFilter
     */
    void check(Filter filter) {
        if (filter instanceof Filter.And and) {
            check(and.left());
            check(and.right());
        } else if (filter instanceof Filter.Or or) {
            check(or.left());
            check(or.right());
        } else if (filter instanceof Filter.Not not) {
            check(not.inner());
        } else if (filter instanceof Filter.Present present) {
            find(present.path());
        } else if (filter instanceof Filter.ValuePath path) {
            ofElements(find(path.path()).attribute()).check(path.inner());
        } else {
            checkLiteral((Filter.Comparison) filter);
        }
    }

    private void checkLiteral(Filter.Comparison comparison) {
        Attribute leaf = find(comparison.path()).leaf();
        Attribute compared = leaf.sub("value").orElse(leaf);
        if (!isOfType(compared.type(), comparison.value())) {
            throw ScimException.invalidFilter("'%s' is compared with a value of another type; it is of type %s."
                    .formatted(comparison.path(), compared.type().label()));
        }
    }

    private static boolean isOfType(AttributeType type, Object literal) {
        return switch (type) {
            case BOOLEAN -> literal instanceof Boolean;
            case DECIMAL, INTEGER -> literal instanceof BigDecimal;
            // A complex attribute is refused where the comparison is made.
            case COMPLEX -> true;
            case STRING, REFERENCE, BINARY, DATE_TIME -> literal instanceof String;
        };
    }

    private AttributeRef find(String path) {
        return names.apply(path)
                .orElseThrow(() -> ScimException.invalidFilter(
                        "'%s' is not an attribute that can be searched; see /Schemas.".formatted(path)));
    }
}
