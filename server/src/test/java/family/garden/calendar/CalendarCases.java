package family.garden.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import family.garden.booking.Rules;
import family.garden.occupancy.Nights;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Small calendars of all kinds, as other programs write them, and the nights that they take. */
final class CalendarCases {
  private static final JsonNode EXPECTED = expected();
  static final ZoneId ZONE = ZoneId.of(EXPECTED.path("zone").asText());
  static final LocalDate TODAY = LocalDate.parse(EXPECTED.path("today").asText());
  private static final Nights WINDOW = new Nights(TODAY.minusDays(31), Rules.bookableUntil(TODAY));

  /** The expected nights cover one year; endless events continue after it. */
  private static final LocalDate LATEST = TODAY.plusDays(400);

  private CalendarCases() {}

  private static JsonNode expected() {
    try (InputStream file = open("expected.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Tried to read expected.json", e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(
        CalendarCases.class.getResourceAsStream("/calendars/" + name), name);
  }

  static List<String> names() {
    List<String> names = new ArrayList<>();
    EXPECTED.properties().stream()
        .filter(entry -> entry.getValue().isArray())
        .forEach(entry -> names.add(entry.getKey()));
    return names;
  }

  /**
   * The expected results: lists of nights, or "reported" if the administrator must get a message.
   */
  static List<String> right(String name) {
    List<String> right = new ArrayList<>();
    EXPECTED.path(name).forEach(one -> right.add(one.isArray() ? text(one) : one.asText()));
    return right;
  }

  private static String text(JsonNode nights) {
    List<String> all = new ArrayList<>();
    nights.forEach(night -> all.add(night.asText()));
    return String.join(" ", all);
  }

  /** What the server reads: the nights, and "reported" if it says that something was skipped. */
  static String read(String name) {
    try (InputStream calendar = open(name + ".ics")) {
      Reading reading = BusyNights.of(CalendarReader.read(calendar, WINDOW), ZONE, WINDOW);
      List<String> nights =
          reading.nights().stream()
              .flatMap(Nights::evenings)
              .filter(night -> !night.isBefore(TODAY) && night.isBefore(LATEST))
              .map(LocalDate::toString)
              .toList();
      boolean reported = reading.skipped().stream().anyMatch(skip -> skip.reason().isFault());
      return String.join(" ", nights) + (reported ? " reported" : "");
    } catch (IOException | CalendarException e) {
      return e.toString();
    }
  }

  /** Prints what the server reads of every case, in the zone that this machine has. */
  public static void main(String[] arguments) {
    names().forEach(name -> System.out.println(name + "\t" + read(name)));
  }
}
