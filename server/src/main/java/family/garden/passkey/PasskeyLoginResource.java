package family.garden.passkey;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.access.SessionCookie;
import family.garden.member.KnownDevices;
import family.garden.member.Login.LoggedIn;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /api/auth/passkey}: log-in with a passkey. */
@Path("/api/auth/passkey")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ANYONE)
@RunOnVirtualThread
final class PasskeyLoginResource {
  private final PasskeyLogin login;
  private final SessionCookie cookie;
  private final KnownDevices devices;
  private final Caller caller;

  PasskeyLoginResource(
      PasskeyLogin login, SessionCookie cookie, KnownDevices devices, Caller caller) {
    this.login = login;
    this.cookie = cookie;
    this.devices = devices;
    this.caller = caller;
  }

  record Answer(@Nullable Credential credential) {}

  @POST
  @Path("/options")
  public Options.Request options() {
    return login.options(caller.address());
  }

  @POST
  public Response logIn(
      @CookieParam(KnownDevices.COOKIE) @Nullable String device, @Nullable Answer body) {
    Credential.Signed credential = Credential.asSigned(required(body).credential());
    LoggedIn loggedIn = login.with(credential, caller.address());
    return Response.ok(loggedIn)
        .cookie(cookie.holding(loggedIn.token()), devices.remembering(device, loggedIn.user()))
        .build();
  }
}
