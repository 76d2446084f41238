package family.garden.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Closed until the service is prepared, and again once it is asked to stop: new requests are
 * refused with 503, and requests in flight are served to the end. Quarkus alone would accept new
 * requests until its shutdown timeout ends, and then cut off those in flight.
 */
@Singleton
public final class AdmissionGate {
  private volatile boolean open;

  void register(@Observes Filters filters) {
    filters.register(this::admit, 95);
  }

  public void open() {
    open = true;
  }

  public void close() {
    open = false;
  }

  private void admit(RoutingContext exchange) {
    if (open) {
      exchange.next();
    } else {
      ProblemDocument.hangUpOn(exchange, Refusal.unavailable());
    }
  }
}
