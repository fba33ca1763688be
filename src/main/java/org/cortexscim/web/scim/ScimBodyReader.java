package org.cortexscim.web.scim;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.cortexscim.json.JsonBody;
import org.cortexscim.scim.ScimObject;

/** Reads a SCIM body. A charset parameter is not looked at: the bytes are UTF-8 whatever it says (RFC 8259 §8.1). */
public class ScimBodyReader implements MessageBodyReader<ScimObject> {
    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ScimObject.class;
    }

    @Override
    public ScimObject readFrom(
            Class<ScimObject> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException, WebApplicationException {
        return JsonBody.read(body);
    }
}
