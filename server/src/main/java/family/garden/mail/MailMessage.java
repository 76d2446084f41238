package family.garden.mail;

import family.garden.mail.MailFailure.Kind;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter after RFC 5322, with the same Message-ID in all attempts. */
final class MailMessage extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final UUID id;

  private MailMessage(Session session, UUID id) {
    super(session);
    this.id = id;
  }

  static MailMessage of(
      Session session,
      Mail mail,
      MailAddress recipient,
      MailAddress sender,
      UUID messageId,
      Instant now)
      throws MessagingException {
    MailMessage message = new MailMessage(session, messageId);
    message.setFrom(sender.internetAddress());
    message.setRecipient(Message.RecipientType.TO, recipient.internetAddress());
    message.setReplyTo(replyTo(mail.replyTo()));
    message.setSubject(mail.subject(), UTF_8);
    if (mail.calendar() == null) {
      message.setText(mail.text(), UTF_8);
    } else {
      message.setContent(parts(mail.text(), mail.calendar()));
    }
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    return message;
  }

  /** Left out where the mail server would need a feature that the letter itself does not. */
  private static Address @Nullable [] replyTo(@Nullable String address) {
    if (address == null) {
      return null;
    }
    try {
      MailAddress to = MailAddress.of(address, Kind.LETTER_REFUSED);
      return to.isAscii() ? new Address[] {to.internetAddress()} : null;
    } catch (MailFailure unusable) {
      return null;
    }
  }

  /**
   * The calendar is an attachment and not an alternative to the text: of alternatives, some
   * programs would show nothing but the date.
   */
  private static Multipart parts(String text, CalendarPart calendar) throws MessagingException {
    MimeBodyPart words = new MimeBodyPart();
    words.setText(text, UTF_8);
    MimeBodyPart attached = new MimeBodyPart();
    byte[] bytes = calendar.text().getBytes(StandardCharsets.UTF_8);
    String type = "text/calendar; charset=UTF-8; method=" + calendar.method();
    attached.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, type)));
    attached.setHeader("Content-Type", type);
    attached.setFileName("booking.ics");
    return new MimeMultipart(words, attached);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", "<" + id + "@booking>");
  }
}
