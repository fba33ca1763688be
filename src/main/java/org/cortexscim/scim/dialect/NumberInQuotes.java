package org.cortexscim.scim.dialect;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeType;
import org.jspecify.annotations.Nullable;

/**
 * Entra sends the numbers of an extension as strings.
 *
 * <pre>{"urn:example:User":{"floor":"7"}} reads as {"urn:example:User":{"floor":7}}</pre>
 */
final class NumberInQuotes implements Quirk {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:\\.[0-9]{1,18})?");

    @Override
    public @Nullable Object value(Attribute attribute, @Nullable Object sent) {
        boolean number = attribute.type() == AttributeType.INTEGER || attribute.type() == AttributeType.DECIMAL;
        return number && sent instanceof String text && NUMBER.matcher(text).matches() ? new BigDecimal(text) : sent;
    }
}
