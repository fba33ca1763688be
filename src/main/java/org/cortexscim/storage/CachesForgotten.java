package org.cortexscim.storage;

/**
 * Tells every cache to read anew: somebody has changed the database past the application, or the issuer of tokens has
 * withdrawn a key.
 */
public record CachesForgotten() {}
