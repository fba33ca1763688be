/**
 * Membership of users and groups in groups, directly and through other groups. It knows only the ids and names of both.
 * Begin with {@code Membership} for changes, {@code MembershipQuery} for answers.
 */
@NullMarked
package org.cortexscim.directory.membership;

import org.jspecify.annotations.NullMarked;
