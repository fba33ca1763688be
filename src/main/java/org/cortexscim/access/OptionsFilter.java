package org.cortexscim.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.PathSegment;
import java.lang.reflect.AnnotatedElement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cortexscim.roles.Permission;

/**
 * Lets a caller ask for the methods of a path who may use one of them. JAX-RS answers OPTIONS itself, without a resource's
 * method for {@link PermissionFilter} to look at; so the permissions of each path are collected when its methods are
 * registered.
 */
@PreMatching
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class OptionsFilter implements DynamicFeature, ContainerRequestFilter {
    /** A variable in a path, which may have a regular expression with braces. */
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");

    @Inject
    private CurrentCaller current;

    /** By the path's regular expression. */
    private final Map<String, Set<Permission>> permissions = new ConcurrentHashMap<>();

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        String template = normalized(path(resource.getResourceClass()) + "/" + path(resource.getResourceMethod()));
        String expression = VARIABLE.matcher(template).replaceAll("[^/]+").replace(".", "\\.");
        PermissionFilter.required(resource)
                .ifPresent(permission -> permissions
                        .computeIfAbsent(expression, key -> EnumSet.noneOf(Permission.class))
                        .add(permission));
    }

    @Override
    public void filter(ContainerRequestContext context) {
        if (context.getMethod().equals(HttpMethod.OPTIONS)) {
            String path = path(context.getUriInfo().getPathSegments());
            permissions.entrySet().stream()
                    .filter(entry -> path.matches(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .ifPresent(this::requireAny);
        }
    }

    private void requireAny(Set<Permission> wanted) {
        Set<Permission> present = current.authority().permissions();
        if (wanted.stream().noneMatch(present::contains)) {
            throw AccessDenied.missing(wanted.iterator().next());
        }
    }

    /** As resources are matched: decoded, and without path parameters. */
    private static String path(List<PathSegment> segments) {
        return normalized(segments.stream().map(PathSegment::getPath).collect(Collectors.joining("/")));
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** With one slash in front of each segment, and none behind the last one. */
    private static String normalized(String path) {
        return ("/" + path).replaceAll("/+", "/").replaceAll("/$", "");
    }
}
