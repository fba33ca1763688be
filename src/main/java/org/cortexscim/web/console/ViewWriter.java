package org.cortexscim.web.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes a view by its template, which was compiled by the build. A template that fails has written nothing yet. */
@ApplicationScoped
public class ViewWriter implements MessageBodyWriter<View> {
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, ViewWriter.class.getClassLoader());

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return View.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            View view,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        templates.render(view.template(), view, page);
        page.writeTo(out);
    }
}
