package family.garden.mail;

import family.garden.mail.MailFailure.Kind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what went wrong from what the mail library throws: a chain of causes and successors.
 */
final class SmtpFailures {
  private static final int MOST_LINKS = 50;

  private SmtpFailures() {}

  /** What went wrong. */
  static MailFailure of(MessagingException thrown) {
    Set<Throwable> chain = chain(thrown);
    for (Throwable link : chain) {
      MailFailure failure = one(link);
      if (failure != null) {
        return failure;
      }
    }
    return new MailFailure(isStartTlsMissing(thrown) ? Kind.TLS_FAILED : Kind.NO_ANSWER, null);
  }

  private static Set<Throwable> chain(Throwable first) {
    Set<Throwable> chain = new LinkedHashSet<>();
    Deque<Throwable> rest = new ArrayDeque<>();
    rest.add(first);
    while (!rest.isEmpty() && chain.size() < MOST_LINKS) {
      Throwable link = rest.pop();
      if (!chain.add(link)) {
        continue;
      }
      if (link.getCause() != null) {
        rest.add(link.getCause());
      }
      if (link instanceof MessagingException mail && mail.getNextException() != null) {
        rest.add(mail.getNextException());
      }
    }
    return chain;
  }

  private static @Nullable MailFailure one(Throwable link) {
    return switch (link) {
      case UnknownHostException unknown -> new MailFailure(Kind.NAME_UNKNOWN, null);
      case ConnectException refused -> new MailFailure(Kind.CONNECTION_REFUSED, null);
      case SSLException tls -> new MailFailure(Kind.TLS_FAILED, null);
      case AuthenticationFailedException login -> new MailFailure(Kind.LOGIN_REFUSED, null);
      case SMTPAddressFailedException address ->
          atRecipient(address.getReturnCode(), address.getMessage());
      case SMTPSenderFailedException sender ->
          new MailFailure(Kind.SENDER_REFUSED, sender.getReturnCode());
      case SMTPSendFailedException command -> command(command);
      default -> null;
    };
  }

  private static @Nullable MailFailure command(SMTPSendFailedException failed) {
    String command = failed.getCommand() == null ? "" : failed.getCommand();
    int code = failed.getReturnCode();
    if (code < 400) {
      return null;
    }
    if (command.startsWith("MAIL")) {
      return new MailFailure(Kind.SENDER_REFUSED, code);
    }
    if (command.startsWith("RCPT")) {
      return atRecipient(code, failed.getMessage());
    }
    if (SenderRefusal.isMeantBy(failed.getMessage())) {
      return new MailFailure(Kind.SENDER_REFUSED, code);
    }
    return command.equals("STARTTLS")
        ? new MailFailure(Kind.TLS_FAILED, null)
        : new MailFailure(Kind.LETTER_REFUSED, code);
  }

  /**
   * A mail server names each recipient's address in turn, and may answer there that it sends
   * nothing for this sender, with these settings: then every letter would be refused.
   */
  private static MailFailure atRecipient(int code, @Nullable String reply) {
    return new MailFailure(
        SenderRefusal.isMeantBy(reply) ? Kind.SENDER_REFUSED : Kind.RECIPIENT_REFUSED, code);
  }

  /** The library has no exception type for this, only a message of its own. */
  private static boolean isStartTlsMissing(MessagingException thrown) {
    return String.valueOf(thrown.getMessage()).startsWith("STARTTLS");
  }
}
