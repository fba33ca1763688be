package org.cortexscim.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.filter.SearchKey;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.search.sql.BoundedKey;
import org.jspecify.annotations.Nullable;

/**
 * A leaf of a document as filters look for it.
 *
 * @param path the attribute's key, such as {@code emails.value}
 * @param element which element of a multi-valued attribute it is in, from 0
 * @param key the value's search key, bounded by {@link BoundedKey}
 */
record IndexedValue(String path, int element, String key) {

    /** All leaves of a document that have no column of their own. */
    static Set<IndexedValue> of(ResourceType type, ScimObject document) {
        Set<IndexedValue> values = new LinkedHashSet<>();
        type.schema().attributes().forEach(attribute -> collect(ref(Optional.empty(), attribute), document, values));
        type.extensions()
                .forEach(extension -> document.object(extension.id())
                        .ifPresent(part -> extension
                                .attributes()
                                .forEach(attribute ->
                                        collect(ref(Optional.of(extension.id()), attribute), part, values))));
        return values;
    }

    private static AttributeRef ref(Optional<String> extension, Attribute attribute) {
        return new AttributeRef(extension, attribute, Optional.empty());
    }

    private static void collect(AttributeRef ref, ScimObject home, Set<IndexedValue> values) {
        List<Object> elements = elements(home.get(ref.attribute().name()));
        for (int element = 0; element < elements.size(); element++) {
            collectElement(ref, element, elements.get(element), values);
        }
    }

    private static List<Object> elements(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        return value == null ? List.of() : List.of(value);
    }

    private static void collectElement(AttributeRef ref, int element, Object value, Set<IndexedValue> values) {
        if (value instanceof ScimObject object) {
            for (Attribute sub : ref.attribute().subAttributes()) {
                Object part = object.get(sub.name());
                if (part != null) {
                    add(new AttributeRef(ref.extension(), ref.attribute(), Optional.of(sub)), element, part, values);
                }
            }
        } else {
            add(ref, element, value, values);
        }
    }

    private static void add(AttributeRef ref, int element, Object value, Set<IndexedValue> values) {
        if (!UserSql.COLUMNS.containsKey(ref.key())) {
            values.add(new IndexedValue(ref.key(), element, BoundedKey.of(SearchKey.of(ref.leaf(), value))));
        }
    }
}
