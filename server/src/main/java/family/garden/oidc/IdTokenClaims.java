package family.garden.oidc;

import org.jspecify.annotations.Nullable;

/**
 * The claims of an ID token, and of UserInfo, that the server uses.
 *
 * @param subject the provider's name for the person, which never changes
 * @param email the address, which the provider has verified
 */
record IdTokenClaims(
    String subject, String email, @Nullable String firstName, @Nullable String lastName) {}
