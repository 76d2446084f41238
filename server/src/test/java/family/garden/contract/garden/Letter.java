package family.garden.contract.garden;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter as the mail server received it.
 *
 * @param replyTo the address for replies: the sender, unless the letter names another
 * @param type of the text
 * @param calendarType of the calendar; empty if none is attached
 * @param calendar what is attached
 */
public record Letter(
    String to,
    String from,
    String replyTo,
    String subject,
    String text,
    String type,
    String messageId,
    String calendarType,
    String calendar) {
  private static final Pattern TOKEN = Pattern.compile("#token=([A-Za-z0-9_-]+)");

  static Letter of(MimeMessage message) {
    try {
      Part text = message;
      String calendarType = "";
      String calendar = "";
      if (message.getContent() instanceof Multipart parts) {
        text = parts.getBodyPart(0);
        calendarType = parts.getBodyPart(1).getContentType();
        try (InputStream content = parts.getBodyPart(1).getInputStream()) {
          calendar = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      return new Letter(
          message.getAllRecipients()[0].toString(),
          message.getFrom()[0].toString(),
          message.getReplyTo()[0].toString(),
          message.getSubject(),
          String.valueOf(text.getContent()).replace("\r\n", "\n"),
          text.getContentType(),
          message.getMessageID(),
          calendarType,
          calendar);
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
