package family.garden.calendar;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/external-calendars}: calendars of others that block the garden. */
@Path("/api/admin/external-calendars")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ADMINISTRATOR)
@RunOnVirtualThread
final class ExternalCalendarResource {
  private final ExternalCalendars calendars;
  private final Caller caller;

  ExternalCalendarResource(ExternalCalendars calendars, Caller caller) {
    this.calendars = calendars;
    this.caller = caller;
  }

  @GET
  public List<ExternalCalendar> list() {
    return calendars.list(caller.language());
  }

  @POST
  public Response add(ExternalCalendars.@Nullable Draft body) {
    ExternalCalendar added = calendars.add(required(body), caller.language());
    return Response.created(URI.create("/api/admin/external-calendars/" + added.id()))
        .entity(added)
        .build();
  }

  @DELETE
  @Path("/{id}")
  public void remove(UUID id) {
    calendars.remove(id);
  }

  @POST
  @Path("/{id}/refresh")
  public ExternalCalendar refresh(UUID id) {
    return calendars.refresh(id, caller.language());
  }
}
