package org.cortexscim.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.cortexscim.access.ForEveryone;

/** The styles and scripts of the pages: these files, and no others. The server itself serves no files. */
@Path("/assets")
@RequestScoped
@ForEveryone
public class AssetsResource {
    private static final String CSS = "text/css;charset=UTF-8";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";
    private static final Map<String, Asset> ASSETS = Map.of(
            "bootstrap.css",
            new Asset("/META-INF/resources/webjars/bootstrap/5.3.8/css/bootstrap.min.css", CSS),
            "console.css",
            new Asset("/console/console.css", CSS),
            "copy.js",
            new Asset("/console/copy.js", SCRIPT),
            "htmx.js",
            new Asset("/META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js", SCRIPT),
            "theme.js",
            new Asset("/console/theme.js", SCRIPT));

    private record Asset(String resource, String type) {}

    @GET
    @Path("{name}")
    public Response get(@PathParam("name") String name) {
        Asset asset = ASSETS.get(name);
        if (asset == null) {
            throw new NotFoundException();
        }
        return Response.ok(content(asset.resource()), asset.type())
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .build();
    }

    private static byte[] content(String resource) {
        try (InputStream file = Objects.requireNonNull(AssetsResource.class.getResourceAsStream(resource), resource)) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
