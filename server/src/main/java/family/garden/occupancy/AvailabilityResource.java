package family.garden.occupancy;

import family.garden.access.Caller;
import family.garden.accommodation.AccommodationStore;
import family.garden.accommodation.AccommodationType;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/bookings/availability}: free beds, per accommodation and night. */
@Path("/api/bookings/availability")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
final class AvailabilityResource {
  private final ResponseCache cache;
  private final AccommodationStore accommodations;
  private final OccupancyStore occupancy;
  private final Caller caller;

  AvailabilityResource(
      ResponseCache cache,
      AccommodationStore accommodations,
      OccupancyStore occupancy,
      Caller caller) {
    this.cache = cache;
    this.accommodations = accommodations;
    this.occupancy = occupancy;
    this.caller = caller;
  }

  /** Free beds in the active accommodations over some nights; none on those that are blocked. */
  record Availability(
      LocalDate startDate, LocalDate endDate, List<Beds> accommodations, List<Blocked> blocked) {}

  /**
   * @param availableCapacity free on every one of the nights: the least of them
   */
  record Beds(
      UUID id,
      String name,
      AccommodationType type,
      int maxCapacity,
      int availableCapacity,
      List<Night> nights) {}

  record Night(LocalDate date, int free) {}

  @GET
  public Response availability(
      @QueryParam("startDate") @Nullable String startDate,
      @QueryParam("endDate") @Nullable String endDate,
      @QueryParam("excludeBookingId") @Nullable String excluded) {
    Nights nights = Window.of("startDate", startDate, "endDate", endDate);
    UUID except = Query.id("excludeBookingId", excluded);
    String question = "availability:%s:%s:%s".formatted(nights.start(), nights.end(), except);
    UUID member = caller.identity().memberId();
    Own own = new Own(except, member);
    byte[] answer =
        cache.get(member, question, (handle, json) -> json.writePOJO(read(handle, nights, own)));
    return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
  }

  private Availability read(Handle handle, Nights nights, Own own) {
    Occupancy taken = occupancy.over(handle, nights, own);
    List<Beds> beds =
        accommodations.all(handle).stream()
            .filter(accommodation -> accommodation.isActive())
            .map(
                accommodation -> {
                  int[] free = taken.free(accommodation.id(), accommodation.maxCapacity());
                  return new Beds(
                      accommodation.id(),
                      accommodation.name(),
                      accommodation.type(),
                      accommodation.maxCapacity(),
                      Arrays.stream(free).min().orElse(0),
                      IntStream.range(0, free.length)
                          .mapToObj(i -> new Night(nights.start().plusDays(i), free[i]))
                          .toList());
                })
            .toList();
    return new Availability(nights.start(), nights.end(), beds, taken.blocked());
  }
}
