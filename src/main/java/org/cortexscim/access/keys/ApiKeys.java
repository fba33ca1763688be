package org.cortexscim.access.keys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cortexscim.roles.Authority;
import org.cortexscim.roles.Roles;
import org.cortexscim.scim.Difference;
import org.cortexscim.scim.Reason;
import org.cortexscim.scim.ScimException;
import org.cortexscim.storage.InTransaction;

/** The workspace's API keys. */
@ApplicationScoped
@InTransaction
public class ApiKeys {
    @Inject
    private ApiKeyStore store;

    @Inject
    private Roles roles;

    @Inject
    private ExpiryWarnings warnings;

    @Inject
    private Clock clock;

    @Inject
    private Event<ApiKeyChanged> changes;

    /**
     * A page of keys, the newest first.
     *
     * @param page from 0
     * @param pageSize from 1
     */
    @InTransaction(readOnly = true)
    public ApiKeyPage page(int page, int pageSize) {
        long offset = Math.min((long) page * pageSize, Integer.MAX_VALUE);
        return new ApiKeyPage(store.page((int) offset, pageSize, clock.instant()), store.count());
    }

    /**
     * The key with that id.
     *
     * @throws ScimException 404
     */
    @InTransaction(readOnly = true)
    public ApiKey get(String cid) {
        return find(cid).orElseThrow(ApiKeys::unknown);
    }

    /** The key with that id, while it is there. */
    @InTransaction(readOnly = true)
    public Optional<ApiKey> find(String cid) {
        return store.find(cid).map(found -> found.toKey(clock.instant()));
    }

    /**
     * Makes a key.
     *
     * @param maker the permissions of the creator; a key cannot have more
     * @throws ScimException invalidValue when it ends in the past, 403 naming the permissions that the creator lacks
     */
    public IssuedKey create(NewApiKey wanted, Authority maker) {
        wanted.requireFutureEnd(clock.instant());
        maker.requireAll(roles.permissionsOf(wanted.roles()));
        String secret = ApiKeySecret.generate();
        return new IssuedKey(add(ApiKeySecret.generateCid(), wanted, secret), secret);
    }

    /** Stores a key whose secret is known already. */
    ApiKey add(String cid, NewApiKey wanted, String secret) {
        Instant now = clock.instant();
        ApiKeyEntity entity = new ApiKeyEntity(cid, wanted, secret, now);
        store.insert(entity);
        ApiKey key = entity.toKey(now);
        changes.fire(ApiKeyChanged.created(key));
        warnings.warn(List.of(key), now);
        return key;
    }

    /**
     * Gives a key another name and description.
     *
     * @throws ScimException 404
     */
    public ApiKey rename(String cid, KeyLabel label) {
        ApiKeyEntity entity = store.lock(cid).orElseThrow(ApiKeys::unknown);
        Instant now = clock.instant();
        ApiKey before = entity.toKey(now);
        entity.setLabel(label);
        ApiKey after = entity.toKey(now);
        if (!after.equals(before)) {
            changes.fire(ApiKeyChanged.of(
                    ApiKeyChanged.Kind.UPDATED, after, Difference.between(before.audited(), after.audited())));
        }
        return after;
    }

    /**
     * Deletes a key, which no request is let in with any more.
     *
     * @throws ScimException 404, 409 for the last Admin key that has not expired
     */
    public void delete(String cid) {
        // Deletions of Admin keys follow each other, so that two of them cannot each count on the other one's key.
        if (store.find(cid).filter(ApiKeyEntity::isAdmin).isPresent()) {
            store.lockAdminKeys();
        }
        ApiKeyEntity entity = store.lock(cid).orElseThrow(ApiKeys::unknown);
        Instant now = clock.instant();
        ApiKey key = entity.toKey(now);
        requireAnotherAdmin(key, now);
        store.delete(entity);
        changes.fire(ApiKeyChanged.deleted(key));
    }

    private void requireAnotherAdmin(ApiKey key, Instant now) {
        if (key.isAdmin() && !key.isExpired(now) && !store.hasAdminBeside(key.cid(), now)) {
            throw ScimException.conflict(
                            "This is the last API key with the Admin role that has not expired. Create another"
                                    + " one first, preferably without an expirationDate.")
                    .because(Reason.LAST_ADMIN);
        }
    }

    /** Tells whether no key exists, so that no caller can sign in. */
    @InTransaction(readOnly = true)
    boolean isEmpty() {
        return store.isEmpty();
    }

    @InTransaction(readOnly = true)
    boolean exists(String cid) {
        return store.find(cid).isPresent();
    }

    /** Tells whether a key with the Admin role exists that has not expired. */
    @InTransaction(readOnly = true)
    boolean hasAdmin() {
        return store.hasAdminBeside("", clock.instant());
    }

    static ScimException unknown() {
        return ScimException.notFound("No API key has this cid; see GET /api/v1/auth/key.");
    }
}
