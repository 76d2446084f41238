package family.garden.timeline;

import family.garden.access.Caller;
import family.garden.access.Identity;
import family.garden.occupancy.Nights;
import family.garden.occupancy.ResponseCache;
import family.garden.occupancy.Window;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/timeline}: nights and accommodations, with who is there. A member who is not approved
 * yet sees that beds are taken, but not by whom.
 */
@Path("/api/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
final class TimelineResource {
  private final ResponseCache cache;
  private final TimelineStore store;
  private final Caller caller;
  private final Clock clock;

  TimelineResource(ResponseCache cache, TimelineStore store, Caller caller, Clock clock) {
    this.cache = cache;
    this.store = store;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  public Response timeline(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    Nights nights = Window.of("from", from, "to", to);
    Identity identity = caller.identity();
    TimelineStore.View view =
        new TimelineStore.View(
            nights, identity.memberId(), LocalDate.now(clock), identity.approved());
    byte[] answer =
        cache.get(
            identity.memberId(),
            "timeline:" + view,
            (handle, json) -> store.write(handle, view, json));
    return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
