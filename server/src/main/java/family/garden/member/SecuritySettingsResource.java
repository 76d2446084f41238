package family.garden.member;

import static family.garden.platform.http.Body.required;

import family.garden.access.Caller;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** {@code /api/admin/security-settings}: the policy of the administrators for log-ins. */
@Path("/api/admin/security-settings")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ADMINISTRATOR)
@RunOnVirtualThread
final class SecuritySettingsResource {
  private final AdministratorPasskeys passkeys;
  private final Caller caller;

  SecuritySettingsResource(AdministratorPasskeys passkeys, Caller caller) {
    this.passkeys = passkeys;
    this.caller = caller;
  }

  record SecuritySettings(@Nullable Boolean administratorsNeedPasskey) {}

  @GET
  public SecuritySettings read() {
    return new SecuritySettings(passkeys.areNeeded());
  }

  @PUT
  public SecuritySettings write(@Nullable SecuritySettings body) {
    Boolean needed = required(body).administratorsNeedPasskey();
    if (needed == null) {
      throw Refusal.invalid("administratorsNeedPasskey", Text.of("field.missing"));
    }
    passkeys.set(caller.identity(), needed);
    return read();
  }
}
