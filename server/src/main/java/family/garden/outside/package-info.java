/** Logging in with an account at another house (OpenID Connect), where the keeper named one. */
@NullMarked
package family.garden.outside;

import org.jspecify.annotations.NullMarked;
