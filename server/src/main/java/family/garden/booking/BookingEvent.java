package family.garden.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a booking's history.
 *
 * @param actorName who did it; null once that person was erased
 * @param changes for each field that changed, what it was and what it became
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BookingEvent(
    Instant at,
    @Nullable String actorName,
    Kind kind,
    @Nullable String reason,
    Map<String, Change> changes) {

  /** What happened; the names are those on the wire and in the database. */
  public enum Kind {
    Created,
    Changed,
    Cancelled,
    Accepted,
    Rejected
  }

  /** A field before and after. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Change(@Nullable Object from, @Nullable Object to) {}
}
