package family.garden.waiting;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.access.Identity;
import family.garden.booking.Booking;
import family.garden.booking.BookingMetrics;
import family.garden.booking.Draft;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.ETags;
import family.garden.platform.http.Query;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/waiting}: wait for beds that are taken, and answer when they are offered. */
@Path("/api/waiting")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.APPROVED)
final class WaitingResource {
  private final WaitingList waiting;
  private final BookingMetrics metrics;
  private final Caller caller;

  WaitingResource(WaitingList waiting, BookingMetrics metrics, Caller caller) {
    this.waiting = waiting;
    this.metrics = metrics;
    this.caller = caller;
  }

  @GET
  @Access(Who.MEMBER)
  public List<WaitingEntry> list(@QueryParam("all") @Nullable String all) {
    Identity identity = caller.identity();
    boolean everybody = Query.flag("all", all);
    if (everybody && !identity.isAdministrator()) {
      throw Refusal.forbidden(Text.of("refused.forbidden"));
    }
    return waiting.list(everybody ? null : identity.memberId());
  }

  @POST
  public Response join(@Nullable Draft body) {
    return Response.status(Response.Status.CREATED)
        .entity(waiting.join(caller.identity(), required(body)))
        .build();
  }

  @DELETE
  @Path("/{id}")
  public void withdraw(UUID id) {
    waiting.withdraw(caller.identity(), id);
  }

  @POST
  @Path("/{id}/accept")
  public Response accept(UUID id) {
    Booking made = metrics.counted(() -> waiting.accept(caller.identity(), id));
    return Response.created(URI.create("/api/bookings/" + made.id()))
        .header(HttpHeaders.ETAG, ETags.of(made.version()))
        .entity(made)
        .build();
  }
}
