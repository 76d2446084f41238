package family.garden.calendar;

import family.garden.access.Caller;
import family.garden.access.Digest;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** {@code /api/calendar/….ics}: a member's stays, for everybody who has the address. */
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
  public Response calendar(String token, @HeaderParam("If-None-Match") @Nullable String known) {
    String calendar = feeds.read(token, caller.address());
    EntityTag tag = new EntityTag(HexFormat.of().formatHex(Digest.of(calendar), 0, 16));
    return known != null && isAmong(known, tag.getValue())
        ? Response.notModified(tag).build()
        : Response.ok(calendar, CALENDAR + ";charset=UTF-8").tag(tag).build();
  }

  /**
   * Compares weakly (RFC 9110, 13.1.2): a proxy that compresses answers makes a weak tag of ours.
   */
  private static boolean isAmong(String known, String tag) {
    return Arrays.stream(known.split(",", -1))
        .map(one -> one.strip().replaceFirst("^W/", ""))
        .anyMatch(one -> one.equals("*") || one.equals('"' + tag + '"'));
  }
}
