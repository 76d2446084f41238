package family.garden.ops.proxy;

import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import java.util.Optional;

/**
 * A request that nginx passed on to a server and logged when it ended.
 *
 * @param server address and port of the server
 * @param status what the server answered, or nginx in its place: 502, 504
 * @param seconds until the last byte of the server's answer
 */
public record LogLine(String server, String path, int status, double seconds) {
  /** Empty for a request that nginx answered itself, and for a line of another kind. */
  public static Optional<LogLine> parse(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    Node entry;
    try {
      entry = Json.tree(line, "a line of the proxy");
    } catch (OpsException e) {
      // Half a line: the log was rotated, or is being written.
      return Optional.empty();
    }
    String server = entry.path("server").text();
    String status = entry.path("server_status").text();
    if (server.isEmpty() || !status.matches("\\d{3}")) {
      return Optional.empty();
    }
    return Optional.of(
        new LogLine(
            server,
            entry.path("path").text(),
            Integer.parseInt(status),
            entry.path("server_took").decimal(entry.path("took").decimal(0))));
  }

  /** Whether the server caused the failure, and not the request. */
  public boolean isFailure() {
    return status >= 500;
  }
}
