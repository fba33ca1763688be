package org.cortexscim.schemas;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.json.JsonBody;
import org.cortexscim.scim.ScimException;
import org.cortexscim.scim.schema.SchemaReader;
import org.cortexscim.storage.Migrations;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts the extensions of a folder in force when the application starts: {@code SCIM_EXTENSION_SCHEMAS} names it, and
 * each of its {@code .json} files defines one. An extension whose file is gone stays.
 */
@ApplicationScoped
public class SchemaFolder {
    @Inject
    private ExtensionSchemas schemas;

    @Inject
    @ConfigProperty(name = "SCIM_EXTENSION_SCHEMAS")
    private Optional<String> folder;

    /** The audit log asks who the caller is, which it does within a request's scope. */
    @ActivateRequestContext
    void load(@Observes @Priority(Migrations.PRIORITY + 200) Startup startup) {
        folder.map(Path::of).ifPresent(path -> files(path).forEach(this::put));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "SCIM_EXTENSION_SCHEMAS: the folder %s cannot be read.".formatted(folder), unreadable);
        }
    }

    private void put(Path file) {
        try (InputStream text = Files.newInputStream(file)) {
            schemas.put(SchemaReader.read(JsonBody.read(text)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "SCIM_EXTENSION_SCHEMAS: the file %s cannot be read.".formatted(file), unreadable);
        } catch (ScimException refusal) {
            throw new IllegalStateException(
                    "SCIM_EXTENSION_SCHEMAS: %s is refused. %s".formatted(file, refusal.detail()), refusal);
        }
    }
}
