package family.garden.calendar;

import family.garden.booking.Booking;
import family.garden.booking.BookingStatus;
import family.garden.platform.http.Language;
import family.garden.platform.http.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stays as a calendar (RFC 5545): all-day events from the day of arrival to the day of departure.
 * One booking is the same event wherever it shows, and a later version replaces an earlier one.
 */
public final class StayCalendar {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String UID_DOMAIN = "@booking";
  private static final Pattern UID =
      Pattern.compile(
          "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?i:" + UID_DOMAIN + ")");

  private StayCalendar() {}

  /** What a calendar program is to do with a stay that comes by mail (RFC 5546). */
  public enum Method {
    PUBLISH,
    CANCEL
  }

  /** The booking that an event with this UID would be, if it were of this garden. */
  static Optional<UUID> bookingOf(String uid) {
    Matcher parts = UID.matcher(uid);
    return parts.matches() ? Optional.of(UUID.fromString(parts.group(1))) : Optional.empty();
  }

  /** A calendar to subscribe to. */
  static String feed(List<Booking> stays, Language language) {
    CalendarText text = begin();
    text.words("X-WR-CALNAME", Text.of("calendar.name").in(language));
    stays.forEach(stay -> event(text, stay, null, language));
    return text.line("END", "VCALENDAR").toString();
  }

  /** One stay, to be put into a calendar once. */
  static String one(Booking stay, Language language) {
    CalendarText text = begin();
    event(text, stay, null, language);
    return text.line("END", "VCALENDAR").toString();
  }

  /**
   * One stay, to go with a letter about it. PUBLISH and not REQUEST: nobody is asked to answer.
   *
   * @param organizer the address that the letter comes from
   */
  public static String letter(Booking booking, Method method, String organizer, Language language) {
    CalendarText text = begin().line("METHOD", method);
    event(text, booking, organizer, language);
    return text.line("END", "VCALENDAR").toString();
  }

  private static CalendarText begin() {
    return new CalendarText()
        .line("BEGIN", "VCALENDAR")
        .line("VERSION", "2.0")
        .line("PRODID", "-//family.garden//Booking//EN")
        .line("CALSCALE", "GREGORIAN");
  }

  private static void event(
      CalendarText text, Booking stay, @Nullable String organizer, Language language) {
    text.line("BEGIN", "VEVENT");
    if (organizer != null) {
      text.line("ORGANIZER", "mailto:" + organizer);
    }
    text.line("UID", stay.id() + UID_DOMAIN)
        // The time of the change and not of the writing, so that the same stay is the same text.
        .line("DTSTAMP", format(stay.updatedAt()))
        .line("CREATED", format(stay.createdAt()))
        .line("LAST-MODIFIED", format(stay.updatedAt()))
        .line("SEQUENCE", stay.version())
        .line("STATUS", status(stay.status()))
        .line("DTSTART;VALUE=DATE", format(stay.startDate()))
        .line("DTEND;VALUE=DATE", format(stay.endDate()))
        .words("SUMMARY", summary(stay, language))
        .words("LOCATION", places(stay));
    if (stay.notes() != null) {
      text.words("DESCRIPTION", stay.notes());
    }
    text.line("END", "VEVENT");
  }

  private static String summary(Booking stay, Language language) {
    String what = Text.of("calendar." + stay.status()).in(language);
    return stay.guestName() == null ? what : what + ": " + stay.guestName();
  }

  private static String places(Booking stay) {
    return stay.bookingItems().stream()
        .map(item -> item.sleepingAccommodationName() + " (" + item.personCount() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String status(BookingStatus status) {
    return switch (status) {
      case Pending -> "TENTATIVE";
      case Accepted, Completed -> "CONFIRMED";
      case Rejected, Cancelled -> "CANCELLED";
    };
  }

  private static String format(LocalDate date) {
    return DATE.format(date);
  }

  private static String format(Instant time) {
    return INSTANT.format(time);
  }
}
