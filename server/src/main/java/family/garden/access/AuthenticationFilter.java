package family.garden.access;

import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the caller of every resource, and refuses callers that {@link Access} does not allow.
 */
final class AuthenticationFilter {
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final CrossSite crossSite;
  private final CallerAddress address;
  private final Caller caller;

  AuthenticationFilter(
      Sessions sessions,
      SessionCookie cookie,
      CrossSite crossSite,
      CallerAddress address,
      Caller caller) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.crossSite = crossSite;
    this.address = address;
    this.caller = caller;
  }

  @ServerRequestFilter
  void admit(ResourceInfo resource, HttpServerRequest request) {
    if (bearer(request).isEmpty()) {
      crossSite.refuse(request);
    }
    Who allowed = allowed(resource.getResourceMethod());
    Optional<Identity> identity =
        allowed == Who.ANYONE ? Optional.empty() : token(request).flatMap(sessions::identify);
    caller.is(
        identity.orElse(null),
        address.of(request),
        Device.of(request.getHeader(HttpHeaders.USER_AGENT)),
        Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    if (allowed == Who.ANYONE) {
      return;
    }
    if (!caller.identity().isOne(allowed)) {
      String why = caller.identity().approved() ? "refused.forbidden" : "refused.notApproved";
      throw Refusal.forbidden(Text.of(why));
    }
  }

  private static Who allowed(Method method) {
    Access access = method.getAnnotation(Access.class);
    if (access == null) {
      access = method.getDeclaringClass().getAnnotation(Access.class);
    }
    return access == null ? Who.ADMINISTRATOR : access.value();
  }

  private Optional<String> token(HttpServerRequest request) {
    return bearer(request).or(() -> cookie.of(request));
  }

  /**
   * The token that a program sends. Unlike a cookie, no browser adds it by itself, and a page of
   * another site cannot: its browser would ask first (CORS), and this server never permits it.
   */
  private static Optional<String> bearer(HttpServerRequest request) {
    @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null && authorization.startsWith(BEARER)
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
