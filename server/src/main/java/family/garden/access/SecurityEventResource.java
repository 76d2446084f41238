package family.garden.access;

import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.Query;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/security-events}: the security event log. */
@Path("/api/admin/security-events")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ADMINISTRATOR)
final class SecurityEventResource {
  private static final int LARGEST_PAGE = 100;
  private static final int LAST_PAGE = 1_000_000;

  private final SecurityEvents events;

  SecurityEventResource(SecurityEvents events) {
    this.events = events;
  }

  @GET
  public SecurityEvents.Page page(
      @QueryParam("page") @Nullable String page, @QueryParam("size") @Nullable String size) {
    return events.page(
        Query.number("page", page, 0, 0, LAST_PAGE),
        Query.number("size", size, 20, 1, LARGEST_PAGE));
  }
}
