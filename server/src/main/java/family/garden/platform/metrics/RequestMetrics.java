package family.garden.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts and times all requests, and counts those in flight. A label never comes from a request,
 * because a stranger could create any number of series. Only the duration of all requests together
 * has buckets, since each route and method would multiply them.
 */
@Singleton
final class RequestMetrics {
  /** {@link MetricsParts} bounds its labels. */
  static final String ROUTES = "http.route.duration";

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
    Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
    Duration.ofMillis(2500), Duration.ofSeconds(10)
  };

  /**
   * The statuses that this server answers with. Their counters exist from the start: the rate of
   * one that is born with its first error misses that error.
   */
  private static final List<Integer> STATUSES =
      List.of(
          200, 201, 202, 204, 303, 304, 400, 401, 403, 404, 405, 406, 408, 409, 412, 413, 414, 415,
          422, 428, 429, 431, 500, 503);

  private final MeterRegistry registry;
  private final Map<Integer, Counter> byStatus = new HashMap<>();
  private final Counter otherStatus;
  private final Timer all;
  private final AtomicInteger inFlight = new AtomicInteger();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
    STATUSES.forEach(status -> byStatus.put(status, counter(Integer.toString(status))));
    this.otherStatus = counter("other");
    this.all =
        Timer.builder("http.request.duration")
            .description("from the head of a request to the last byte of its answer")
            .serviceLevelObjectives(BUCKETS)
            .register(registry);
    Gauge.builder("http.requests.in.flight", inFlight, AtomicInteger::get)
        .description("requests that have come and are not answered to the last byte")
        .register(registry);
  }

  private Counter counter(String status) {
    return Counter.builder("http.requests")
        .description("answered requests")
        .tag("status", status)
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
          byStatus.getOrDefault(status, otherStatus).increment();
          long duration = System.nanoTime() - start;
          all.record(duration, TimeUnit.NANOSECONDS);
          registry
              .timer(ROUTES, "method", method(exchange), "route", Routes.of(exchange))
              .record(duration, TimeUnit.NANOSECONDS);
        });
    exchange.next();
  }

  private static String method(RoutingContext exchange) {
    String method = exchange.request().method().name();
    return switch (method) {
      case "GET", "HEAD" -> "GET";
      case "POST", "PUT", "PATCH", "DELETE" -> method;
      default -> "other";
    };
  }
}
