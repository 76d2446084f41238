package family.garden.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * Checks the answers of authenticators (WebAuthn Level 3, sections 7.1 and 7.2). Only this class
 * uses webauthn4j, whose classes are loaded when this one is first used.
 */
@Singleton
final class Ceremony {
  /** Created for the first passkey, because it takes some megabytes. */
  private static final class Library {
    static final ObjectConverter CONVERTER = new ObjectConverter();

    /** The make of an authenticator is not checked: members choose it. */
    static final WebAuthnManager MANAGER =
        WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);

    static final List<PublicKeyCredentialParameters> ACCEPTED =
        Options.ALGORITHMS.stream()
            .map(
                algorithm ->
                    new PublicKeyCredentialParameters(
                        PublicKeyCredentialType.PUBLIC_KEY,
                        COSEAlgorithmIdentifier.create(algorithm)))
            .toList();
  }

  private final Site site;

  Ceremony(Site site) {
    this.site = site;
  }

  /** The stored parts of a new key. */
  @SuppressWarnings("ArrayRecordComponent") // handed on as they are, never compared with equals
  record Registered(byte[] credentialId, byte[] attested, long signCount, boolean backupEligible) {}

  /** The answer of an authenticator is not valid. */
  static final class Refused extends Exception {
    private final boolean copied;

    Refused(RuntimeException why) {
      super(why);
      this.copied = why instanceof MaliciousCounterValueException;
    }

    /** Whether the count of signatures went back: perhaps the key was copied. */
    boolean isCopied() {
      return copied;
    }
  }

  /** The challenge that the answer names, which this server may not have issued. */
  String challenge(byte[] clientData) throws Refused {
    try {
      return Base64Url.encode(
          Objects.requireNonNull(
                  new CollectedClientDataConverter(Library.CONVERTER).convert(clientData))
              .getChallenge()
              .getValue());
    } catch (RuntimeException hostile) {
      throw new Refused(hostile);
    }
  }

  /** Checks a new key and the answer to {@code challenge} that came with it. */
  Registered register(String challenge, Credential.New credential) throws Refused {
    try {
      AuthenticatorData<?> data =
          Objects.requireNonNull(
                  Library.MANAGER
                      .verify(
                          new RegistrationRequest(
                              credential.attestationObject(), credential.clientData()),
                          new RegistrationParameters(
                              property(challenge), Library.ACCEPTED, true, true))
                      .getAttestationObject())
              .getAuthenticatorData();
      AttestedCredentialData attested =
          Objects.requireNonNull(data.getAttestedCredentialData(), "no key came");
      return new Registered(
          attested.getCredentialId(),
          new AttestedCredentialDataConverter(Library.CONVERTER).convert(attested),
          data.getSignCount(),
          data.isFlagBE());
    } catch (RuntimeException hostile) {
      throw new Refused(hostile);
    }
  }

  /** Checks the signature of {@code key} under {@code challenge}; returns its new count. */
  long verify(String challenge, Credential.Signed credential, KnownKey key) throws Refused {
    try {
      CredentialRecord known =
          new CredentialRecordImpl(
              null,
              true,
              key.backupEligible(),
              null,
              key.signCount(),
              new AttestedCredentialDataConverter(Library.CONVERTER).convert(key.attested()),
              null,
              null,
              null,
              null);
      return Objects.requireNonNull(
              Library.MANAGER
                  .verify(
                      new AuthenticationRequest(
                          credential.id(),
                          credential.userHandle(),
                          credential.authenticatorData(),
                          credential.clientData(),
                          credential.signature()),
                      new AuthenticationParameters(property(challenge), known, null, true, true))
                  .getAuthenticatorData())
          .getSignCount();
    } catch (RuntimeException hostile) {
      throw new Refused(hostile);
    }
  }

  private ServerProperty property(String challenge) {
    return ServerProperty.builder()
        .origin(Origin.create(site.origin()))
        .rpId(site.host())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }
}
