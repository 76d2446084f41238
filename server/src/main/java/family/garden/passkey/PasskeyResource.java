package family.garden.passkey;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/me/passkeys}: the caller's own. */
@Path("/api/me/passkeys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
@RunOnVirtualThread
final class PasskeyResource {
  private final Passkeys passkeys;
  private final Caller caller;

  PasskeyResource(Passkeys passkeys, Caller caller) {
    this.passkeys = passkeys;
    this.caller = caller;
  }

  record Confirmation(@Nullable String password) {}

  record NewPasskey(@Nullable String name, @Nullable Credential credential) {}

  record NewName(@Nullable String name) {}

  @GET
  public List<Passkey> list() {
    return passkeys.of(caller.identity().memberId());
  }

  @POST
  @Path("/options")
  public Options.Creation options(@Nullable Confirmation body) {
    return passkeys.options(caller.identity(), required(body).password());
  }

  @POST
  public Response add(@Nullable NewPasskey body) {
    NewPasskey typed = required(body);
    return Response.status(Response.Status.CREATED)
        .entity(passkeys.add(caller.identity(), typed.name(), typed.credential()))
        .build();
  }

  @PATCH
  @Path("/{id}")
  public Passkey rename(UUID id, @Nullable NewName body) {
    return passkeys.rename(caller.identity(), id, required(body).name());
  }

  @DELETE
  @Path("/{id}")
  public void remove(UUID id, @Nullable Confirmation body) {
    passkeys.remove(caller.identity(), id, body == null ? null : body.password());
  }
}
