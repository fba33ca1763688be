package org.cortexscim.access.keys;

import java.util.List;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.ScimObject;

/**
 * Something has happened to an API key. Fired inside the transaction of the change; never with a secret or its hash.
 *
 * @param cid the key's public id
 * @param name the key's name after the change
 */
public record ApiKeyChanged(Kind kind, String cid, String name, List<Difference> changes) {
    public ApiKeyChanged {
        changes = List.copyOf(changes);
    }

    /** The kind of change. */
    public enum Kind {
        CREATED,
        UPDATED,
        /** It has a new secret, and the former one is valid for a while. */
        ROTATION_STARTED,
        /** The former secret has been ended. */
        ROTATION_COMPLETED,
        /** The new secret has been ended. */
        ROTATION_UNDONE,
        /** It has a new secret, and all others have been ended. */
        ROTATED,
        DELETED,
        EXPIRES_SOON
    }

    static ApiKeyChanged created(ApiKey key) {
        return of(Kind.CREATED, key, Difference.between(new ScimObject(), key.audited()));
    }

    static ApiKeyChanged deleted(ApiKey key) {
        return of(Kind.DELETED, key, Difference.between(key.audited(), new ScimObject()));
    }

    static ApiKeyChanged of(Kind kind, ApiKey key, List<Difference> changes) {
        return new ApiKeyChanged(kind, key.cid(), key.label().name(), changes);
    }
}
