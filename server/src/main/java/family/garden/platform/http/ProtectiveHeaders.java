package family.garden.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** Headers on every answer, also on answers to requests that reach no resource. */
final class ProtectiveHeaders {
  void register(@Observes Filters filters) {
    filters.register(ProtectiveHeaders::add, 100);
  }

  private static void add(RoutingContext exchange) {
    MultiMap headers = exchange.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    // Everything under /api is personal or changes; a resource that is neither sets its own header.
    headers.set("Cache-Control", "no-store");
    exchange.next();
  }
}
