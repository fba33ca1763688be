/** The record of when users last used the workspace. */
@NullMarked
package org.cortexscim.directory.activity;

import org.jspecify.annotations.NullMarked;
