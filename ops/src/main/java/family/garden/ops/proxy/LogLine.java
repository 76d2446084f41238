package family.garden.ops.proxy;

import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import java.util.Optional;

/**
 * One request that a server was asked, as nginx wrote it down when it ended.
 *
 * @param server address and port of the server that was asked
 * @param status what the server answered, or nginx in its place: 502, 504
 * @param seconds until the last byte of the server's answer
 */
public record LogLine(String server, String path, int status, double seconds) {
  /** Empty for requests that no server was asked for, and for lines of another kind. */
  public static Optional<LogLine> parse(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    Node said;
    try {
      said = Json.tree(line, "a line of the proxy");
    } catch (OpsException e) {
      // Half a line: the log was turned over, or is being written.
      return Optional.empty();
    }
    String server = said.path("server").text();
    String status = said.path("server_status").text();
    if (server.isEmpty() || !status.matches("\\d{3}")) {
      return Optional.empty();
    }
    return Optional.of(
        new LogLine(
            server,
            said.path("path").text(),
            Integer.parseInt(status),
            said.path("server_took").decimal(said.path("took").decimal(0))));
  }

  /** Whether the server, and not the person who asked, is to blame. */
  public boolean isFailure() {
    return status >= 500;
  }
}
