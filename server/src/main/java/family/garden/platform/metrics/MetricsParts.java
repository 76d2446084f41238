package family.garden.platform.metrics;

import family.garden.platform.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The metrics of the process and of the pool; features add their own to the registry. */
final class MetricsParts {
  /** More than there are routes: bounds the series if a label ever came from a request. */
  private static final int MOST_ROUTES = 120;

  @Produces
  @Singleton
  PrometheusMeterRegistry registry(Database database) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry
        .config()
        .meterFilter(
            MeterFilter.maximumAllowableTags(
                RequestMetrics.ROUTES, "route", MOST_ROUTES, MeterFilter.deny()));
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    bindForTheLifeOfTheProcess(registry);
    Gauge.builder("database.connections.active", database, Database::active).register(registry);
    Gauge.builder("database.connections.awaiting", database, Database::awaiting).register(registry);
    return registry;
  }

  @SuppressWarnings("resource")
  private static void bindForTheLifeOfTheProcess(PrometheusMeterRegistry registry) {
    new JvmGcMetrics().bindTo(registry);
  }
}
