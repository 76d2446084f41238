package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderRefusalTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "554 5.7.1 <anna@garden.example>: Relay access denied",
        "550 5.7.1 Unable to relay",
        "550 relay not permitted",
        "550-5.7.26 This mail is unauthenticated\n550 5.7.26 more",
        "550 5.7.1 Client was not authenticated",
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.example",
        "550 5.1.8 Access denied, bad outbound sender",
        "553 5.7.13 account disabled",
        "550 SPF check failed",
      })
  void isOurs(String reply) {
    assertThat(SenderRefusal.isMeantBy(reply)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 <relay@garden.example>: Recipient address rejected",
        "550 5.7.1 Delivery not authorized, message refused",
        "550 5.7.1 unwanted",
        "554 5.7.1 spam",
        "550 5.7.2 not allowed to write to this list, sender",
        "552 5.3.4 too big for the sender",
        "550 no such user",
        "",
      })
  void isAboutOneLetter(String reply) {
    assertThat(SenderRefusal.isMeantBy(reply)).isFalse();
  }
}
