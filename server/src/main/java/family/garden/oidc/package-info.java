/** Logging in with an account at an OpenID Connect provider, where the keeper configured one. */
@NullMarked
package family.garden.oidc;

import org.jspecify.annotations.NullMarked;
