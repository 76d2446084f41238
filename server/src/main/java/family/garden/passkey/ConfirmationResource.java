package family.garden.passkey;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /api/me/confirmation}: a passkey in place of the password, before a grave change. */
@Path("/api/me/confirmation")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.MEMBER)
@RunOnVirtualThread
final class ConfirmationResource {
  private final PasskeyConfirmation confirmation;
  private final Caller caller;

  ConfirmationResource(PasskeyConfirmation confirmation, Caller caller) {
    this.confirmation = confirmation;
    this.caller = caller;
  }

  record Answer(@Nullable Credential credential) {}

  @POST
  @Path("/options")
  public Options.Request options() {
    return confirmation.options(caller.identity());
  }

  @POST
  public void confirm(@Nullable Answer body) {
    confirmation.with(caller.identity(), Credential.asSigned(required(body).credential()));
  }
}
