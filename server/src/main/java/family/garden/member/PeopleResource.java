package family.garden.member;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.access.Role;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/users}: what administrators decide about people. */
@Path("/api/admin/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ADMINISTRATOR)
@RunOnVirtualThread
final class PeopleResource {
  private final People people;
  private final Invitations invitations;
  private final Profile profile;
  private final Caller caller;

  PeopleResource(People people, Invitations invitations, Profile profile, Caller caller) {
    this.people = people;
    this.invitations = invitations;
    this.profile = profile;
    this.caller = caller;
  }

  record Reason(@Nullable String reason) {}

  /**
   * @param password the caller's own; required unless the caller has just logged in
   */
  record Confirmation(@Nullable String password) {}

  /**
   * @param password as in {@link Confirmation}
   */
  record NewAddress(@Nullable String email, @Nullable String password) {}

  record NewRole(@Nullable Role role) {}

  @GET
  public List<Member> list(@QueryParam("status") @Nullable String status) {
    return people.list(statuses(status));
  }

  private static Set<Status> statuses(@Nullable String status) {
    return switch (status) {
      case null -> EnumSet.complementOf(EnumSet.of(Status.Erased));
      // Without mail nobody can confirm an address, so unconfirmed people are listed here too.
      case "pending" -> EnumSet.of(Status.Pending, Status.Unverified);
      case "active" -> EnumSet.of(Status.Active);
      case "rejected" -> EnumSet.of(Status.Rejected);
      case "invited" -> EnumSet.of(Status.Invited);
      case "revoked" -> EnumSet.of(Status.Revoked);
      default -> throw Refusal.invalid("status", Text.of("field.value"));
    };
  }

  @POST
  public Response invite(Invitations.@Nullable Invitation body) {
    return Response.status(Response.Status.CREATED)
        .entity(invitations.invite(required(body), caller.language()))
        .build();
  }

  @POST
  @Path("/{id}/approve")
  public void approve(UUID id) {
    people.approve(id);
  }

  @POST
  @Path("/{id}/reject")
  public void reject(UUID id, @Nullable Reason body) {
    people.reject(id, required(body).reason());
  }

  @POST
  @Path("/{id}/revoke")
  public void revoke(UUID id) {
    people.revoke(id);
  }

  @POST
  @Path("/{id}/password-link")
  public Response passwordLink(UUID id, @Nullable Confirmation body) {
    profile.confirmUnlessFresh(
        caller.identity(), body == null ? null : body.password(), "password");
    return Response.status(Response.Status.CREATED)
        .entity(people.passwordLink(caller.identity(), id))
        .build();
  }

  @PUT
  @Path("/{id}/email")
  public void setEmail(UUID id, @Nullable NewAddress body) {
    NewAddress typed = required(body);
    String email = Details.email(typed.email());
    profile.confirmUnlessFresh(caller.identity(), typed.password(), "password");
    people.setEmail(id, email);
  }

  @PATCH
  @Path("/{id}")
  public void setRole(UUID id, @Nullable NewRole body) {
    people.setRole(id, required(body).role());
  }
}
