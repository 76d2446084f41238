package family.garden.member;

import family.garden.access.Caller;
import family.garden.access.OpenSessions;
import family.garden.access.OpenSessions.OpenSession;
import family.garden.access.SessionCookie;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** {@code /api/me/sessions}: the sessions of the caller. */
@Path("/api/me/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
@RunOnVirtualThread
final class SessionResource {
  private final OpenSessions sessions;
  private final SessionCookie cookie;
  private final Caller caller;

  SessionResource(OpenSessions sessions, SessionCookie cookie, Caller caller) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.caller = caller;
  }

  @GET
  public List<OpenSession> list() {
    return sessions.of(caller.identity());
  }

  @DELETE
  public void endOthers() {
    sessions.endOthers(caller.identity());
  }

  @DELETE
  @Path("/{id}")
  public Response end(UUID id) {
    sessions.end(caller.identity(), id);
    Response.ResponseBuilder done = Response.noContent();
    return id.equals(caller.identity().sessionId())
        ? done.cookie(cookie.gone()).build()
        : done.build();
  }
}
