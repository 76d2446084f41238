package family.garden.access;

import family.garden.platform.config.Configuration;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/** The session as a cookie, which scripts cannot read and other sites cannot send. */
@Singleton
public final class SessionCookie {
  public static final String NAME = "booking_session";

  private final boolean secure;

  SessionCookie(Configuration configuration) {
    this.secure = configuration.secure();
  }

  public NewCookie holding(String token) {
    return cookie(token, (int) Sessions.LIFE.toSeconds());
  }

  /** Makes the browser forget the session. */
  public NewCookie gone() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int seconds) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
