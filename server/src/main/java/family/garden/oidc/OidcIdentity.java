package family.garden.oidc;

import java.time.Instant;

/**
 * A member's account at an identity provider.
 *
 * @param issuer the provider's name in its tokens
 * @param subject the provider's name for the person
 */
record OidcIdentity(String issuer, String subject, Instant linkedAt) {}
