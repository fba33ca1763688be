/**
 * What all endpoints share: the request's id, its path and language, media types, and what the container refuses.
 * Nothing here belongs to one address alone.
 */
@NullMarked
package org.cortexscim.web.http;

import org.jspecify.annotations.NullMarked;
