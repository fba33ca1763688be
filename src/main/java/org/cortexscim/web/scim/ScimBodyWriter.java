package org.cortexscim.web.scim;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.cortexscim.capacity.OutgoingBody;
import org.cortexscim.json.JsonText;
import org.cortexscim.scim.ScimObject;

/** Writes a SCIM body, in UTF-8, as a stream. */
public class ScimBodyWriter implements MessageBodyWriter<ScimObject> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ScimObject.class;
    }

    @Override
    public void writeTo(
            ScimObject document,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        JsonText.print(document, new OutgoingBody(body));
    }
}
