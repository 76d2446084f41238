package family.garden.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Counts and times every request, and those under way. Names hold no identities and no secrets, so
 * their number stays small.
 */
@Singleton
final class RequestMetrics {
  private static final Pattern ID =
      Pattern.compile("/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern CALENDAR = Pattern.compile("^/api/calendar/.*\\.ics$");
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
    Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
    Duration.ofMillis(2500), Duration.ofSeconds(10)
  };

  private final MeterRegistry registry;
  private final AtomicInteger inFlight = new AtomicInteger();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("http.requests.in.flight", inFlight, AtomicInteger::get)
        .description("requests that have come and are not answered to the last byte")
        .register(registry);
  }

  void register(@Observes Filters filters) {
    filters.register(this::measure, 200);
  }

  private void measure(RoutingContext exchange) {
    long start = System.nanoTime();
    inFlight.incrementAndGet();
    exchange.addEndHandler(
        ended -> {
          inFlight.decrementAndGet();
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
    // Whoever knows the name of a calendar can read it.
    if (CALENDAR.matcher(path).matches()) {
      return "/api/calendar/{token}.ics";
    }
    // The files of the web app are hundreds, with new names in every version.
    return path.startsWith("/api/") ? ID.matcher(path).replaceAll("/{id}") : "web";
  }
}
