package family.garden.platform.box;

import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/admin/box}: how the box is. */
@Path("/api/admin/box")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ADMINISTRATOR)
final class BoxResource {
  private final Box box;

  BoxResource(Box box) {
    this.box = box;
  }

  @GET
  public BoxState state() {
    return box.look();
  }
}
