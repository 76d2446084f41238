/** Passkeys (WebAuthn): a way in without a password. */
@NullMarked
package family.garden.passkey;

import org.jspecify.annotations.NullMarked;
