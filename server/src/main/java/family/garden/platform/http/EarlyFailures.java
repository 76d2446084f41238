package family.garden.platform.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers failures before a resource is found, in a filter or in the router itself, with a problem
 * document; {@link Failures} answers the later ones.
 */
final class EarlyFailures {
  private static final Logger LOG = Logger.getLogger(EarlyFailures.class);

  void register(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(EarlyFailures::answer);
    // A path that cannot be decoded matches no route, not even that one.
    for (int status : new int[] {400, 404, 500}) {
      router.errorHandler(status, EarlyFailures::answer);
    }
  }

  private static void answer(RoutingContext exchange) {
    HttpServerResponse response = exchange.response();
    @Nullable Throwable failure = exchange.failure();
    boolean hungUp = failure != null && HungUp.isBehind(failure, exchange.request());
    if (failure != null && !hungUp && exchange.statusCode() < 400) {
      LOG.error("A request failed before it reached its resource", failure);
    }
    if (response.headWritten()) {
      exchange.request().connection().close();
      return;
    }
    ProblemDocument.hangUpOn(exchange, exchange.statusCode() < 400 ? 500 : exchange.statusCode());
  }
}
