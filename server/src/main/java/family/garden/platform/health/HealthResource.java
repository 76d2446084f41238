package family.garden.platform.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import family.garden.platform.http.Access;
import family.garden.platform.http.Access.Who;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/health}: live says that the process answers, ready that it can serve. */
@Path("/api/health")
@Produces(MediaType.APPLICATION_JSON)
@Access(Who.ANYONE)
final class HealthResource {
  private final List<Check> checks;

  HealthResource(@All List<Check> checks) {
    this.checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
  }

  record Health(Check.Status status, List<NamedResult> checks) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NamedResult(String name, Check.Status status, @Nullable String detail) {}

  @GET
  @Path("/live")
  @NonBlocking
  public Health live() {
    return new Health(Check.Status.UP, List.of());
  }

  @GET
  @RunOnVirtualThread
  public Response health() {
    return ready();
  }

  @GET
  @Path("/ready")
  @RunOnVirtualThread
  public Response ready() {
    List<NamedResult> results =
        checks.stream()
            .map(
                check -> {
                  Check.Result found = check.look();
                  return new NamedResult(check.name(), found.status(), found.detail());
                })
            .toList();
    boolean up = results.stream().noneMatch(result -> result.status() == Check.Status.DOWN);
    return Response.status(up ? 200 : 503)
        .entity(new Health(up ? Check.Status.UP : Check.Status.DOWN, results))
        .build();
  }
}
