package family.garden.mail;

import family.garden.platform.database.Database;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /api/admin/refused-mail}: letters that did not reach their recipients. */
@Path("/api/admin/refused-mail")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ADMINISTRATOR)
final class RefusedMailResource {
  private final Database database;
  private final RefusedMailStore store;

  RefusedMailResource(Database database, RefusedMailStore store) {
    this.database = database;
    this.store = store;
  }

  @GET
  public List<RefusedMail> all() {
    return database.withHandle(store::all);
  }

  @DELETE
  public void clear() {
    database.inTransaction(
        handle -> {
          store.clear(handle);
          return null;
        });
  }
}
