package family.garden.mail;

import org.jspecify.annotations.Nullable;

/**
 * The mail server did not accept a letter. The message repeats no word of the server, which may be
 * any server at all.
 */
final class MailFailure extends Exception {
  /** What went wrong; the names are those of the texts {@code email.failed.…}. */
  enum Kind {
    /** No such host. */
    NAME_UNKNOWN,
    /** Nothing listens on the port. */
    CONNECTION_REFUSED,
    /** No answer came in time, or none that a mail server gives. */
    NO_ANSWER,
    TLS_FAILED,
    LOGIN_REFUSED,
    SENDER_REFUSED,
    RECIPIENT_REFUSED,
    /** The letter itself. */
    LETTER_REFUSED
  }

  private final Kind kind;
  private final @Nullable Integer replyCode;

  MailFailure(Kind kind, @Nullable Integer replyCode) {
    // Expected as often as mail servers are away: no stack trace is collected.
    super(replyCode == null ? kind.name() : kind.name() + " " + replyCode, null, false, false);
    this.kind = kind;
    this.replyCode = replyCode;
  }

  Kind kind() {
    return kind;
  }

  /** What the mail server answered (RFC 5321); null where it did not. */
  @Nullable Integer replyCode() {
    return replyCode;
  }

  /**
   * Whether another attempt is pointless, because the server refused the recipient's address or the
   * letter for good. A demand to log in first concerns the settings and not the letter; a server
   * that sends nothing for this sender is a {@link Kind#SENDER_REFUSED}.
   */
  boolean isFinal() {
    boolean aboutThisLetter = kind == Kind.RECIPIENT_REFUSED || kind == Kind.LETTER_REFUSED;
    return aboutThisLetter && (replyCode == null || (replyCode >= 500 && !asksToLogIn(replyCode)));
  }

  private static boolean asksToLogIn(int replyCode) {
    return replyCode == 530 || replyCode == 534 || replyCode == 535 || replyCode == 538;
  }
}
