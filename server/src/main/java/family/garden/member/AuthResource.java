package family.garden.member;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.access.Identity;
import family.garden.access.SessionCookie;
import family.garden.access.Sessions;
import family.garden.member.Login.LoggedIn;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/auth}: registration, log-in and log-out. */
@Path("/api/auth")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ANYONE)
@RunOnVirtualThread
final class AuthResource {
  private final Login login;
  private final Registration registration;
  private final Invitations invitations;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final KnownDevices devices;
  private final Caller caller;

  AuthResource(
      Login login,
      Registration registration,
      Invitations invitations,
      Sessions sessions,
      SessionCookie cookie,
      KnownDevices devices,
      Caller caller) {
    this.login = login;
    this.registration = registration;
    this.invitations = invitations;
    this.sessions = sessions;
    this.cookie = cookie;
    this.devices = devices;
    this.caller = caller;
  }

  record Credentials(@Nullable String email, @Nullable String password) {}

  record Address(@Nullable String email) {}

  record Token(@Nullable String token) {}

  record NewPassword(@Nullable String token, @Nullable String password) {}

  @POST
  @Path("/login")
  public Response login(
      @CookieParam(KnownDevices.COOKIE) @Nullable String device, @Nullable Credentials body) {
    Credentials typed = required(body);
    return began(device, login.with(typed.email(), typed.password(), caller.address(), device));
  }

  @POST
  @Path("/accept-invitation")
  public Response acceptInvitation(
      @CookieParam(KnownDevices.COOKIE) @Nullable String device, @Nullable NewPassword body) {
    NewPassword typed = required(body);
    return began(device, invitations.accept(typed.token(), typed.password(), caller.address()));
  }

  private Response began(@Nullable String device, LoggedIn loggedIn) {
    return Response.ok(loggedIn)
        .cookie(cookie.holding(loggedIn.token()), devices.remembering(device, loggedIn.user()))
        .build();
  }

  @POST
  @Path("/logout")
  @Access(Who.MEMBER)
  public Response logout() {
    sessions.end(caller.identity().sessionId());
    return Response.noContent().cookie(cookie.gone()).build();
  }

  @POST
  @Path("/register")
  public Response register(Registration.@Nullable Application body) {
    registration.register(required(body), caller.language(), caller.address());
    return Response.accepted().build();
  }

  @POST
  @Path("/verify-email")
  public void verifyEmail(@Context HttpHeaders headers, @Nullable Token body) {
    @Nullable UUID self =
        cookie.of(headers).flatMap(sessions::identify).map(Identity::memberId).orElse(null);
    registration.verify(required(body).token(), caller.address(), self);
  }

  @POST
  @Path("/resend-verification")
  public Response resendVerification(@Nullable Address body) {
    registration.resend(required(body).email(), caller.address());
    return Response.accepted().build();
  }

  @POST
  @Path("/forgot-password")
  public Response forgotPassword(@Nullable Address body) {
    login.forgot(required(body).email(), caller.address());
    return Response.accepted().build();
  }

  @POST
  @Path("/reset-password")
  public Response resetPassword(
      @CookieParam(KnownDevices.COOKIE) @Nullable String device, @Nullable NewPassword body) {
    NewPassword typed = required(body);
    Member member = login.reset(typed.token(), typed.password(), caller.address());
    return Response.noContent().cookie(devices.remembering(device, member)).build();
  }
}
