package family.garden.booking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import family.garden.accommodation.AccommodationStore;
import family.garden.accommodation.AccommodationType;
import family.garden.platform.cache.Cache;
import family.garden.platform.database.Database;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.Query;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/bookings/availability}: free beds, per accommodation and night. */
@Path("/api/bookings/availability")
@Access(Who.MEMBER)
@RunOnVirtualThread
final class AvailabilityResource {
  private final Database database;
  private final AccommodationStore accommodations;
  private final OccupancyStore occupancy;
  private final Cache cache;
  private final ObjectMapper json;

  AvailabilityResource(
      Database database,
      AccommodationStore accommodations,
      OccupancyStore occupancy,
      Cache cache,
      ObjectMapper json) {
    this.database = database;
    this.accommodations = accommodations;
    this.occupancy = occupancy;
    this.cache = cache;
    this.json = json;
  }

  /** Free beds in the active accommodations over some nights. */
  record Availability(LocalDate startDate, LocalDate endDate, List<Beds> accommodations) {}

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
      @QueryParam("excludeBookingId") @Nullable String excluded)
      throws JsonProcessingException {
    Nights nights = Window.of("startDate", startDate, "endDate", endDate);
    UUID except = Query.id("excludeBookingId", excluded);
    return Response.ok(kept(nights, except), MediaType.APPLICATION_JSON_TYPE).build();
  }

  private byte[] kept(Nights nights, @Nullable UUID except) throws JsonProcessingException {
    return database.read(
        handle -> {
          // Read before the beds: what is read after it is at least as new as its name says, and
          // whoever looks under the next number finds nothing yet.
          long version = accommodations.occupancyVersion(handle);
          String key =
              "availability:%d:%s:%s:%s".formatted(version, nights.start(), nights.end(), except);
          Optional<byte[]> kept = cache.get(key);
          if (kept.isPresent()) {
            return kept.get();
          }
          byte[] made = json.writeValueAsBytes(read(handle, nights, except));
          cache.put(key, made);
          return made;
        });
  }

  private Availability read(Handle handle, Nights nights, @Nullable UUID except) {
    Occupancy taken = new Occupancy(nights, occupancy.stays(handle, nights, except));
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
    return new Availability(nights.start(), nights.end(), beds);
  }
}
