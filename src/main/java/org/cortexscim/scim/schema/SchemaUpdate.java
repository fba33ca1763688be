package org.cortexscim.scim.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The replacement of an extension's definition by another one, or its removal.
 *
 * @param after empty when the extension is removed
 */
public record SchemaUpdate(Schema before, Optional<Schema> after) {

    /**
     * The attributes whose values could no longer be read, found or written as they are stored: the attribute is gone,
     * or its type, {@code multiValued} or {@code caseExact} is another.
     */
    public List<AttributeRef> lost() {
        return leaves(before).filter(ref -> !survives(ref)).toList();
    }

    private boolean survives(AttributeRef ref) {
        Optional<Attribute> now =
                after.flatMap(schema -> schema.attribute(ref.attribute().name()));
        return now.isPresent()
                && isStoredAlike(ref.attribute(), now.get())
                && (ref.sub().isEmpty()
                        || now.get()
                                .sub(ref.sub().get().name())
                                .filter(sub -> isStoredAlike(ref.leaf(), sub))
                                .isPresent());
    }

    private static boolean isStoredAlike(Attribute before, Attribute now) {
        return before.type() == now.type()
                && before.multiValued() == now.multiValued()
                && before.caseExact() == now.caseExact();
    }

    /** The attributes of an extension that hold values themselves: parts instead of complex attributes. */
    static Stream<AttributeRef> leaves(Schema extension) {
        return extension.attributes().stream()
                .map(attribute -> new AttributeRef(Optional.of(extension.id()), attribute, Optional.empty()))
                .flatMap(ref -> ref.attribute().isComplex()
                        ? ref.attribute().subAttributes().stream().flatMap(sub -> ref.withSub(sub.name()).stream())
                        : Stream.of(ref));
    }
}
