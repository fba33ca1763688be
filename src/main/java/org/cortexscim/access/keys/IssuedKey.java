package org.cortexscim.access.keys;

/**
 * A key with a new secret.
 *
 * @param secret nobody can read it again
 */
public record IssuedKey(ApiKey key, String secret) {
    /** Without the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "IssuedKey[" + key.cid() + "]";
    }
}
