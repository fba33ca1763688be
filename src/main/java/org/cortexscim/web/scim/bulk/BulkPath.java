package org.cortexscim.web.scim.bulk;

import java.util.List;
import org.cortexscim.scim.ScimException;

/**
 * The target of an operation of a bulk request: {@code /Users}, {@code /Users/<id>} or {@code /Users/bulkId:qwerty}.
 *
 * @param resource the path after the endpoint; empty for the collection
 */
record BulkPath(BulkTarget target, String resource) {

    /**
     * Reads a path.
     *
     * @throws ScimException 404 when a bulk request cannot change anything at the path
     */
    static BulkPath of(String path, List<BulkTarget> targets) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        return targets.stream()
                .filter(target -> absolute.equals(target.type().endpoint())
                        || absolute.startsWith(target.type().endpoint() + "/"))
                .findFirst()
                .map(target -> new BulkPath(target, rest(absolute, target)))
                .orElseThrow(() -> ScimException.notFound(
                        "A bulk request can change only /Users and /Groups; use a path under one of them."));
    }

    private static String rest(String path, BulkTarget target) {
        return path.substring(target.type().endpoint().length()).replaceFirst("^/", "");
    }

    /**
     * The kind of resource, when the path names the collection.
     *
     * @throws ScimException 405 when it names one resource
     */
    BulkTarget collection() {
        if (!resource.isEmpty()) {
            throw ScimException.status(
                    405,
                    "A POST must have the path %s, without an id."
                            .formatted(target.type().endpoint()));
        }
        return target;
    }

    /**
     * The resource's id, or the reference to it.
     *
     * @throws ScimException 405 when the path names the whole collection
     */
    String id() {
        if (resource.isEmpty()) {
            throw ScimException.status(
                    405,
                    "The path of this operation must name one resource: %s/<id>."
                            .formatted(target.type().endpoint()));
        }
        return resource;
    }
}
