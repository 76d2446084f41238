package family.garden.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import family.garden.access.SessionCookie;
import family.garden.access.Sessions;
import family.garden.platform.config.Configuration;
import family.garden.platform.config.OidcSettings;
import family.garden.platform.database.Database;
import family.garden.platform.database.Outage;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/auth/methods}: the ways to log in, for the log-in page, and whether the caller is
 * logged in already. The latter is no secret from the caller, and here it needs no 401.
 */
@Path("/api/auth/methods")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ANYONE)
@RunOnVirtualThread
final class MethodsResource {
  private final Setup setup;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Database database;
  private final MailAvailability mailAvailability;
  private final @Nullable Oidc oidc;
  private final String timeZone;

  /** The last answer of the database; true until there is one, as the screens assume. */
  private volatile boolean sentMail = true;

  MethodsResource(
      Setup setup,
      Sessions sessions,
      SessionCookie cookie,
      Database database,
      MailAvailability mailAvailability,
      Configuration configuration) {
    this.setup = setup;
    this.sessions = sessions;
    this.cookie = cookie;
    this.database = database;
    this.mailAvailability = mailAvailability;
    OidcSettings provider = configuration.oidc();
    this.oidc = provider == null ? null : new Oidc(provider.name());
    this.timeZone = configuration.zone().getId();
  }

  /**
   * @param name what the button says
   */
  record Oidc(String name) {}

  /**
   * @param setupNeeded whether there is no administrator yet; to become it takes the link that the
   *     server prints
   * @param signedIn whether the caller's cookie names a valid session
   * @param mail whether the garden sends letters; if not, the screens promise none
   * @param timeZone the zone in which the garden's days begin
   */
  record Methods(
      boolean passkeys,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Oidc oidc,
      boolean registration,
      boolean setupNeeded,
      boolean signedIn,
      boolean mail,
      String timeZone) {}

  @GET
  public Methods methods(@Context HttpHeaders headers) {
    boolean signedIn = cookie.of(headers).flatMap(sessions::identify).isPresent();
    return new Methods(true, oidc, true, setup.isNeeded(), signedIn, sendsMail(), timeZone);
  }

  /** Answered from memory while the database is away, like the other methods. */
  private boolean sendsMail() {
    try {
      sentMail = database.withHandle(mailAvailability::isAvailable);
    } catch (JdbiException e) {
      if (!Outage.isBehind(e)) {
        throw e;
      }
    }
    return sentMail;
  }
}
