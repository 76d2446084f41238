package family.garden.occupancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.accommodation.AccommodationType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How much of the garden was used. A bed-night is one bed for one night. What was offered is
 * computed with the capacity of today, since no other is known: after a capacity was lowered, more
 * may have been taken than was offered.
 *
 * @param accommodations those that take bookings, and others where somebody slept; by name
 * @param members who slept there, most bed-nights first
 */
public record OccupancyReport(
    LocalDate from,
    LocalDate to,
    List<Place> accommodations,
    Figures total,
    List<Month> months,
    List<Guest> members) {

  /** Bed-nights in one accommodation. */
  public record Place(
      UUID id,
      String name,
      AccommodationType type,
      @JsonProperty("isActive") boolean isActive,
      Figures total,
      List<Month> months) {}

  /**
   * Bed-nights in that part of a month which is looked at.
   *
   * @param month like 2027-01
   */
  public record Month(String month, Figures figures) {}

  /** Bed-nights that could be taken, and those that were. */
  public record Figures(long offered, long taken) {
    static final Figures NONE = new Figures(0, 0);

    Figures plus(Figures more) {
      return new Figures(offered + more.offered, taken + more.taken);
    }

    /** Taken of offered, from 0 to 1, to four places; null where nothing was offered. */
    @JsonProperty("share")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public @Nullable Double share() {
      return offered == 0 ? null : Math.round(10_000.0 * taken / offered) / 10_000.0;
    }
  }

  /**
   * A member's share in it.
   *
   * @param memberId null for all who were erased, together
   * @param nights those of the bookings, however many persons came
   * @param bedNights nights times persons
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Guest(
      @Nullable UUID memberId, @Nullable String memberName, long nights, long bedNights) {}
}
