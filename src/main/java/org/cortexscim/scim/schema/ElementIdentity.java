package org.cortexscim.scim.schema;

import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.SearchKey;

/** When two values of a multi-valued attribute are the same value (RFC 7643 §2.4), compared as filters compare. */
public final class ElementIdentity {
    private ElementIdentity() {}

    /** Value and type: what must not occur twice. */
    public static Object of(Attribute attribute, Object element) {
        return List.of(byValue(attribute, element), type(attribute, element));
    }

    /** The value alone, by which one is removed; the whole element where it has none. */
    public static Object byValue(Attribute attribute, Object element) {
        Object value = element instanceof ScimObject object ? object.get("value") : element;
        Optional<Attribute> compared = attribute.element("value");
        return value == null || compared.isEmpty() ? element : SearchKey.of(compared.get(), value);
    }

    private static String type(Attribute attribute, Object element) {
        Optional<Object> type =
                element instanceof ScimObject object ? Optional.ofNullable(object.get("type")) : Optional.empty();
        return attribute
                .sub("type")
                .flatMap(compared -> type.map(value -> SearchKey.of(compared, value)))
                .orElse("");
    }
}
