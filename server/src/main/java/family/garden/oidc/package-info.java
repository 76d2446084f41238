/** Logging in with an account at another house (OpenID Connect), where the keeper named one. */
@NullMarked
package family.garden.oidc;

import org.jspecify.annotations.NullMarked;
