/** Passkeys (WebAuthn): log-in without a password. */
@NullMarked
package family.garden.passkey;

import org.jspecify.annotations.NullMarked;
