/**
 * The administration API, {@code /api/v1}, in the shapes of the Cortex REST API.
 * No rule is here. The bodies are records: {@link org.cortexscim.web.admin.RecordWriter} writes them, and
 * {@code /openapi} describes them. Begin with {@link org.cortexscim.web.admin.SeatsResource}.
 */
@NullMarked
package org.cortexscim.web.admin;

import org.jspecify.annotations.NullMarked;
