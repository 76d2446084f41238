package family.garden.notice;

import family.garden.notice.EmailSettings.Security;
import family.garden.notice.EmailSettingsStore.Unsealed;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/** Hands one letter to the mail server. */
@Singleton
final class Smtp {
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
    message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(now));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.saveChanges();
    try (Transport transport = session.getTransport("smtp")) {
      String user = settings.username();
      transport.connect(settings.host(), settings.port(), user, access.password());
      transport.sendMessage(message, message.getAllRecipients());
    }
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
