package family.garden.calendar;

import family.garden.platform.http.Text;

/** Why an outside calendar could not be read. */
final class Trouble extends Exception {
  /** The kinds of it; the names are those in the database and in the keys of the texts. */
  enum Kind {
    UNKNOWN_HOST,
    /** An address at home or with a port that is not the usual one. */
    NOT_PUBLIC,
    UNREACHABLE,
    /** The certificate is not the name's, or nobody vouches for it. */
    UNTRUSTED,
    TOO_SLOW,
    /** Answered with a status that is neither 200 nor a redirect. */
    STATUS,
    REDIRECTS,
    TOO_LARGE,
    UNREADABLE,
    TOO_MUCH,
    TOO_OFTEN
  }

  private final Kind kind;
  private final int status;

  private Trouble(Kind kind, int status) {
    super(kind + " " + status, null, false, false);
    this.kind = kind;
    this.status = status;
  }

  static Trouble of(Kind kind) {
    return new Trouble(kind, 0);
  }

  /** What was answered in place of a calendar. */
  static Trouble status(int status) {
    return new Trouble(Kind.STATUS, status);
  }

  Kind kind() {
    return kind;
  }

  /** The HTTP status; 0 where there was none. */
  int status() {
    return status;
  }

  static Text told(Kind kind, int status) {
    return Text.of("calendar.trouble." + kind, status);
  }
}
