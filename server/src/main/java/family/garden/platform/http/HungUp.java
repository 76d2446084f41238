package family.garden.platform.http;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;

/** Failures that come from a caller who went away: nobody's fault, and nobody waits any more. */
final class HungUp {
  private HungUp() {}

  /** Whether the connection's end is the cause; a fault of ours is not, whoever has gone. */
  static boolean isBehind(Throwable failure, HttpServerResponse response) {
    if (!response.closed() && !response.ended()) {
      return false;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException || t instanceof HttpClosedException) {
        return true;
      }
    }
    return false;
  }
}
