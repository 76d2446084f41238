package family.garden.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes the connection of a client that takes too long to send a request or to read its answer, or
 * that sends another request while earlier answers are unread: those fill the few megabytes that
 * all connections share. The idle timeout of Vert.x covers only the time between requests, and the
 * read timeout of Quarkus only blocking reads.
 */
final class RequestTimeout {
  private final long millis;

  RequestTimeout(@ConfigProperty(name = "booking.request-timeout") Duration timeout) {
    this.millis = timeout.toMillis();
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, 250);
  }

  private void watch(RoutingContext exchange) {
    if (exchange.response().writeQueueFull()) {
      hangUp(exchange);
      return;
    }
    long timer = exchange.vertx().setTimer(millis, late -> hangUp(exchange));
    exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
    exchange.next();
  }

  /** Closes at once; the connection's own close would wait until the client has read everything. */
  @SuppressWarnings("try")
  private static void hangUp(RoutingContext exchange) {
    if (exchange.request().connection() instanceof ConnectionBase connection) {
      var _ = connection.channel().close();
    }
  }
}
