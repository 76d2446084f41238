package family.garden.platform.http;

import family.garden.platform.http.Access.Who;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this API; the tests compare every answer with it. */
@Path("/api/openapi")
@Access(Who.ANYONE)
final class OpenApiResource {
  @GET
  @NonBlocking
  public Response document() {
    try (InputStream yaml = OpenApiResource.class.getResourceAsStream("/openapi.yaml")) {
      if (yaml == null) {
        throw new IllegalStateException("openapi.yaml is not in the jar");
      }
      return Response.ok(yaml.readAllBytes(), "application/yaml")
          .header("Cache-Control", "public, max-age=300")
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
