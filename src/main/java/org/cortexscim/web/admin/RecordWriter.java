package org.cortexscim.web.admin;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.cortexscim.capacity.OutgoingBody;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of this package, and documents of other rooms, as JSON. The components of a record are the members of the
 * object, in their order, which JSON-B does not keep. An empty {@code Optional} is written as null; a component that is
 * null is left out.
 */
public class RecordWriter implements MessageBodyWriter<Object> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord() || type == ScimObject.class;
    }

    @Override
    public void writeTo(
            Object answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        JsonText.print(json(answer), new OutgoingBody(body));
    }

    private static Object json(Object value) {
        if (value instanceof Record record) {
            return object(record);
        }
        if (value instanceof Iterable<?> elements) {
            // One by one while they are written: a page may be larger than the memory.
            return (Iterable<?>) () -> StreamSupport.stream(elements.spliterator(), false)
                    .map(RecordWriter::json)
                    .iterator();
        }
        return value instanceof Number number ? new BigDecimal(number.toString()) : value;
    }

    private static ScimObject object(Record record) {
        ScimObject object = new ScimObject();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (value instanceof Optional<?> optional) {
                object.put(component.getName(), optional.map(RecordWriter::json).orElse(null));
            } else if (value != null) {
                object.put(component.getName(), json(value));
            }
        }
        return object;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException inaccessible) {
            throw new IllegalStateException(inaccessible);
        }
    }
}
