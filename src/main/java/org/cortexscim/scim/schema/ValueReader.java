package org.cortexscim.scim.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * Reads the value of an attribute into its canonical form: of the defined type, parts under their defined names and in
 * their order, without what is null, empty or read-only.
 */
public final class ValueReader {
    private static final int MAX_ELEMENTS = 200;

    private final Conformance conformance;

    public ValueReader(Conformance conformance) {
        this.conformance = conformance;
    }

    /**
     * The value of an attribute, a list when it is multi-valued; empty when the sent value is unassigned.
     *
     * @param path the attribute as a refusal names it
     * @throws ScimException invalidValue when the value has the wrong type, is too long or too many
     */
    public Optional<Object> read(Attribute attribute, @Nullable Object sent, String path) {
        return attribute.multiValued()
                ? elements(attribute, sent, path)
                : element(attribute, unwrapped(sent, path), path);
    }

    /** One value of an attribute, multi-valued or not; otherwise as {@link #read}. */
    public Optional<Object> element(Attribute attribute, @Nullable Object sent, String path) {
        boolean none = "".equals(sent) && (attribute.type() == AttributeType.STRING || conformance.readsLooseValues());
        if (sent == null || none || isEmptyElement(attribute, sent)) {
            return Optional.empty();
        }
        return attribute.isComplex()
                ? complex(attribute, sent, path)
                : Optional.of(new SimpleValue(attribute, path, conformance).read(sent));
    }

    /** The part of an object that a sub-attribute takes; Entra writes the {@code display} of a role as displayName. */
    public static String nameOfPart(ScimObject object, Attribute attribute, Attribute sub) {
        boolean other = sub.name().equals("display")
                && !object.has("display")
                && attribute.sub("displayName").isEmpty();
        return other ? "displayName" : sub.name();
    }

    /**
     * Refuses parts that the attribute does not have, where they are not to be passed over.
     *
     * @throws ScimException invalidSyntax
     */
    public void requireKnownParts(Attribute attribute, ScimObject object, String path) {
        if (!conformance.passesOverUnknownNames()) {
            object.names().stream()
                    .filter(name -> attribute.sub(name).isEmpty())
                    .findFirst()
                    .ifPresent(name -> {
                        throw StrictBody.unknown(path + "." + name);
                    });
        }
    }

    private Optional<Object> elements(Attribute attribute, @Nullable Object sent, String path) {
        if (sent != null && !(sent instanceof List) && !conformance.readsLooseValues()) {
            throw ScimException.invalidValue("'%s' must be an array of values.".formatted(path));
        }
        List<?> list = sent instanceof List<?> many ? many : sent == null ? List.of() : List.of(sent);
        if (list.size() > MAX_ELEMENTS) {
            throw ScimException.invalidValue("'%s' has more than %d values.".formatted(path, MAX_ELEMENTS));
        }
        List<Object> elements = new ArrayList<>();
        list.forEach(element -> element(attribute, element, path).ifPresent(elements::add));
        if (elements.stream().filter(ValueReader::isPrimary).count() > 1) {
            throw ScimException.invalidValue("'%s' has more than one primary value.".formatted(path));
        }
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements);
    }

    /**
     * Okta and OneLogin send a missing value as an element whose value is empty; such an element is ignored.
     *
     * <pre>"phoneNumbers":[{"value":"","type":"work"}]</pre>
     */
    private boolean isEmptyElement(Attribute attribute, Object sent) {
        return attribute.multiValued()
                && conformance.readsLooseValues()
                && sent instanceof ScimObject object
                && attribute.sub("value").isPresent()
                && object.has("value")
                && (object.get("value") == null || "".equals(object.get("value")));
    }

    private static boolean isPrimary(Object element) {
        return element instanceof ScimObject object && object.flag("primary").orElse(false);
    }

    private @Nullable Object unwrapped(@Nullable Object sent, String path) {
        if (!(sent instanceof List<?> list)) {
            return sent;
        }
        if (list.size() > 1 || !conformance.readsLooseValues()) {
            throw ScimException.invalidValue("'%s' takes a single value, not an array.".formatted(path));
        }
        return list.isEmpty() ? null : list.get(0);
    }

    private Optional<Object> complex(Attribute attribute, Object sent, String path) {
        ScimObject object = objectOf(attribute, sent, path);
        requireKnownParts(attribute, object, path);
        ScimObject canonical = new ScimObject();
        for (Attribute sub : attribute.subAttributes()) {
            if (!sub.isReadOnly()) {
                read(sub, object.get(nameOfPart(object, attribute, sub)), path + "." + sub.name())
                        .ifPresent(value -> canonical.put(sub.name(), value));
            }
        }
        return canonical.isEmpty() ? Optional.empty() : Optional.of(canonical);
    }

    private ScimObject objectOf(Attribute attribute, Object sent, String path) {
        if (sent instanceof ScimObject object) {
            return object;
        }
        boolean bare = attribute.sub("value").isPresent() && !(sent instanceof List) && !(sent instanceof Boolean);
        if (bare && conformance.readsLooseValues()) {
            return ScimObject.of("value", sent);
        }
        throw ScimException.invalidValue("'%s' must be a JSON object.".formatted(path));
    }
}
