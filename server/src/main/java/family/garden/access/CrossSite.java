package family.garden.access;

import family.garden.platform.config.Configuration;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses changes that a page of another site makes the browser request: by the browser's Fetch
 * Metadata, or by the Origin header of an older browser. Programs send neither.
 */
@Singleton
final class CrossSite {
  private static final Set<HttpMethod> HARMLESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final String ownAuthority;

  CrossSite(Configuration configuration) {
    this.ownAuthority = URI.create(configuration.publicUrl()).getAuthority();
  }

  void refuse(HttpServerRequest request) {
    if (HARMLESS.contains(request.method())) {
      return;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    boolean own =
        site == null
            ? isOwn(request.getHeader("Origin"), request.getHeader("Host"))
            : site.equals("same-origin") || site.equals("none");
    if (!own) {
      throw Refusal.forbidden(Text.of("refused.crossSite"));
    }
  }

  private boolean isOwn(@Nullable String origin, @Nullable String host) {
    if (origin == null) {
      return true;
    }
    try {
      String authority = URI.create(origin).getAuthority();
      return authority != null && (authority.equals(ownAuthority) || authority.equals(host));
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }
}
