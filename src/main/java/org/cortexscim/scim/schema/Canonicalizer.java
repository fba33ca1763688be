package org.cortexscim.scim.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a client sent into the canonical document of a resource: attributes under their defined names, in the
 * schema's order, with values of their defined types; nothing unassigned, read-only, write-only or unknown.
 *
 * <p>Clients differ from the RFC in known ways, and these are read as meant: {@code "True"} and {@code [false]} for a
 * boolean, a number for a text, one object for a list of one, a bare text for a complex value's {@code value},
 * {@code ""} and null for no value, also as the {@code value} of an element, which is dropped then.
 */
public final class Canonicalizer {
    private static final int MAX_ELEMENTS = 200;

    private final ResourceType type;

    public Canonicalizer(ResourceType type) {
        this.type = type;
    }

    /**
     * The canonical document. Its {@code id}, {@code schemas}, {@code meta} and other read-only attributes are gone.
     *
     * @throws ScimException invalidValue naming the attribute, when a value has the wrong type, is too long or too many
     */
    public ScimObject canonical(ScimObject sent) {
        checkSchemas(sent.get("schemas"));
        ScimObject document = new ScimObject();
        keep(document, CommonAttributes.EXTERNAL_ID, sent, "");
        type.schema().attributes().forEach(attribute -> keep(document, attribute, sent, ""));
        for (Schema extension : type.extensions()) {
            Object value = sent.get(extension.id());
            if (value == null) {
                continue;
            }
            if (!(value instanceof ScimObject part)) {
                throw ScimException.invalidValue("'%s' must be a JSON object.".formatted(extension.id()));
            }
            ScimObject canonical = new ScimObject();
            extension.attributes().forEach(attribute -> keep(canonical, attribute, part, extension.id() + ":"));
            if (!canonical.isEmpty()) {
                document.put(extension.id(), canonical);
            }
        }
        return document;
    }

    /**
     * Checks that every mandatory attribute has a value.
     *
     * @throws ScimException invalidValue naming the first that is missing
     */
    public void requireMandatory(ScimObject document) {
        for (Attribute attribute : type.schema().attributes()) {
            if (attribute.required() && document.get(attribute.name()) == null) {
                throw ScimException.invalidValue("'%s' is required.".formatted(attribute.name()));
            }
        }
    }

    private static void checkSchemas(@Nullable Object schemas) {
        boolean texts = schemas instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        if (schemas != null && !texts && !(schemas instanceof String)) {
            throw ScimException.invalidValue("'schemas' must be an array of schema URNs.");
        }
    }

    private static void keep(ScimObject document, Attribute attribute, ScimObject sent, String prefix) {
        // A password is never kept: users sign in at the identity provider.
        if (attribute.isReadOnly() || attribute.mutability() == Mutability.WRITE_ONLY) {
            return;
        }
        Object value = value(attribute, sent.get(attribute.name()), prefix + attribute.name());
        if (value != null) {
            document.put(attribute.name(), value);
        }
    }

    private static @Nullable Object value(Attribute attribute, @Nullable Object sent, String path) {
        return attribute.multiValued()
                ? elements(attribute, sent, path)
                : single(attribute, unwrapped(sent, path), path);
    }

    private static @Nullable Object elements(Attribute attribute, @Nullable Object sent, String path) {
        List<?> list = sent instanceof List<?> many ? many : sent == null ? List.of() : List.of(sent);
        if (list.size() > MAX_ELEMENTS) {
            throw ScimException.invalidValue("'%s' has more than %d values.".formatted(path, MAX_ELEMENTS));
        }
        List<Object> elements = new ArrayList<>();
        for (Object element : list) {
            Object canonical = hasEmptyValue(attribute, element) ? null : single(attribute, element, path);
            if (canonical != null) {
                elements.add(canonical);
            }
        }
        if (elements.stream().filter(Canonicalizer::isPrimary).count() > 1) {
            throw ScimException.invalidValue("'%s' has more than one primary value.".formatted(path));
        }
        return elements.isEmpty() ? null : elements;
    }

    /**
     * Okta and OneLogin send what somebody lacks as an element whose value is empty; it is no element then.
     *
     * <pre>"phoneNumbers":[{"value":"","type":"work"}]</pre>
     */
    private static boolean hasEmptyValue(Attribute attribute, @Nullable Object element) {
        return element instanceof ScimObject object
                && attribute.sub("value").isPresent()
                && object.has("value")
                && (object.get("value") == null || "".equals(object.get("value")));
    }

    private static boolean isPrimary(Object element) {
        return element instanceof ScimObject object && object.flag("primary").orElse(false);
    }

    private static @Nullable Object unwrapped(@Nullable Object sent, String path) {
        if (!(sent instanceof List<?> list)) {
            return sent;
        }
        if (list.size() > 1) {
            throw ScimException.invalidValue("'%s' takes one value, not a list of them.".formatted(path));
        }
        return list.isEmpty() ? null : list.get(0);
    }

    private static @Nullable Object single(Attribute attribute, @Nullable Object sent, String path) {
        if (sent == null || sent.equals("")) {
            return null;
        }
        return attribute.isComplex() ? complex(attribute, sent, path) : simple(attribute, sent, path);
    }

    private static @Nullable Object complex(Attribute attribute, Object sent, String path) {
        ScimObject object = objectOf(attribute, sent, path);
        ScimObject canonical = new ScimObject();
        for (Attribute sub : attribute.subAttributes()) {
            if (!sub.isReadOnly()) {
                Object value = value(sub, partOf(object, attribute, sub), path + "." + sub.name());
                if (value != null) {
                    canonical.put(sub.name(), value);
                }
            }
        }
        return canonical.isEmpty() ? null : canonical;
    }

    /** Entra writes the {@code display} of a role as {@code displayName}. */
    private static @Nullable Object partOf(ScimObject object, Attribute attribute, Attribute sub) {
        boolean other = sub.name().equals("display")
                && !object.has("display")
                && attribute.sub("displayName").isEmpty();
        return object.get(other ? "displayName" : sub.name());
    }

    private static ScimObject objectOf(Attribute attribute, Object sent, String path) {
        if (sent instanceof ScimObject object) {
            return object;
        }
        if (attribute.sub("value").isPresent() && !(sent instanceof List) && !(sent instanceof Boolean)) {
            return ScimObject.of("value", sent);
        }
        throw ScimException.invalidValue("'%s' must be a JSON object.".formatted(path));
    }

    private static Object simple(Attribute attribute, Object sent, String path) {
        return switch (attribute.type()) {
            case BOOLEAN -> bool(sent, path);
            case DECIMAL, INTEGER -> number(attribute, sent, path);
            default -> text(attribute, sent, path);
        };
    }

    private static Boolean bool(Object sent, String path) {
        if (sent instanceof Boolean flag) {
            return flag;
        }
        String word = sent.toString().toLowerCase(Locale.ROOT);
        if (sent instanceof String && (word.equals("true") || word.equals("false"))) {
            return Boolean.valueOf(word);
        }
        throw ScimException.invalidValue("'%s' must be true or false.".formatted(path));
    }

    private static BigDecimal number(Attribute attribute, Object sent, String path) {
        if (sent instanceof BigDecimal number && (attribute.type() == AttributeType.DECIMAL || isWhole(number))) {
            return number;
        }
        throw ScimException.invalidValue("'%s' must be %s."
                .formatted(path, attribute.type() == AttributeType.INTEGER ? "a whole number" : "a number"));
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    private static String text(Attribute attribute, Object sent, String path) {
        if (!(sent instanceof String) && !(sent instanceof BigDecimal)) {
            throw ScimException.invalidValue("'%s' must be a text.".formatted(path));
        }
        String text = sent instanceof BigDecimal number ? number.toPlainString() : sent.toString();
        if (text.length() > attribute.maxLength()) {
            throw ScimException.invalidValue(
                    "'%s' is longer than %d characters.".formatted(path, attribute.maxLength()));
        }
        if (attribute.type() == AttributeType.DATE_TIME && DateTimes.parse(text).isEmpty()) {
            throw ScimException.invalidValue(
                    "'%s' must be a date and time such as 2026-01-31T08:00:00Z.".formatted(path));
        }
        if (attribute.type() == AttributeType.BINARY && !isBase64(text)) {
            throw ScimException.invalidValue("'%s' must be Base64-encoded.".formatted(path));
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
}
