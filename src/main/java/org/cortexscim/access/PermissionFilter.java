package org.cortexscim.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cortexscim.roles.Permission;

/** Lets a caller through who has the permission that the resource's method states in {@link Requires}, or needs none. */
@ApplicationScoped
@Priority(Priorities.AUTHORIZATION)
public class PermissionFilter implements ContainerRequestFilter {
    @Context
    private ResourceInfo resource;

    @Inject
    private CurrentCaller current;

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceClass().isAnnotationPresent(ForEveryone.class)) {
            return;
        }
        current.require(required(resource).orElseThrow(AccessDenied::closed));
    }

    /** The permission that a resource's method states; none for one that no one may call. */
    static Optional<Permission> required(ResourceInfo resource) {
        return Stream.of(resource.getResourceMethod(), resource.getResourceClass())
                .map(element -> element.getAnnotation(Requires.class))
                .filter(Objects::nonNull)
                .map(Requires::value)
                .findFirst();
    }
}
