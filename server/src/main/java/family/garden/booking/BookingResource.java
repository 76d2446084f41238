package family.garden.booking;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.access.Identity;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.ETags;
import family.garden.platform.http.Query;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/bookings}: make, read, change and decide. */
@Path("/api/bookings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
final class BookingResource {
  private static final int LARGEST_PAGE = 100;
  private static final int LAST_PAGE = 1_000_000;

  private final Bookings bookings;
  private final BookingList list;
  private final BookingMetrics metrics;
  private final Caller caller;

  BookingResource(Bookings bookings, BookingList list, BookingMetrics metrics, Caller caller) {
    this.bookings = bookings;
    this.list = list;
    this.metrics = metrics;
    this.caller = caller;
  }

  record Reason(@Nullable String reason) {}

  @GET
  public BookingList.Page page(
      @QueryParam("timeRange") @Nullable String timeRange,
      @QueryParam("status") @Nullable String status,
      @QueryParam("owner") @Nullable String owner,
      @QueryParam("page") @Nullable String page,
      @QueryParam("size") @Nullable String size) {
    Identity identity = caller.identity();
    if (owner != null && !owner.equals("me")) {
      throw Refusal.invalid("owner", Text.of("field.value"));
    }
    boolean own = owner != null || !identity.isAdministrator();
    return list.page(
        new BookingList.Query(
            Objects.requireNonNullElse(
                Query.oneOf("timeRange", timeRange, BookingList.TimeRange.class),
                BookingList.TimeRange.All),
            own ? identity.memberId() : null,
            Query.oneOf("status", status, BookingStatus.class),
            Query.number("page", page, 0, 0, LAST_PAGE),
            Query.number("size", size, 20, 1, LARGEST_PAGE)));
  }

  @GET
  @Path("/{id}")
  public Response get(UUID id) {
    return tagged(Response.ok(), list.get(caller.identity(), id));
  }

  @GET
  @Path("/{id}/history")
  public List<BookingEvent> history(UUID id) {
    return list.history(caller.identity(), id);
  }

  @POST
  @Access(Who.APPROVED)
  public Response create(@Context HttpHeaders headers, @Nullable NewBooking body) {
    // An empty header would be injected as none at all.
    String checkedKey = checked(headers.getHeaderString("Idempotency-Key"));
    NewBooking typed = required(body);
    Booking made = metrics.counted(() -> bookings.create(caller.identity(), typed, checkedKey));
    return tagged(Response.created(URI.create("/api/bookings/" + made.id())), made);
  }

  private static @Nullable String checked(@Nullable String key) {
    if (key != null && !key.matches("[\\x20-\\x7e]{1,100}")) {
      throw Refusal.invalid("Idempotency-Key", Text.of("booking.key", 100));
    }
    return key;
  }

  @PUT
  @Path("/{id}")
  @Access(Who.APPROVED)
  public Response change(UUID id, @Context HttpHeaders headers, @Nullable Draft body) {
    String ifMatch = ETags.ifMatch(headers);
    return tagged(Response.ok(), bookings.change(caller.identity(), id, required(body), ifMatch));
  }

  @POST
  @Path("/{id}/cancel")
  @Access(Who.APPROVED)
  public void cancel(UUID id) {
    bookings.cancel(caller.identity(), id);
  }

  @POST
  @Path("/{id}/accept")
  @Access(Who.ADMINISTRATOR)
  public void accept(UUID id, @Context HttpHeaders headers) {
    bookings.accept(caller.identity(), id, ETags.ifMatch(headers));
  }

  @POST
  @Path("/{id}/reject")
  @Access(Who.ADMINISTRATOR)
  public void reject(UUID id, @Context HttpHeaders headers, @Nullable Reason body) {
    String reason = body == null ? null : body.reason();
    bookings.reject(caller.identity(), id, reason, ETags.ifMatch(headers));
  }

  private static Response tagged(Response.ResponseBuilder answer, Booking booking) {
    return answer.header(HttpHeaders.ETAG, ETags.of(booking.version())).entity(booking).build();
  }
}
