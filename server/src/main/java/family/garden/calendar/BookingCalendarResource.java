package family.garden.calendar;

import family.garden.access.Caller;
import family.garden.booking.Booking;
import family.garden.booking.Stays;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** {@code /api/bookings/…/calendar.ics}: one booking, to be put into a calendar once. */
@Path("/api/bookings/{id}/calendar.ics")
@Access(Who.MEMBER)
final class BookingCalendarResource {
  private static final String CALENDAR = "text/calendar";

  private final Stays stays;
  private final Caller caller;

  BookingCalendarResource(Stays stays, Caller caller) {
    this.stays = stays;
    this.caller = caller;
  }

  @GET
  @Produces(CALENDAR)
  public Response calendar(UUID id) {
    Booking booking = stays.get(caller.identity(), id);
    String name = "booking-" + booking.startDate() + ".ics";
    return Response.ok(StayCalendar.one(booking, caller.language()), CALENDAR + ";charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"')
        .build();
  }
}
