package family.garden.passkey;

import java.util.UUID;

/**
 * What the server keeps of a passkey to recognise it.
 *
 * @param userHandle what the authenticator calls the member
 * @param attested the credential's id and public key (WebAuthn, section 6.5.1)
 * @param signCount how often it has signed, as far as it says; 0 if it does not count
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
