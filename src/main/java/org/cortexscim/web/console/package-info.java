/**
 * The console under {@code /console}: pages for a workspace's admins. Resources here ask the same services as
 * {@code web.admin} and own no rule; the templates are in {@code src/main/jte}. Begin with {@link
 * org.cortexscim.web.console.ConsoleApplication} and {@link org.cortexscim.web.console.View}.
 */
@NullMarked
package org.cortexscim.web.console;

import org.jspecify.annotations.NullMarked;
