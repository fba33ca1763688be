package org.cortexscim.scim.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        return attribute.multiValued() ? elements(attribute, sent, path) : element(attribute, single(sent, path), path);
    }

    /** One value of an attribute, multi-valued or not; otherwise as {@link #read}. */
    public Optional<Object> element(Attribute attribute, @Nullable Object sent, String path) {
        if (sent == null || (sent.equals("") && attribute.type() == AttributeType.STRING)) {
            return Optional.empty();
        }
        return attribute.isComplex()
                ? complex(attribute, sent, path)
                : Optional.of(new SimpleValue(attribute, path).read(sent));
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
        if (sent != null && !(sent instanceof List)) {
            throw ScimException.invalidValue("'%s' must be an array of values.".formatted(path));
        }
        List<?> list = sent instanceof List<?> many ? many : List.of();
        if (list.size() > MAX_ELEMENTS) {
            throw ScimException.invalidValue("'%s' has more than %d values.".formatted(path, MAX_ELEMENTS));
        }
        Map<Object, Object> distinct = new LinkedHashMap<>();
        list.forEach(element -> element(attribute, element, path)
                .ifPresent(read -> distinct.merge(ElementIdentity.of(attribute, read), read, ValueReader::either)));
        List<Object> elements = List.copyOf(distinct.values());
        if (elements.stream().filter(ValueReader::isPrimary).count() > 1) {
            throw ScimException.invalidValue("'%s' has more than one primary value.".formatted(path));
        }
        return elements.isEmpty() ? Optional.empty() : Optional.of(elements);
    }

    /** Of two elements that are the same, the first, unless only the other one is primary. */
    private static Object either(Object first, Object second) {
        return isPrimary(second) && !isPrimary(first) ? second : first;
    }

    private static boolean isPrimary(Object element) {
        return element instanceof ScimObject object && object.flag("primary").orElse(false);
    }

    private @Nullable Object single(@Nullable Object sent, String path) {
        if (!(sent instanceof List<?> list)) {
            return sent;
        }
        if (list.size() > 1 || !conformance.readsLooseValues()) {
            throw ScimException.invalidValue("'%s' takes a single value, not an array.".formatted(path));
        }
        // No value, or an array inside an array, which is of the wrong type.
        return list.isEmpty() ? null : list;
    }

    private Optional<Object> complex(Attribute attribute, Object sent, String path) {
        if (!(sent instanceof ScimObject object)) {
            throw ScimException.invalidValue("'%s' must be a JSON object.".formatted(path));
        }
        requireKnownParts(attribute, object, path);
        ScimObject canonical = new ScimObject();
        for (Attribute sub : attribute.subAttributes()) {
            if (!sub.isReadOnly()) {
                read(sub, object.get(sub.name()), path + "." + sub.name())
                        .ifPresent(value -> canonical.put(sub.name(), value));
            }
        }
        return canonical.isEmpty() ? Optional.empty() : Optional.of(canonical);
    }
}
