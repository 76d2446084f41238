package family.garden.platform.metrics;

import family.garden.platform.config.Configuration;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;

/** Serves {@code /metrics} on the management port, which no proxy forwards to. */
@Singleton
final class ManagementServer {
  private final Configuration configuration;
  private final Vertx vertx;
  private final PrometheusMeterRegistry registry;
  private final FigureSampler figures;

  ManagementServer(
      Configuration configuration,
      Vertx vertx,
      PrometheusMeterRegistry registry,
      FigureSampler figures) {
    this.configuration = configuration;
    this.vertx = vertx;
    this.registry = registry;
    this.figures = figures;
  }

  void start(@Observes StartupEvent event) {
    int port = configuration.managementPort();
    if (port == 0) {
      return;
    }
    registry.getPrometheusRegistry().register(figures);
    figures.refresh();
    try {
      vertx
          .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
          .requestHandler(this::answer)
          .listen(port, configuration.host())
          .toCompletionStage()
          .toCompletableFuture()
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          "Tried to open the management port %d, failed because: %s; set BOOKING_MANAGEMENT_PORT to a free port, or to 0 for none"
              .formatted(port, e.getMessage()),
          e);
    }
  }

  private void answer(HttpServerRequest request) {
    if (request.path().equals("/metrics")) {
      request
          .response()
          .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
          .end(registry.scrape());
    } else {
      request.response().setStatusCode(404).end();
    }
  }
}
