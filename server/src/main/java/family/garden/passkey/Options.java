package family.garden.passkey;

import java.util.List;

/** The options that a browser passes to an authenticator, in the form of {@code parse…FromJSON}. */
final class Options {
  /** COSE numbers of the accepted signatures: ES256, and RS256 for older Windows. */
  static final List<Long> ALGORITHMS = List.of(-7L, -257L);

  /** Milliseconds; the challenge is valid as long. */
  private static final int TIMEOUT = 300_000;

  private static final String KEY = "public-key";

  /**
   * The authenticator must verify the person: otherwise a passkey on a stolen stick would be weaker
   * than the password that it replaces.
   */
  private static final String VERIFIED = "required";

  private Options() {}

  record Party(String id, String name) {}

  record User(String id, String name, String displayName) {}

  record Algorithm(String type, long alg) {}

  record Descriptor(String type, String id) {}

  record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

  /** {@code PublicKeyCredentialCreationOptionsJSON}. */
  record Creation(
      Party rp,
      User user,
      String challenge,
      List<Algorithm> pubKeyCredParams,
      int timeout,
      List<Descriptor> excludeCredentials,
      Selection authenticatorSelection,
      String attestation) {}

  /** {@code PublicKeyCredentialRequestOptionsJSON}. */
  record Request(
      String challenge,
      int timeout,
      String rpId,
      List<Descriptor> allowCredentials,
      String userVerification) {}

  static Creation creation(Site site, User user, String challenge, List<byte[]> known) {
    return new Creation(
        new Party(site.host(), "Booking"),
        user,
        challenge,
        ALGORITHMS.stream().map(number -> new Algorithm(KEY, number)).toList(),
        TIMEOUT,
        known.stream().map(id -> new Descriptor(KEY, Base64Url.encode(id))).toList(),
        new Selection("required", true, VERIFIED),
        "none");
  }

  /** Names no keys, so that it reveals none: the authenticator knows which it has. */
  static Request request(Site site, String challenge) {
    return new Request(challenge, TIMEOUT, site.host(), List.of(), VERIFIED);
  }
}
