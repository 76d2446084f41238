package family.garden.ops.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The mail server for notifications, and who receives them. It is not the mail server of Booking,
 * which may be broken.
 *
 * @param to {@code BOOKING_NOTIFY_MAIL_TO}; without it, nothing is sent by mail
 * @param from {@code BOOKING_NOTIFY_MAIL_FROM}; the receiver if not set
 * @param host {@code BOOKING_NOTIFY_MAIL_HOST}
 * @param port {@code BOOKING_NOTIFY_MAIL_PORT}; 465, with starttls 587, with none 25
 * @param security {@code BOOKING_NOTIFY_MAIL_SECURITY}: tls (the default), starttls or none
 * @param user {@code BOOKING_NOTIFY_MAIL_USER}; empty for a server without a log-in
 * @param password the file with the password (notify-mail-password among the secrets)
 */
public record NotifyMail(
    String to, String from, String host, int port, String security, String user, Path password) {
  private static final String ADDRESS = "[^\\s@<>,]+@[A-Za-z0-9.-]+";

  static Optional<NotifyMail> read(Settings.Reader reader, Path secrets) {
    String to =
        reader.matching(
            "BOOKING_NOTIFY_MAIL_TO", "", "|" + ADDRESS, "an address like you@example.org");
    if (to.isEmpty()) {
      return Optional.empty();
    }
    String security =
        reader.matching(
            "BOOKING_NOTIFY_MAIL_SECURITY", "tls", "tls|starttls|none", "tls, starttls or none");
    int usual = security.equals("starttls") ? 587 : security.equals("none") ? 25 : 465;
    return Optional.of(
        new NotifyMail(
            to,
            reader.matching(
                "BOOKING_NOTIFY_MAIL_FROM", to, ADDRESS, "an address like booking@example.org"),
            reader.matching(
                "BOOKING_NOTIFY_MAIL_HOST", null, "[A-Za-z0-9.-]+", "the name of a mail server"),
            reader.number("BOOKING_NOTIFY_MAIL_PORT", usual, 1, 65535),
            security,
            reader.text("BOOKING_NOTIFY_MAIL_USER", ""),
            secrets.resolve("notify-mail-password")));
  }
}
