package family.garden.calendar;

import family.garden.access.Caller;
import family.garden.access.Digest;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;

/** {@code /api/calendar/….ics}: a member's stays, for whoever has the address. */
@Path("/api/calendar/{token}.ics")
@Access(Who.ANYONE)
final class PublishedResource {
  private static final String CALENDAR = "text/calendar";

  private final Feeds feeds;
  private final Caller caller;

  PublishedResource(Feeds feeds, Caller caller) {
    this.feeds = feeds;
    this.caller = caller;
  }

  @GET
  @Produces(CALENDAR)
  public Response calendar(String token, @Context Request request) {
    String calendar = feeds.read(token, caller.address());
    EntityTag tag = new EntityTag(HexFormat.of().formatHex(Digest.of(calendar), 0, 16));
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    return same == null
        ? Response.ok(calendar, CALENDAR + ";charset=UTF-8").tag(tag).build()
        : same.build();
  }
}
