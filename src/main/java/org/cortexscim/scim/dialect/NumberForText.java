package org.cortexscim.scim.dialect;

import java.math.BigDecimal;
import org.cortexscim.scim.schema.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * A number for a string, such as an employee's number.
 *
 * <pre>{"employeeNumber":701984} reads as {"employeeNumber":"701984"}</pre>
 */
final class NumberForText implements Quirk {
    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        boolean text = switch (attribute.type()) {
            case BOOLEAN, DECIMAL, INTEGER, COMPLEX -> false;
            case STRING, REFERENCE, BINARY, DATE_TIME -> true;
        };
        return text && sent instanceof BigDecimal number ? number.toPlainString() : sent;
    }
}
