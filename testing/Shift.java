import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * Prints by how many seconds the clock must be shifted so that it is a certain moment now, where
 * the garden is: {@code Shift 2027-01-31T12:00}.
 */
final class Shift {
  private static final ZoneId GARDEN = ZoneId.of("Europe/Berlin");

  private Shift() {}

  public static void main(String[] arguments) {
    try {
      Instant moment = LocalDateTime.parse(arguments[0]).atZone(GARDEN).toInstant();
      System.out.println(Duration.between(Instant.now(), moment).toSeconds());
    } catch (DateTimeParseException e) {
      System.err.println(
          "Tried to read \"%s\" as a moment, failed. Write it like 2027-01-31T12:00."
              .formatted(arguments[0]));
      System.exit(64);
    }
  }
}
