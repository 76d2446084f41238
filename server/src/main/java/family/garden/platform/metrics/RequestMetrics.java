package family.garden.platform.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Counts and times every request. Names hold no identities, so their number stays small. */
@Singleton
final class RequestMetrics {
  private static final Pattern ID =
      Pattern.compile("/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
    Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
    Duration.ofMillis(2500), Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void register(@Observes Filters filters) {
    filters.register(this::measure, 200);
  }

  private void measure(RoutingContext exchange) {
    long start = System.nanoTime();
    exchange.addEndHandler(
        ended -> {
          int status = exchange.response().getStatusCode();
          registry.counter("http.requests", "status", Integer.toString(status)).increment();
          Timer.builder("http.request.duration")
              .tags("method", method(exchange), "route", route(exchange, status))
              .serviceLevelObjectives(BUCKETS)
              .register(registry)
              .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        });
    exchange.next();
  }

  private static String method(RoutingContext exchange) {
    String method = exchange.request().method().name();
    return switch (method) {
      case "GET", "POST", "PUT", "PATCH", "DELETE" -> method;
      default -> "other";
    };
  }

  private static String route(RoutingContext exchange, int status) {
    // A stranger may ask for any path; only those that exist get a name.
    boolean unknown = status == 404 || status == 405 || status == 400 || status == 413;
    if (unknown) {
      return "unknown";
    }
    String path = exchange.request().path();
    // The files of the web app are hundreds, with new names in every version.
    return path.startsWith("/api/") ? ID.matcher(path).replaceAll("/{id}") : "web";
  }
}
