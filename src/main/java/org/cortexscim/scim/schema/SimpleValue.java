package org.cortexscim.scim.schema;

import java.math.BigDecimal;
import java.util.Base64;
import org.cortexscim.scim.ScimException;

/** Reads one value of a simple type (RFC 7643 §2.3) into the Boolean, BigDecimal or String that it is kept as. */
record SimpleValue(Attribute attribute, String path) {

    /** The value, or invalidValue naming the attribute. */
    Object read(Object sent) {
        return switch (attribute.type()) {
            case BOOLEAN -> bool(sent);
            case DECIMAL, INTEGER -> number(sent);
            default -> text(sent);
        };
    }

    private Boolean bool(Object sent) {
        if (sent instanceof Boolean flag) {
            return flag;
        }
        throw refused("must be true or false");
    }

    private BigDecimal number(Object sent) {
        if (sent instanceof BigDecimal number && (attribute.type() == AttributeType.DECIMAL || isWhole(number))) {
            return number;
        }
        throw refused("must be " + (attribute.type() == AttributeType.INTEGER ? "a whole number" : "a number"));
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private String text(Object sent) {
        if (!(sent instanceof String text)) {
            throw refused("must be a string");
        }
        if (text.length() > attribute.maxLength()) {
            throw refused("is longer than %d characters".formatted(attribute.maxLength()));
        }
        if (attribute.type() == AttributeType.DATE_TIME && DateTimes.parse(text).isEmpty()) {
            throw refused("must be a date and time such as 2026-01-31T08:00:00Z");
        }
        if (attribute.type() == AttributeType.BINARY && !isBase64(text)) {
            throw refused("must be Base64-encoded");
        }
        return text;
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getMimeDecoder().decode(text);
            return text.matches("[A-Za-z0-9+/=\\s]*");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private ScimException refused(String why) {
        return ScimException.invalidValue("'%s' %s.".formatted(path, why));
    }
}
