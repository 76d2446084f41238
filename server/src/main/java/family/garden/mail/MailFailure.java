package family.garden.mail;

import org.jspecify.annotations.Nullable;

/**
 * A letter that the mail server did not take. It carries no word that the server said: that may be
 * anybody's.
 */
final class MailFailure extends Exception {
  /** What went wrong; the names are those of the texts {@code email.failed.…}. */
  enum Kind {
    /** No such host. */
    NAME_UNKNOWN,
    /** Nothing listens on the port. */
    CONNECTION_REFUSED,
    /** Nothing, or nothing that a mail server says, was answered in time. */
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
   * Whether another attempt is pointless, for the recipient's address or the letter was refused for
   * good. That the sender must log in first is a matter of the settings, not of the letter; that
   * the server sends nothing for this sender is a {@link Kind#SENDER_REFUSED}.
   */
  boolean isFinal() {
    boolean aboutThisLetter = kind == Kind.RECIPIENT_REFUSED || kind == Kind.LETTER_REFUSED;
    return aboutThisLetter && (replyCode == null || (replyCode >= 500 && !asksToLogIn(replyCode)));
  }

  private static boolean asksToLogIn(int replyCode) {
    return replyCode == 530 || replyCode == 534 || replyCode == 535 || replyCode == 538;
  }
}
