package org.cortexscim.testing;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.web.admin.AdminApplication;
import org.cortexscim.web.scim.ScimApplication;

/**
 * A method of a resource, read from the code that serves it.
 *
 * @param path the template, such as {@code /scim/v2/Users/{id}}
 */
public record Endpoint(String method, String path) implements Comparable<Endpoint> {

    /** Every one that the service has. */
    public static List<Endpoint> all() {
        return Stream.of(new ScimApplication(), new AdminApplication())
                .flatMap(Endpoint::of)
                .sorted()
                .toList();
    }

    private static Stream<Endpoint> of(Application application) {
        String base =
                application.getClass().getAnnotation(ApplicationPath.class).value();
        return application.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods())
                        .flatMap(method -> verb(method).stream()
                                .map(verb -> new Endpoint(verb, tidy(base + "/" + path(type) + "/" + path(method))))));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .flatMap(type -> Stream.ofNullable(type.getAnnotation(HttpMethod.class)))
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(java.lang.reflect.AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String tidy(String path) {
        return path.replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "")
                .replaceAll("\\{(\\w+)(?::[^{}]*+(?:\\{[^{}]*}[^{}]*+)*+)?}", "{$1}");
    }

    /** The path with this in the place of every variable. */
    public String pathOf(String id) {
        return path.replaceAll("\\{\\w+}", id);
    }

    @Override
    public int compareTo(Endpoint other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
