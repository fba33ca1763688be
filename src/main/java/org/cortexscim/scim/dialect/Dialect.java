package org.cortexscim.scim.dialect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.scim.Conformance;
import org.cortexscim.scim.ScimObject;
import org.cortexscim.scim.patch.PatchOperation;
import org.cortexscim.scim.schema.Attribute;
import org.cortexscim.scim.schema.AttributeRef;
import org.cortexscim.scim.schema.CoreSchemas;
import org.cortexscim.scim.schema.ResourceType;
import org.cortexscim.scim.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The quirks of clients that a service reads as meant, in the order in which they rewrite a request; a strict service
 * has none. Whatever no quirk recognizes stays as it was sent, for the engine to judge.
 */
public final class Dialect {
    private static final List<Quirk> VALUES = List.of(
            new FlatPath(),
            new MissingUrn(),
            new EmptyText(),
            new ArrayOfOne(),
            new MissingArray(),
            new BareValue(),
            new WrappedValue(),
            new EmptyElement(),
            new DisplayNameOfElement(),
            new BooleanText(),
            new NumberForText(),
            new NumberInQuotes());

    /** An empty or malformed member is refused, lest another change is made than the one that is meant. */
    private static final List<Quirk> IN_MEMBERS = List.of(new WrappedMembers(), new MissingArray(), new BareValue());

    private static final String SCHEMAS = "schemas";

    private final ResourceType type;
    private final List<Quirk> inDocuments;
    private final List<Quirk> inOperations;
    private final List<Quirk> inMembers;

    private Dialect(ResourceType type, List<Quirk> inDocuments, List<Quirk> inOperations, List<Quirk> inMembers) {
        this.type = type;
        this.inDocuments = inDocuments;
        this.inOperations = inOperations;
        this.inMembers = inMembers;
    }

    /** The dialect in which requests about resources of that type are read. */
    public static Dialect of(ResourceType type, EmbeddedJson json, Conformance conformance) {
        if (!conformance.readsLooseValues()) {
            return new Dialect(type, List.of(), List.of(), List.of());
        }
        // A packed role is unpacked before anything else looks at its value.
        List<Quirk> inOperations =
                Stream.concat(Stream.of(new PackedRole(json)), VALUES.stream()).toList();
        return new Dialect(type, VALUES, inOperations, IN_MEMBERS);
    }

    /** The body of a POST or PUT as it is meant. */
    public ScimObject document(ScimObject body) {
        ScimObject meant = body;
        for (Quirk quirk : inDocuments) {
            meant = quirk.document(type, meant);
        }
        ScimObject read = attributes(Optional.empty(), meant, inDocuments);
        if (body.has(SCHEMAS)) {
            // They may be one string, or missing; nothing else is meant for them.
            read.put(SCHEMAS, body.get(SCHEMAS));
        }
        return read;
    }

    /** The operations of a PATCH as they are meant. */
    public List<PatchOperation> operations(List<PatchOperation> sent) {
        return sent.stream().map(this::operation).toList();
    }

    private PatchOperation operation(PatchOperation sent) {
        Object value = sent.value();
        if (sent.path().isPresent()) {
            value = member(Optional.empty(), sent.path().get(), value, inOperations);
        } else if (value instanceof ScimObject members) {
            value = attributes(Optional.empty(), members, inOperations);
        }
        return new PatchOperation(sent.kind(), sent.path(), value, sent.hasValue());
    }

    private ScimObject attributes(Optional<Schema> extension, ScimObject object, List<Quirk> quirks) {
        ScimObject meant = new ScimObject();
        object.forEach((name, value) -> meant.put(name, member(extension, name, value, quirks)));
        return meant;
    }

    /** The value below a name in an object of attributes, or at a path: of an attribute, or of a whole schema. */
    private @Nullable Object member(
            Optional<Schema> extension, String name, @Nullable Object sent, List<Quirk> quirks) {
        Optional<Schema> inner = type.extension(name);
        if (sent instanceof ScimObject object
                && (inner.isPresent() || name.equalsIgnoreCase(type.schema().id()))) {
            return attributes(inner, object, quirks);
        }
        int open = name.indexOf('[');
        String filterless = open < 0 ? name : name.substring(0, open) + name.substring(name.lastIndexOf(']') + 1);
        Optional<AttributeRef> found = find(extension, filterless);
        if (found.isEmpty()) {
            return sent;
        }
        AttributeRef ref = found.get();
        boolean element = open >= 0 && ref.sub().isEmpty();
        boolean members = type.schema().id().equals(CoreSchemas.GROUP_URN)
                && ref.attribute().name().equals("members");
        return value(ref.leaf(), element, sent, members ? inMembers : quirks);
    }

    private Optional<AttributeRef> find(Optional<Schema> extension, String name) {
        return extension
                .flatMap(schema -> schema.attribute(name))
                .map(attribute -> new AttributeRef(extension.map(Schema::id), attribute, Optional.empty()))
                .or(() -> type.find(extension.map(schema -> schema.id() + ":").orElse("") + name));
    }

    private static @Nullable Object value(
            Attribute attribute, boolean element, @Nullable Object sent, List<Quirk> quirks) {
        boolean array = attribute.multiValued() && !element;
        Object meant = sent;
        for (Quirk quirk : quirks) {
            meant = array ? quirk.array(meant) : quirk.single(meant);
        }
        if (!array) {
            return one(attribute, meant, quirks);
        }
        return meant instanceof List<?> list
                ? list.stream().map(each -> one(attribute, each, quirks)).toList()
                : meant;
    }

    private static @Nullable Object one(Attribute attribute, @Nullable Object sent, List<Quirk> quirks) {
        Object meant = sent;
        for (Quirk quirk : quirks) {
            meant = quirk.value(attribute, meant);
        }
        if (!(meant instanceof ScimObject object)) {
            return meant;
        }
        ScimObject parts = new ScimObject();
        object.forEach((name, part) -> {
            Optional<Attribute> sub = attribute.sub(name);
            parts.put(name, sub.isPresent() ? value(sub.get(), false, part, quirks) : part);
        });
        return parts;
    }
}
