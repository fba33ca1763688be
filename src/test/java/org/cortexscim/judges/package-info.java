/** Judges from outside: tests that others wrote, run as they are against the service under test. */
@NullMarked
package org.cortexscim.judges;

import org.jspecify.annotations.NullMarked;
