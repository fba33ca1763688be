/**
 * Who is in which group: users and groups, directly and through other groups. Of users and groups it knows ids and names.
 * Begin with {@code Membership} for changes, {@code MembershipQuery} for answers.
 */
@NullMarked
package org.cortexscim.directory.membership;

import org.jspecify.annotations.NullMarked;
