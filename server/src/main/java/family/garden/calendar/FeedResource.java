package family.garden.calendar;

import family.garden.access.Caller;
import family.garden.member.Profile;
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
@RunOnVirtualThread
final class FeedResource {
  private final Feeds feeds;
  private final Profile profile;
  private final Caller caller;

  FeedResource(Feeds feeds, Profile profile, Caller caller) {
    this.feeds = feeds;
    this.profile = profile;
    this.caller = caller;
  }

  @GET
  public Feeds.State state() {
    return feeds.state(caller.identity().memberId());
  }

  /**
   * @param password asked for unless the caller has just logged in
   */
  record Confirmation(@Nullable String password) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@Nullable Confirmation body) {
    profile.confirmUnlessFresh(
        caller.identity(), body == null ? null : body.password(), "password");
    return Response.status(Response.Status.CREATED).entity(feeds.create(caller.identity())).build();
  }

  @DELETE
  public void revoke() {
    feeds.revoke(caller.identity().memberId());
  }
}
