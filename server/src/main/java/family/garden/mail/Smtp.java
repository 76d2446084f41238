package family.garden.mail;

import family.garden.mail.EmailSettingsStore.Unsealed;
import family.garden.mail.MailFailure.Kind;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Hands one letter to the mail server. */
@Singleton
final class Smtp {
  /** How long sending one letter may take, however slowly the server answers. */
  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String TIMEOUT_MILLIS = "15000";

  /**
   * Sends it.
   *
   * @throws MailFailure if the server did not accept it
   * @throws InterruptedException if the caller is interrupted; then the letter may have been sent
   *     or not
   */
  void send(Unsealed access, Mail mail, UUID messageId, Instant now)
      throws MailFailure, InterruptedException {
    FutureTask<Void> sending =
        new FutureTask<>(
            () -> {
              converse(access, mail, messageId, now);
              return null;
            });
    // An interrupt closes the sockets of a virtual thread, so that a conversation can be ended.
    Thread.ofVirtual().name("smtp").start(sending);
    try {
      sending.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException tooSlow) {
      throw new MailFailure(Kind.NO_ANSWER, null);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      sending.cancel(true);
    }
  }

  private static MailFailure failure(@Nullable Throwable thrown) {
    if (thrown instanceof MailFailure failure) {
      return failure;
    }
    if (thrown instanceof MessagingException failure) {
      return SmtpFailures.of(failure);
    }
    throw new IllegalStateException("A letter could not be written", thrown);
  }

  private static void converse(Unsealed access, Mail mail, UUID messageId, Instant now)
      throws MessagingException, MailFailure {
    EmailSettings settings = access.settings();
    MailAddress recipient = MailAddress.of(mail.to(), Kind.RECIPIENT_REFUSED);
    MailAddress sender = MailAddress.of(settings.from(), Kind.SENDER_REFUSED);
    boolean beyondAscii = !recipient.isAscii() || !sender.isAscii();
    Session session = Session.getInstance(properties(settings, beyondAscii));
    MimeMessage message = MailMessage.of(session, mail, recipient, sender, messageId, now);
    try (SMTPTransport transport = (SMTPTransport) session.getTransport("smtp")) {
      transport.connect(settings.host(), settings.port(), settings.username(), access.password());
      if (beyondAscii && !transport.supportsExtension("SMTPUTF8")) {
        throw new MailFailure(
            recipient.isAscii() ? Kind.SENDER_REFUSED : Kind.RECIPIENT_REFUSED, null);
      }
      transport.sendMessage(message, new InternetAddress[] {recipient.internetAddress()});
    }
  }

  private static Properties properties(EmailSettings settings, boolean beyondAscii) {
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
    properties.put("mail.mime.allowutf8", Boolean.toString(beyondAscii));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    boolean tls = settings.security() == EmailSettings.Security.Tls;
    boolean startTls = settings.security() == EmailSettings.Security.StartTls;
    properties.put("mail.smtp.ssl.enable", Boolean.toString(tls));
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    return properties;
  }
}
