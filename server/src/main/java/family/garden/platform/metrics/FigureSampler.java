package family.garden.platform.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Answers a scrape at once with the figures that were read last, and reads them anew beside it
 * where they are older than {@link #INTERVAL}. So a scrape never waits for PostgreSQL or Redis, its
 * figures are as old as the scrape before, and nothing is read while nobody scrapes.
 */
@Singleton
final class FigureSampler implements MultiCollector {
  /** Figures are read again after this time, which is less than the interval of scrapes. */
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  /** Older figures are left out. */
  private static final Duration STALE = Duration.ofMinutes(2);

  private static final Logger LOG = Logger.getLogger(FigureSampler.class);

  private record Sample(long at, MetricSnapshots snapshots) {
    boolean isYoungerThan(Duration age) {
      return System.nanoTime() - at < age.toNanos();
    }
  }

  private final List<FigureSource> sources;
  private final AtomicBoolean reading = new AtomicBoolean();
  private volatile Sample last =
      new Sample(System.nanoTime() - STALE.toNanos(), MetricSnapshots.of());

  FigureSampler(@All List<FigureSource> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public MetricSnapshots collect() {
    Sample found = last;
    if (!found.isYoungerThan(INTERVAL)) {
      refresh();
    }
    return found.isYoungerThan(STALE) ? found.snapshots() : MetricSnapshots.of();
  }

  /** Begins to read, unless that is under way. */
  void refresh() {
    if (reading.compareAndSet(false, true)) {
      Thread.ofVirtual().name("figures").start(this::read);
    }
  }

  private void read() {
    try {
      List<Figure> figures = sources.stream().flatMap(source -> source.read().stream()).toList();
      last = new Sample(System.nanoTime(), snapshots(figures));
    } catch (RuntimeException e) {
      LOG.warnf("The figures of PostgreSQL and Redis could not be read: %s", e);
    } finally {
      reading.set(false);
    }
  }

  private static MetricSnapshots snapshots(List<Figure> figures) {
    Map<String, List<Figure>> byName =
        figures.stream()
            .collect(Collectors.groupingBy(Figure::name, LinkedHashMap::new, Collectors.toList()));
    return new MetricSnapshots(byName.values().stream().map(FigureSampler::snapshot).toList());
  }

  private static MetricSnapshot snapshot(List<Figure> figures) {
    Figure first = figures.getFirst();
    if (first.name().endsWith("_total")) {
      CounterSnapshot.Builder counter =
          CounterSnapshot.builder()
              .name(first.name().substring(0, first.name().length() - "_total".length()))
              .help(first.help());
      figures.forEach(
          figure ->
              counter.dataPoint(
                  CounterDataPointSnapshot.builder()
                      .labels(labels(figure))
                      .value(figure.value())
                      .build()));
      return counter.build();
    }
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(first.name()).help(first.help());
    figures.forEach(
        figure ->
            gauge.dataPoint(
                GaugeDataPointSnapshot.builder()
                    .labels(labels(figure))
                    .value(figure.value())
                    .build()));
    return gauge.build();
  }

  private static Labels labels(Figure figure) {
    Labels.Builder labels = Labels.builder();
    figure.labels().forEach(labels::label);
    return labels.build();
  }
}
