package family.garden.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a body whose Content-Length is too large, before reading it, with a problem document.
 * Quarkus' own limit, which also covers bodies without a length, answers without one.
 */
final class LargeBodies {
  /** Bytes; the same as quarkus.http.limits.max-body-size. */
  private static final long MOST = 64 * 1024;

  void register(@Observes Filters filters) {
    filters.register(LargeBodies::check, 90);
  }

  private static void check(RoutingContext exchange) {
    if (length(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= MOST) {
      exchange.next();
    } else {
      ProblemDocument.hangUpOn(exchange, 413);
    }
  }

  private static long length(@Nullable String header) {
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException malformed) {
      return 0;
    }
  }
}
