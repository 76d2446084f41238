package family.garden.oidc;

import family.garden.access.Caller;
import family.garden.access.SessionCookie;
import family.garden.member.KnownDevices;
import family.garden.member.Login.LoggedIn;
import family.garden.platform.config.Configuration;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/auth/oidc}: sends the browser to the provider and takes the callback. Browsers call
 * it, not the web app.
 */
@Path("/api/auth/oidc")
@Access(Who.ANYONE)
@RunOnVirtualThread
final class OidcResource {
  private static final Logger LOG = Logger.getLogger(OidcResource.class);

  private final Provider provider;
  private final OidcLogin login;
  private final AuthorizationCookie authorizationCookie;
  private final SessionCookie sessionCookie;
  private final KnownDevices devices;
  private final Caller caller;
  private final String home;

  OidcResource(
      Provider provider,
      OidcLogin login,
      AuthorizationCookie authorizationCookie,
      SessionCookie sessionCookie,
      KnownDevices devices,
      Caller caller,
      Configuration configuration) {
    this.provider = provider;
    this.login = login;
    this.authorizationCookie = authorizationCookie;
    this.sessionCookie = sessionCookie;
    this.devices = devices;
    this.caller = caller;
    this.home = configuration.publicUrl();
  }

  @GET
  public Response begin() {
    provider.issuer();
    try {
      AuthorizationRequest request = login.begin(caller.address());
      return Response.status(Response.Status.FOUND)
          .header(HttpHeaders.LOCATION, provider.login(request).toString())
          .cookie(authorizationCookie.holding(request))
          .build();
    } catch (OidcException failure) {
      return toLogin(failure);
    }
  }

  @GET
  @Path("/callback")
  public Response end(
      @CookieParam(AuthorizationCookie.NAME) @Nullable String authorization,
      @CookieParam(KnownDevices.COOKIE) @Nullable String device,
      @QueryParam("state") @Nullable String state,
      @QueryParam("code") @Nullable String code,
      @QueryParam("error") @Nullable String error,
      @QueryParam("iss") @Nullable String issuer) {
    provider.issuer();
    try {
      LoggedIn loggedIn =
          login.end(
              authorizationCookie.open(authorization),
              new OidcLogin.Callback(state, code, error, issuer),
              caller.language(),
              caller.address());
      return Response.ok(page(), MediaType.TEXT_HTML + ";charset=UTF-8")
          .cookie(
              sessionCookie.holding(loggedIn.token()),
              devices.remembering(device, loggedIn.user()),
              authorizationCookie.gone())
          .build();
    } catch (OidcException failure) {
      return toLogin(failure);
    }
  }

  /**
   * A page and not a redirect: a redirect belongs to the navigation that began on the provider's
   * site, with which a browser sends no strict cookie; this page begins one of our own.
   */
  private String page() {
    return """
        <!doctype html>
        <meta charset="utf-8">
        <meta http-equiv="refresh" content="0;url=%1$s">
        <title>Booking</title>
        <a href="%1$s">Booking</a>
        """
        .formatted(home + "/");
  }

  private Response toLogin(OidcException failure) {
    LOG.infof("A log-in with the provider failed: %s", failure.getMessage());
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, home + "/login?problem=" + failure.kind().word())
        .cookie(authorizationCookie.gone())
        .build();
  }
}
