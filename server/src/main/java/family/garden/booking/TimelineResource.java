package family.garden.booking;

import family.garden.access.Caller;
import family.garden.access.Identity;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/timeline}: nights and accommodations, with who is there. Somebody who is not approved
 * yet sees that beds are taken, and not by whom.
 */
@Path("/api/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
@RunOnVirtualThread
final class TimelineResource {
  private final KeptAnswers answers;
  private final TimelineStore store;
  private final BlockedStore blocked;
  private final Caller caller;
  private final Clock clock;

  TimelineResource(
      KeptAnswers answers, TimelineStore store, BlockedStore blocked, Caller caller, Clock clock) {
    this.answers = answers;
    this.store = store;
    this.blocked = blocked;
    this.caller = caller;
    this.clock = clock;
  }

  record Timeline(
      LocalDate from,
      LocalDate to,
      List<TimelineStore.Row> accommodations,
      List<Blocked> blocked) {}

  @GET
  public Response timeline(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    Nights nights = Window.of("from", from, "to", to);
    Identity identity = caller.identity();
    TimelineStore.View view =
        new TimelineStore.View(
            nights, identity.memberId(), LocalDate.now(clock), identity.approved());
    byte[] answer =
        answers.answer(
            identity.memberId(),
            "timeline:" + view,
            handle -> {
              List<TimelineStore.Row> rows = store.read(handle, view);
              List<Blocked> closed = blocked.over(handle, nights);
              BitSet taken = Blocked.among(nights, closed);
              rows.forEach(row -> taken.stream().forEach(night -> row.free()[night] = 0));
              return new Timeline(nights.start(), nights.end(), rows, closed);
            });
    return Response.ok(answer, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
