package family.garden.ops.deploy;

import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.proxy.LogLine;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;

/** Reads the log of nginx from a moment on, and counts the requests of one server. */
final class ProxyLog {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** A limit, so that one look takes seconds also on a busy day. */
  private static final String MOST_LINES = "5000";

  private final Engine engine;
  private final String server;
  private final Traffic traffic = new Traffic();
  private Instant readTo;

  /** Follows the log for one server, given by address and port. */
  ProxyLog(Engine engine, String server, Instant from) {
    this.engine = engine;
    this.server = server;
    this.readTo = from;
  }

  /** Reads on until now; the result counts everything since the beginning. */
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

  Traffic traffic() {
    return traffic;
  }

  /** Counts a line of the log, which begins with the moment at which the engine received it. */
  void add(String line, Instant since) {
    int space = line.indexOf(' ');
    if (space <= 0) {
      return;
    }
    Instant at = Instant.parse(line.substring(0, space));
    // The engine also prints a line of that very moment, and each line after one from the future:
    // a Pi has no clock that outlives a power cut, so the time was wrong once.
    if (at.isAfter(since) && !at.isAfter(Instant.now())) {
      LogLine.parse(line.substring(space + 1))
          .filter(request -> request.server().equals(server))
          .ifPresent(traffic::add);
      readTo = at;
    }
  }
}
