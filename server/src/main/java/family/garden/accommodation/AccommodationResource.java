package family.garden.accommodation;

import static family.garden.platform.http.Body.required;

import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.ETags;
import family.garden.platform.http.Query;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/sleeping-accommodations}. */
@Path("/api/sleeping-accommodations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ADMINISTRATOR)
final class AccommodationResource {
  private final Accommodations accommodations;

  AccommodationResource(Accommodations accommodations) {
    this.accommodations = accommodations;
  }

  @GET
  @Access(Who.MEMBER)
  public List<Accommodation> list(@QueryParam("includeInactive") @Nullable String includeInactive) {
    return accommodations.list(Query.flag("includeInactive", includeInactive));
  }

  @GET
  @Path("/{id}")
  @Access(Who.MEMBER)
  public Response get(UUID id) {
    return tagged(Response.ok(), accommodations.get(id));
  }

  @POST
  public Response add(Accommodations.@Nullable Draft body) {
    Accommodation added = accommodations.add(required(body));
    URI location = URI.create("/api/sleeping-accommodations/" + added.id());
    return tagged(Response.created(location), added);
  }

  @PUT
  @Path("/{id}")
  public Response change(
      UUID id, @Context HttpHeaders headers, Accommodations.@Nullable Draft body) {
    return tagged(Response.ok(), accommodations.change(id, required(body), ETags.ifMatch(headers)));
  }

  @DELETE
  @Path("/{id}")
  public void deactivate(UUID id, @Context HttpHeaders headers) {
    accommodations.deactivate(id, ETags.ifMatch(headers));
  }

  private static Response tagged(Response.ResponseBuilder answer, Accommodation accommodation) {
    return answer
        .header(HttpHeaders.ETAG, ETags.of(accommodation.version()))
        .entity(accommodation)
        .build();
  }
}
