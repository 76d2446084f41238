package family.garden.oidc;

import java.time.Instant;

/**
 * What another house calls a member.
 *
 * @param issuer the house
 */
record OidcIdentity(String issuer, String subject, Instant linkedAt) {}
