package family.garden.calendar;

import family.garden.platform.http.Text;

/** Why an external calendar could not be read. */
final class CalendarException extends Exception {
  /** The kinds of it; the names are those in the database and in the keys of the texts. */
  enum Kind {
    UNKNOWN_HOST,
    /** An address in a private network, or with an unusual port. */
    NOT_PUBLIC,
    UNREACHABLE,
    /** The certificate is for another name, or no trusted authority issued it. */
    UNTRUSTED,
    TOO_SLOW,
    /** The server answered with a status that is neither 200 nor a redirect. */
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

  /** For a status that the server answered in place of a calendar. */
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
    return Text.of("calendar.error." + kind, status);
  }
}
