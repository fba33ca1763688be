package org.cortexscim.access.keys;

/**
 * A key with a new secret.
 *
 * @param secret the secret, which cannot be read again
 */
public record IssuedKey(ApiKey key, String secret) {
    /** Without the secret: this text may reach a log. */
    @Override
    public String toString() {
        return "IssuedKey[" + key.cid() + "]";
    }
}
