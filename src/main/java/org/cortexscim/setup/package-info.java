/**
 * Setting an identity provider up: what each one needs, how far it has come, and a test of the whole path. It sends its
 * test over HTTP, as a provider does, and calls no other service to change anything. Begin with {@code ConnectionTest}.
 */
@NullMarked
package org.cortexscim.setup;

import org.jspecify.annotations.NullMarked;
