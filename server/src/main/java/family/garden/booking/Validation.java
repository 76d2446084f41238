package family.garden.booking;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import family.garden.access.Caller;
import family.garden.occupancy.Own;
import family.garden.platform.database.Database;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.Body;
import family.garden.platform.http.Query;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** {@code /api/bookings/validate}: whether a draft could be booked, without booking it. */
@Path("/api/bookings/validate")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
final class Validation {
  private final Database database;
  private final BookingStore store;
  private final BedCheck beds;
  private final Caller caller;
  private final Clock clock;

  Validation(Database database, BookingStore store, BedCheck beds, Caller caller, Clock clock) {
    this.database = database;
    this.store = store;
    this.beds = beds;
    this.caller = caller;
    this.clock = clock;
  }

  record DateRange(LocalDate startDate, LocalDate endDate, int nights) {}

  /**
   * @param dateRange null where there is no night between the dates
   */
  record Verdict(
      @JsonProperty("isValid") boolean isValid,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable DateRange dateRange,
      int totalPersons,
      Map<String, List<String>> errors) {}

  @POST
  public Verdict validate(
      @QueryParam("excludeBookingId") @Nullable String edited, @Nullable NewBooking body) {
    NewBooking typed = Body.required(body);
    Draft draft = typed.draft();
    UUID except = Query.id("excludeBookingId", edited);
    Violations violations = new Violations();
    UUID owner = Owner.of(caller.identity(), typed, violations).memberId();
    database.withHandle(
        handle -> {
          look(handle, draft, except, owner, violations);
          return null;
        });
    Map<String, List<String>> errors = Text.all(violations.found(), caller.language());
    return new Verdict(errors.isEmpty(), dateRange(draft), draft.totalPersons(), errors);
  }

  private void look(
      Handle handle, Draft draft, @Nullable UUID except, UUID owner, Violations violations) {
    LocalDate today = LocalDate.now(clock);
    Optional<Booking> edited =
        except == null ? Optional.empty() : store.find(handle, except, today);
    if (except != null) {
      Bookings.refuseUnlessTheirs(caller.identity(), edited.orElseThrow(Refusal::notFound));
    }
    UUID member = edited.map(Booking::memberId).orElse(owner);
    Set<UUID> held = edited.<Set<UUID>>map(Booking::accommodationIds).orElse(Set.of());
    Rules.check(draft, today, edited.map(Booking::startDate).orElse(null), violations)
        .ifPresent(plan -> beds.look(handle, plan, held, new Own(except, member), violations));
  }

  private static @Nullable DateRange dateRange(Draft draft) {
    LocalDate start = draft.startDate();
    LocalDate end = draft.endDate();
    if (start == null || end == null || !isOfOurTime(start) || !isOfOurTime(end)) {
      return null;
    }
    long nights = ChronoUnit.DAYS.between(start, end);
    return nights < 1 ? null : new DateRange(start, end, Math.toIntExact(nights));
  }

  /** Whether the year has at most four digits, as in the dates of RFC 3339. */
  private static boolean isOfOurTime(LocalDate date) {
    return date.getYear() >= 1 && date.getYear() <= 9999;
  }
}
