package family.garden.platform.metrics;

import java.util.Map;

/**
 * A value at one moment, which somebody else measures: PostgreSQL, Redis, or a query.
 *
 * @param name as at {@code /metrics}; one that ends with {@code _total} only grows
 * @param help what it is, with its unit
 * @param labels from the code or from a fixed set, never from a request
 */
public record Figure(String name, String help, Map<String, String> labels, double value) {
  public static Figure of(String name, String help, double value) {
    return new Figure(name, help, Map.of(), value);
  }

  /** A figure with one label. */
  public static Figure of(String name, String help, String label, String of, double value) {
    return new Figure(name, help, Map.of(label, of), value);
  }
}
