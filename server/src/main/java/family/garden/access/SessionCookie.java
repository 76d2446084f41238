package family.garden.access;

import family.garden.platform.config.Configuration;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The session as a cookie, which scripts cannot read and other sites cannot send.
 *
 * <p>Over TLS it is named {@code __Host-booking_session}: browsers take a cookie of such a name
 * only from this very host, over TLS and for all paths, so that no other host of the domain can
 * plant a session here. Without TLS they take none of that name, and it is {@code booking_session}.
 * The server reads only the name that it sets.
 */
@Singleton
public final class SessionCookie {
  private static final String NAME = "booking_session";

  private final String name;
  private final boolean secure;

  SessionCookie(Configuration configuration) {
    this.secure = configuration.secure();
    this.name = secure ? "__Host-" + NAME : NAME;
  }

  /** The token that came with a request; empty if none did. */
  Optional<String> of(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name)).map(io.vertx.core.http.Cookie::getValue);
  }

  /** The token that came with a request of these headers; empty if none did. */
  public Optional<String> of(HttpHeaders headers) {
    return Optional.ofNullable(headers.getCookies().get(name)).map(Cookie::getValue);
  }

  public NewCookie holding(String token) {
    return cookie(token, (int) Sessions.LIFE.toSeconds());
  }

  /** Makes the browser forget the session. */
  public NewCookie gone() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
