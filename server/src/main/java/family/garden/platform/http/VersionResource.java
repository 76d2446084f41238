package family.garden.platform.http;

import family.garden.platform.config.Configuration;
import family.garden.platform.database.Schema;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The version of the program that answers, so that a deploy can see what it switched to. */
@Path("/api/version")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ANYONE)
final class VersionResource {
  private final Version version;

  VersionResource(
      Configuration configuration,
      @ConfigProperty(name = "booking.version") String version,
      @ConfigProperty(name = "booking.commit") String commit) {
    this.version = new Version(version, commit, configuration.colour(), Schema.VERSION);
  }

  /**
   * @param schema the schema version that the program needs
   */
  record Version(String version, String commit, String colour, int schema) {}

  @GET
  @NonBlocking
  public Version version() {
    return version;
  }
}
