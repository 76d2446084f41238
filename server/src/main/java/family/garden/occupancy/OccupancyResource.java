package family.garden.occupancy;

import family.garden.access.Caller;
import family.garden.platform.database.Database;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/occupancy}: how much of the garden was used, to read or for a spreadsheet. */
@Path("/api/admin")
@Access(Who.ADMINISTRATOR)
final class OccupancyResource {
  private final Database database;
  private final OccupancyReportStore store;
  private final Caller caller;

  OccupancyResource(Database database, OccupancyReportStore store, Caller caller) {
    this.database = database;
    this.store = store;
    this.caller = caller;
  }

  @GET
  @Path("/occupancy")
  @Produces(MediaType.APPLICATION_JSON)
  public OccupancyReport report(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    return read(Window.of("from", from, "to", to));
  }

  @GET
  @Path("/occupancy.csv")
  @Produces("text/csv; charset=utf-8")
  public Response table(
      @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
    Nights nights = Window.of("from", from, "to", to);
    String name = "occupancy-%s-%s.csv".formatted(nights.start(), nights.end());
    return Response.ok(OccupancyCsv.of(read(nights), caller.language()))
        .type("text/csv; charset=utf-8; header=present")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
        .build();
  }

  private OccupancyReport read(Nights nights) {
    return database.withHandle(handle -> store.read(handle, nights));
  }
}
