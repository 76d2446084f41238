package family.garden.calendar;

import family.garden.platform.http.Text;

/** Why an external calendar could not be read. */
final class CalendarException extends Exception {
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

  private CalendarException(Kind kind, int status) {
    super(kind + " " + status, null, false, false);
    this.kind = kind;
    this.status = status;
  }

  static CalendarException of(Kind kind) {
    return new CalendarException(kind, 0);
  }

  /** What was answered in place of a calendar. */
  static CalendarException status(int status) {
    return new CalendarException(Kind.STATUS, status);
  }

  Kind kind() {
    return kind;
  }

  /** The HTTP status; 0 where there was none. */
  int status() {
    return status;
  }

  static Text describe(Kind kind, int status) {
    return Text.of("calendar.trouble." + kind, status);
  }
}
