package family.garden.passkey;

import java.util.UUID;

/**
 * The stored parts of a passkey that verify its signatures.
 *
 * @param userHandle the authenticator's id for the member
 * @param attested the credential's id and public key (WebAuthn, section 6.5.1)
 * @param signCount how often it has signed; 0 if the authenticator does not count
 * @param backupEligible whether it may be copied between devices; never changes
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as they are, never compared with equals
record KnownKey(
    UUID id,
    UUID memberId,
    byte[] userHandle,
    byte[] attested,
    long signCount,
    boolean backupEligible) {}
