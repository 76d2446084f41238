package family.garden.ops.notify;

import family.garden.ops.config.NotifyMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Mail, sent straight to a mail server. */
record Mail(NotifyMail settings, Duration limit) implements Channel {
  @Override
  public String name() {
    return "mail";
  }

  @Override
  public void send(Notification notification) throws IOException {
    String user = settings.user().isEmpty() ? null : settings.user();
    String password =
        user == null
            ? null
            : Secret.read(settings.password())
                .orElseThrow(() -> new IOException(settings.password() + " is missing"));
    try {
      send(notification, user, password);
    } catch (MessagingException e) {
      throw new IOException(settings.host() + " did not take it: " + e.getMessage(), e);
    }
  }

  private void send(Notification notification, @Nullable String user, @Nullable String password)
      throws MessagingException {
    Session session = Session.getInstance(properties());
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(settings.from(), true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(settings.to(), true));
    String utf8 = StandardCharsets.UTF_8.name();
    message.setSubject("Booking: " + notification.title(), utf8);
    message.setText(notification.body(), utf8);
    message.setSentDate(Date.from(Instant.now()));
    message.setHeader("Auto-Submitted", "auto-generated");
    if (!notification.good()) {
      message.setHeader("Importance", "high");
    }
    message.saveChanges();
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(settings.host(), settings.port(), user, password);
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private Properties properties() {
    String millis = Long.toString(limit.toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.security().equals("tls")));
    String starttls = Boolean.toString(settings.security().equals("starttls"));
    properties.put("mail.smtp.starttls.enable", starttls);
    properties.put("mail.smtp.starttls.required", starttls);
    return properties;
  }
}
