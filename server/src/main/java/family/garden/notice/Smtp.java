package family.garden.notice;

import family.garden.notice.EmailSettings.Security;
import family.garden.notice.EmailSettingsStore.Unsealed;
import jakarta.activation.DataHandler;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/** Hands one letter to the mail server. */
@Singleton
final class Smtp {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String PATIENCE_MILLIS = "15000";

  /**
   * @throws MessagingException if the server did not take it
   */
  void send(Unsealed access, Mail mail, UUID messageId, Instant now) throws MessagingException {
    EmailSettings settings = access.settings();
    Session session = Session.getInstance(properties(settings));
    MimeMessage message = new NamedMessage(session, messageId);
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
    message.setSubject(mail.subject(), UTF_8);
    if (mail.calendar() == null) {
      message.setText(mail.text(), UTF_8);
    } else {
      message.setContent(parts(mail.text(), mail.calendar()));
    }
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    try (Transport transport = session.getTransport("smtp")) {
      String user = settings.username();
      transport.connect(settings.host(), settings.port(), user, access.password());
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  /**
   * The calendar is attached, not an alternative to the text: some programs would show nothing but
   * the date then.
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

  private static Properties properties(EmailSettings settings) {
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
    properties.put("mail.smtp.allowutf8", "true");
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == Security.Tls));
    properties.put(
        "mail.smtp.starttls.enable", Boolean.toString(settings.security() == Security.StartTls));
    properties.put(
        "mail.smtp.starttls.required", Boolean.toString(settings.security() == Security.StartTls));
    return properties;
  }

  /** Keeps its identity over all attempts. */
  private static final class NamedMessage extends MimeMessage {
    private final UUID id;

    NamedMessage(Session session, UUID id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@booking>");
    }
  }
}
