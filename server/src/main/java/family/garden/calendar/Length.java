package family.garden.calendar;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long an event lasts. A day on the clock has 23 or 25 hours when the clocks change, so the two
 * are apart.
 *
 * @param clock by the clock: from six in the evening until ten in the morning
 * @param exact added to that: forty hours
 */
record Length(Duration clock, Duration exact) {
  static final Length NONE = new Length(Duration.ZERO, Duration.ZERO);

  private static final int MOST = 9_999_999;
  private static final Pattern TEXT =
      Pattern.compile(
          "([-+]?)P(?:(\\d{1,7})W)?(?:(\\d{1,7})D)?"
              + "(?:T(?:(\\d{1,7})H)?(?:(\\d{1,7})M)?(?:(\\d{1,7})S)?)?",
          Pattern.CASE_INSENSITIVE);

  /** The length that a text is (RFC 5545, section 3.3.6); a negative one is none at all. */
  static Optional<Length> of(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    if ("-".equals(parts.group(1))) {
      return Optional.of(NONE);
    }
    Duration clock = Duration.ofDays(7 * number(parts.group(2)) + number(parts.group(3)));
    Duration exact =
        Duration.ofHours(number(parts.group(4)))
            .plusMinutes(number(parts.group(5)))
            .plusSeconds(number(parts.group(6)));
    return Optional.of(new Length(clock, exact));
  }

  /** Between two readings of one clock; none if the end is not after the start. */
  static Length clock(Duration clock) {
    return clock.isNegative() ? NONE : new Length(clock, Duration.ZERO);
  }

  /** In days of whole days: one at the least. */
  long days() {
    Duration all = clock.plus(exact);
    long begun = all.toDays() + (all.equals(Duration.ofDays(all.toDays())) ? 0 : 1);
    return Math.max(1, Math.min(begun, MOST));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
