package family.garden.ops.deploy;

import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.proxy.LogLine;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;

/** Reads on in what nginx writes, from an instant on; counts the requests of one server. */
final class ProxyLog {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** What is looked at at once, so that a busy day does not take long. */
  private static final String MOST_LINES = "5000";

  private final Engine engine;
  private final String server;
  private final Traffic traffic = new Traffic();
  private Instant readTo;

  /**
   * Reads nothing yet.
   *
   * @param server address and port
   */
  ProxyLog(Engine engine, String server, Instant from) {
    this.engine = engine;
    this.server = server;
    this.readTo = from;
  }

  /** Everything until now. */
  Traffic read() throws OpsException {
    Instant since = readTo;
    Processes.runInto(
            line -> add(line, since),
            engine.call(
                "logs",
                "--timestamps",
                "--tail",
                MOST_LINES,
                "--since",
                since.toString(),
                engine.container("proxy")),
            LIMIT)
        .expectSuccess("read what nginx wrote", "See whether nginx runs: bookingctl status.");
    return traffic;
  }

  /** What was read so far. */
  Traffic traffic() {
    return traffic;
  }

  /** One line of the engine's, with the instant that it came. */
  void add(String line, Instant since) {
    int space = line.indexOf(' ');
    if (space <= 0) {
      return;
    }
    Instant at = Instant.parse(line.substring(0, space));
    // The engine counts the instant itself as since, and all that was written after a line from the
    // future: a Pi has no clock of its own, and what it had for one may have been wrong once.
    if (at.isAfter(since) && !at.isAfter(Instant.now())) {
      LogLine.parse(line.substring(space + 1))
          .filter(request -> request.server().equals(server))
          .ifPresent(traffic::add);
      readTo = at;
    }
  }
}
