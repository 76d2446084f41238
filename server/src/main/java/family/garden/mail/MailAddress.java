package family.garden.mail;

import family.garden.mail.MailFailure.Kind;
import family.garden.member.EmailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;

/**
 * An address as a mail server accepts it: with its domain in ASCII. The part before the {@code @}
 * may still need a server that supports SMTPUTF8 (RFC 6531).
 */
record MailAddress(InternetAddress internetAddress) {
  /**
   * The address.
   *
   * @param otherwise the failure to throw if it is no address
   * @throws MailFailure if no mail server could accept it
   */
  static MailAddress of(String address, Kind otherwise) throws MailFailure {
    try {
      String written =
          EmailAddress.withAsciiDomain(address)
              .orElseThrow(() -> new AddressException("no such domain"));
      return new MailAddress(new InternetAddress(written, true));
    } catch (AddressException malformed) {
      throw new MailFailure(otherwise, null);
    }
  }

  boolean isAscii() {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(internetAddress.getAddress());
  }
}
