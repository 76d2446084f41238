package family.garden.member;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import family.garden.access.Caller;
import family.garden.access.OpenSessions;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code /api/me/export}: everything that the server stores about a person, for that person. */
@Path("/api/me/export")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
@RunOnVirtualThread
final class ExportResource {
  private final Profile profile;
  private final OpenSessions sessions;
  private final List<ExportPart> parts;
  private final Caller caller;

  ExportResource(
      Profile profile, OpenSessions sessions, @All List<ExportPart> parts, Caller caller) {
    this.profile = profile;
    this.sessions = sessions;
    this.parts = parts;
    this.caller = caller;
  }

  /**
   * @param more by field, from the other packages
   */
  record Export(
      Member user,
      List<OpenSessions.OpenSession> sessions,
      @JsonAnyGetter Map<String, Object> more) {}

  @GET
  public Export export() {
    Member member = profile.of(caller.identity());
    Map<String, Object> more = new TreeMap<>();
    parts.forEach(part -> more.put(part.name(), part.of(member.id())));
    return new Export(member, sessions.of(caller.identity()), more);
  }
}
