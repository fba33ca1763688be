package org.cortexscim.scim.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.StringPreparation;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeType;
import org.cortexscim.scim.schema.DateTimes;

/**
 * The key by which a value is searched: two values that are equal by the attribute's characteristics have the same
 * key, and keys of texts, instants and numbers sort as the values do. Text without {@code caseExact} is prepared by
 * {@link StringPreparation}, an instant is in UTC, a number is a {@link NumberKey}.
 */
public final class SearchKey {
    private static final DateTimeFormatter NANOS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private SearchKey() {}

    /** The key of a stored value: a String, Boolean or BigDecimal that fits the attribute's type. */
    public static String of(Attribute attribute, Object value) {
        if (attribute.type() == AttributeType.DATE_TIME) {
            return of(DateTimes.parse(value.toString()).orElse(Instant.EPOCH));
        }
        if (value instanceof BigDecimal number) {
            // A string attribute is compared with an unquoted number as it was written.
            boolean text = attribute.type() == AttributeType.STRING;
            return text ? number.toPlainString() : NumberKey.of(number);
        }
        return attribute.caseExact() ? StringPreparation.composed(value.toString()) : folded(value.toString());
    }

    /** An instant in UTC with all nine digits, so that the text sorts by time. */
    public static String of(Instant instant) {
        return NANOS.format(instant);
    }

    /** The key of the text, ignoring case. */
    public static String folded(String text) {
        return StringPreparation.compared(text);
    }

    /**
     * The key that a comparison looks for.
     *
     * @throws ScimException invalidFilter when the operator or the value does not fit the attribute's type
     */
    public static String wanted(Attribute attribute, Filter.Comparison comparison) {
        Operator operator = comparison.operator();
        Object value = comparison.value();
        switch (attribute.type()) {
            case COMPLEX ->
                throw ScimException.invalidFilter("'%s' is complex; compare one of its sub-attributes, such as '%s.%s'."
                        .formatted(
                                comparison.path(),
                                comparison.path(),
                                attribute.subAttributes().get(0).name()));
            case BOOLEAN -> {
                if (operator != Operator.EQ || !isBoolean(value)) {
                    throw unfit(comparison, "only be compared with eq or ne to true or false");
                }
            }
            case BINARY -> {
                // The index keeps a digest of long values, which says nothing of their parts.
                if (operator != Operator.EQ) {
                    throw unfit(comparison, "only be compared with eq or ne");
                }
            }
            case DATE_TIME -> {
                if (operator.isSubstring() || DateTimes.parse(value.toString()).isEmpty()) {
                    throw unfit(comparison, "only be compared to a date and time such as \"2026-01-31T08:00:00Z\"");
                }
            }
            case DECIMAL, INTEGER -> {
                if (operator.isSubstring() || !(value instanceof BigDecimal)) {
                    throw unfit(comparison, "only be compared to a number without quotes, and not with co, sw or ew");
                }
            }
            case STRING, REFERENCE -> {
                // every operator and every kind of literal is valid for strings
            }
        }
        return of(attribute, value);
    }

    private static boolean isBoolean(Object value) {
        return value.toString().equalsIgnoreCase("true") || value.toString().equalsIgnoreCase("false");
    }

    private static ScimException unfit(Filter.Comparison comparison, String how) {
        return ScimException.invalidFilter("'%s' can %s.".formatted(comparison.path(), how));
    }
}
