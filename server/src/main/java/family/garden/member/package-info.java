/** People: set-up, log-in, registration, invitations, approval, profile. */
@NullMarked
package family.garden.member;

import org.jspecify.annotations.NullMarked;
