package org.cortexscim.scim.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * The members of a schema's or an attribute's definition, read strictly: what is not of its type is refused, and so is
 * a member that RFC 7643 §7 does not know, since a typo would silently lose what was meant.
 *
 * @param place the beginning of a refusal, such as {@code Attribute 'badge'}
 */
record Definition(String place, ScimObject members) {

    void requireOnly(Set<String> names) {
        members.names().stream()
                .filter(name -> names.stream().noneMatch(name::equalsIgnoreCase))
                .findFirst()
                .ifPresent(name -> {
                    throw refusal("'%s' is not a member that RFC 7643 §7 defines".formatted(name));
                });
    }

    /** The string; empty when the member is absent or null. */
    Optional<String> text(String name, int maxLength) {
        Object value = members.get(name);
        if (value != null && !(value instanceof String)) {
            throw refusal("'%s' must be a string".formatted(name));
        }
        Optional<String> text = members.text(name);
        if (text.isPresent() && text.get().length() > maxLength) {
            throw refusal("'%s' is longer than %d characters".formatted(name, maxLength));
        }
        return text;
    }

    boolean flag(String name, boolean otherwise) {
        Object value = members.get(name);
        if (value != null && !(value instanceof Boolean)) {
            throw refusal("'%s' must be true or false".formatted(name));
        }
        return members.flag(name).orElse(otherwise);
    }

    /** The strings of an array; empty when the member is absent or null. */
    List<String> texts(String name, int maxCount, int maxLength) {
        boolean fit = array(name, maxCount).stream()
                .allMatch(value -> value instanceof String text && !text.isBlank() && text.length() <= maxLength);
        if (!fit) {
            throw refusal("'%s' must contain strings of 1 to %d characters".formatted(name, maxLength));
        }
        return members.list(name).stream().map(String.class::cast).toList();
    }

    /** The objects of an array; empty when the member is absent or null. */
    List<ScimObject> objects(String name, int maxCount) {
        if (!array(name, maxCount).stream().allMatch(ScimObject.class::isInstance)) {
            throw refusal("'%s' must be an array of JSON objects".formatted(name));
        }
        return members.objects(name);
    }

    /** The constant with this label, ignoring case. */
    <E> E choice(String name, E otherwise, E[] choices, Function<E, String> label) {
        Optional<String> word = text(name, 100);
        return word.isEmpty()
                ? otherwise
                : Arrays.stream(choices)
                        .filter(choice -> label.apply(choice).equalsIgnoreCase(word.get()))
                        .findFirst()
                        .orElseThrow(() -> refusal("'%s' must be one of: %s"
                                .formatted(
                                        name, Arrays.stream(choices).map(label).collect(Collectors.joining(", ")))));
    }

    ScimException refusal(String problem) {
        return ScimException.invalidValue(place + ": " + problem + ".");
    }

    private List<? extends @Nullable Object> array(String name, int maxCount) {
        Object value = members.get(name);
        if (value != null && !(value instanceof List)) {
            throw refusal("'%s' must be an array".formatted(name));
        }
        if (members.list(name).size() > maxCount) {
            throw refusal("'%s' has more than %d elements".formatted(name, maxCount));
        }
        return members.list(name);
    }
}
