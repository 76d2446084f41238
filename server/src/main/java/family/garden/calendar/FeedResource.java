package family.garden.calendar;

import family.garden.access.Caller;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /api/me/calendar-feed}: a member's own calendar address. */
@Path("/api/me/calendar-feed")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
final class FeedResource {
  private final Feeds feeds;
  private final Caller caller;

  FeedResource(Feeds feeds, Caller caller) {
    this.feeds = feeds;
    this.caller = caller;
  }

  @GET
  public Feeds.State state() {
    return feeds.state(caller.identity().memberId());
  }

  record Confirmation(@Nullable String password) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  public Response create(@Nullable Confirmation body) {
    return Response.status(Response.Status.CREATED)
        .entity(feeds.create(caller.identity(), body == null ? null : body.password()))
        .build();
  }

  @DELETE
  public void revoke() {
    feeds.revoke(caller.identity().memberId());
  }
}
