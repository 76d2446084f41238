package family.garden.oidc;

import org.jspecify.annotations.Nullable;

/**
 * Whom the provider vouches for.
 *
 * @param subject what it calls the person, always the same
 * @param email which it has checked
 */
record IdTokenClaims(
    String subject, String email, @Nullable String firstName, @Nullable String lastName) {}
