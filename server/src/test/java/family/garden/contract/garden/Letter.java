package family.garden.contract.garden;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A letter as the mail server took it. */
public record Letter(
    String to, String from, String subject, String text, String type, String messageId) {
  private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]+)");

  static Letter of(MimeMessage message) {
    try {
      return new Letter(
          message.getAllRecipients()[0].toString(),
          message.getFrom()[0].toString(),
          message.getSubject(),
          String.valueOf(message.getContent()).replace("\r\n", "\n"),
          message.getContentType(),
          message.getMessageID());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("A letter came that cannot be read", e);
    }
  }

  /** The one-time token of the link in it. */
  public String token() {
    Matcher token = TOKEN.matcher(text);
    if (!token.find()) {
      throw new AssertionError("There is no link in the letter: " + text);
    }
    return token.group(1);
  }
}
