package family.garden.platform.cache;

import family.garden.platform.metrics.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Redis says of itself, under the names of redis_exporter. */
final class RedisFigures {
  /**
   * @param field its name in the answer of Redis
   */
  private record Known(String field, String name, String help) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known("used_memory", "redis_memory_used_bytes", "memory that Redis uses"),
          new Known("maxmemory", "redis_memory_max_bytes", "memory that Redis may use"),
          new Known("connected_clients", "redis_connected_clients", "connections to Redis"),
          new Known("uptime_in_seconds", "redis_uptime_in_seconds", "seconds since its start"),
          new Known("keyspace_hits", "redis_keyspace_hits_total", "look-ups that found something"),
          new Known("keyspace_misses", "redis_keyspace_misses_total", "look-ups that did not"),
          new Known("evicted_keys", "redis_evicted_keys_total", "entries that had to make room"),
          new Known(
              "total_commands_processed", "redis_commands_processed_total", "commands it ran"));

  private RedisFigures() {}

  /**
   * @param info the answer to {@code INFO}; empty if Redis is away, and then no figure but {@code
   *     redis_up 0}
   */
  static List<Figure> of(Optional<String> info) {
    String help = "whether Redis answers: 1 or 0";
    if (info.isEmpty()) {
      return List.of(Figure.of("redis_up", help, 0));
    }
    Map<String, String> fields =
        info.get()
            .lines()
            .filter(line -> line.matches("[a-z_]+:\\d{1,18}"))
            .map(line -> line.split(":", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one));
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.of("redis_up", help, 1));
    for (Known known : KNOWN) {
      String value = fields.get(known.field());
      if (value != null) {
        figures.add(Figure.of(known.name(), known.help(), Double.parseDouble(value)));
      }
    }
    return List.copyOf(figures);
  }
}
