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
 * {@code /api/auth/methods}: which ways in there are, for the page that offers them, and whether
 * the caller is in already. That is no secret of the caller's, and asked so it needs no refusal.
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
  private final Letterbox letterbox;
  private final @Nullable Oidc oidc;

  /** When the database was asked the last time; taken for so until it was, as the screens do. */
  private volatile boolean sentMail = true;

  MethodsResource(
      Setup setup,
      Sessions sessions,
      SessionCookie cookie,
      Database database,
      Letterbox letterbox,
      Configuration configuration) {
    this.setup = setup;
    this.sessions = sessions;
    this.cookie = cookie;
    this.database = database;
    this.letterbox = letterbox;
    OidcSettings provider = configuration.oidc();
    this.oidc = provider == null ? null : new Oidc(provider.name());
  }

  /**
   * @param name what the button says
   */
  record Oidc(String name) {}

  /**
   * @param setupNeeded whether there is no administrator yet; to become it takes the link that the
   *     server prints
   * @param signedIn whether the caller's cookie names a session that lives
   * @param mail whether the garden sends letters: where it does not, the screens promise none
   */
  record Methods(
      boolean passkeys,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Oidc oidc,
      boolean registration,
      boolean setupNeeded,
      boolean signedIn,
      boolean mail) {}

  @GET
  public Methods methods(@Context HttpHeaders headers) {
    boolean signedIn = cookie.of(headers).flatMap(sessions::identify).isPresent();
    return new Methods(true, oidc, true, setup.isNeeded(), signedIn, sendsMail());
  }

  /** Answered from memory while the database is away, like the rest of the ways in. */
  private boolean sendsMail() {
    try {
      sentMail = database.withHandle(letterbox::isOpen);
    } catch (JdbiException e) {
      if (!Outage.isBehind(e)) {
        throw e;
      }
    }
    return sentMail;
  }
}
