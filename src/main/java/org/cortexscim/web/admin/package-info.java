/**
 * The administration API, {@code /api/v1}, in the shapes of the Cortex REST API.
 * No rule is here. Begin with {@link org.cortexscim.web.admin.ScimSettingsResource}.
 */
@NullMarked
package org.cortexscim.web.admin;

import org.jspecify.annotations.NullMarked;
