package family.garden.member;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.access.SessionCookie;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /api/me}: the profile of the caller. */
@Path("/api/me")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
@RunOnVirtualThread
final class ProfileResource {
  private final Profile profile;
  private final SessionCookie cookie;
  private final KnownDevices devices;
  private final Caller caller;

  ProfileResource(Profile profile, SessionCookie cookie, KnownDevices devices, Caller caller) {
    this.profile = profile;
    this.cookie = cookie;
    this.devices = devices;
    this.caller = caller;
  }

  record PasswordChange(@Nullable String currentPassword, @Nullable String newPassword) {}

  record Farewell(@Nullable String password) {}

  @GET
  public Member me() {
    return profile.of(caller.identity());
  }

  @PATCH
  public Member change(Profile.@Nullable Change body) {
    return profile.change(caller.identity(), required(body));
  }

  @PUT
  @Path("/password")
  public Response setPassword(
      @CookieParam(KnownDevices.COOKIE) @Nullable String device, @Nullable PasswordChange body) {
    PasswordChange typed = required(body);
    Member member =
        profile.setPassword(caller.identity(), typed.currentPassword(), typed.newPassword());
    return Response.noContent().cookie(devices.remembering(device, member)).build();
  }

  @DELETE
  public Response erase(@Nullable Farewell body) {
    profile.erase(caller.identity(), required(body).password());
    return Response.noContent().cookie(cookie.gone()).build();
  }
}
