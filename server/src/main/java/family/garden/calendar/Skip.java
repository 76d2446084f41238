package family.garden.calendar;

import family.garden.platform.http.Text;

/**
 * Why events of an external calendar were left out, or read in part.
 *
 * @param count how many of them
 * @param detail what was met first; may be empty
 */
record Skip(Reason reason, int count, String detail) {
  /** The reasons; the names are those in the database and in the keys of the texts. */
  enum Reason {
    /** It says no date that can be read. */
    NO_START,
    /** The detail is the name of a time zone that nobody knows. */
    UNKNOWN_ZONE,
    /** Only its first date was taken. */
    BAD_RULE,
    /** It repeats more often than can be followed; what was found until then was taken. */
    TOO_OFTEN,
    /** A stay of this garden that came back. */
    OWN,
    /** A row that says "not available" in a calendar where those are to be left out. */
    NOT_AVAILABLE;

    /** Whether something is wrong with the event. */
    boolean isFault() {
      return this != OWN && this != NOT_AVAILABLE;
    }
  }

  private static final int LONGEST_DETAIL = 100;

  Skip {
    String printable = detail.replaceAll("\\p{C}", " ").strip();
    detail = printable.substring(0, Math.min(printable.length(), LONGEST_DETAIL));
  }

  Skip more(int others) {
    return new Skip(reason, count + others, detail);
  }

  Text describe() {
    return Text.of("calendar.skipped." + reason, count, detail);
  }
}
