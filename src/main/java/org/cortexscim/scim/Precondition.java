package org.cortexscim.scim;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a resource a request is for: the headers If-Match and If-None-Match (RFC 7644 §3.14, RFC 9110 §13.1),
 * or the {@code version} of a bulk operation.
 *
 * @param ifMatch a list of entity tags, one of which the resource must have
 * @param ifNoneMatch a list of entity tags, none of which the resource may have
 */
public record Precondition(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
    /** Any version. */
    public static final Precondition NONE = new Precondition(Optional.empty(), Optional.empty());

    /** The precondition in these headers; null for a header that was not sent. */
    public static Precondition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        return new Precondition(Optional.ofNullable(ifMatch), Optional.ofNullable(ifNoneMatch));
    }

    /** The only version that a bulk operation may change; empty for any. */
    public static Precondition version(Optional<String> version) {
        return new Precondition(version, Optional.empty());
    }

    /**
     * Refuses the change of a resource that is at another version than the request is for.
     *
     * @throws ScimException 412
     */
    public void require(EntityTag tag) {
        if (ifMatch.isPresent() && !tag.isIn(ifMatch.get())) {
            throw ScimException.preconditionFailed(
                    "The resource is at version %s, which does not match If-Match; read it again.".formatted(tag));
        }
        if (isHeld(tag)) {
            throw ScimException.preconditionFailed(
                    "The resource is at version %s, which If-None-Match excludes.".formatted(tag));
        }
    }

    /** Whether the client that reads the resource has this version already, so that the answer is a 304. */
    public boolean isHeld(EntityTag tag) {
        return ifNoneMatch.filter(tag::isIn).isPresent();
    }
}
