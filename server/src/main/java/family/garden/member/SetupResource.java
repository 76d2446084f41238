package family.garden.member;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.access.SessionCookie;
import family.garden.member.Login.LoggedIn;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /api/setup}: the first administrator, once. */
@Path("/api/setup")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ANYONE)
@RunOnVirtualThread
final class SetupResource {
  private final Setup setup;
  private final SessionCookie cookie;
  private final KnownDevices devices;
  private final Caller caller;

  SetupResource(Setup setup, SessionCookie cookie, KnownDevices devices, Caller caller) {
    this.setup = setup;
    this.cookie = cookie;
    this.devices = devices;
    this.caller = caller;
  }

  @POST
  public Response found(Setup.@Nullable Founding body) {
    LoggedIn loggedIn = setup.found(required(body), caller.language(), caller.address());
    return Response.status(Response.Status.CREATED)
        .entity(loggedIn)
        .cookie(cookie.holding(loggedIn.token()), devices.remembering(null, loggedIn.user()))
        .build();
  }
}
