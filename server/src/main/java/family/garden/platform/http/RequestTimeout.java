package family.garden.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hangs up on whoever takes too long to send a request or to read its answer, and on whoever asks
 * again while earlier answers lie unread: those fill the few megabytes that all connections share.
 * The idle timeout of Vert.x holds only between requests, and the read timeout of Quarkus only for
 * blocking reads.
 */
final class RequestTimeout {
  private final long most;

  RequestTimeout(@ConfigProperty(name = "booking.patience") Duration most) {
    this.most = most.toMillis();
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, 250);
  }

  private void watch(RoutingContext exchange) {
    if (exchange.response().writeQueueFull()) {
      hangUp(exchange);
      return;
    }
    long timer = exchange.vertx().setTimer(most, late -> hangUp(exchange));
    exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
    exchange.next();
  }

  /** At once; the connection's own close waits until everything was read. */
  @SuppressWarnings("try")
  private static void hangUp(RoutingContext exchange) {
    if (exchange.request().connection() instanceof ConnectionBase connection) {
      var _ = connection.channel().close();
    }
  }
}
