package family.garden.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Shut until the service is prepared, and again once it is asked to stop: newcomers are told to
 * come back, and those inside are served to the end. Quarkus alone would go on serving all who
 * come, and cut off whoever is inside when its patience ends.
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

  public void shut() {
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
