package family.garden.platform.http;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;

/** Failures because the caller closed the connection: no fault, and nobody waits for an answer. */
final class HungUp {
  private static final AttributeKey<Boolean> BROKEN = AttributeKey.valueOf(HungUp.class, "broken");

  private HungUp() {}

  /**
   * Notes that reading from a connection or writing to it failed, before any handler sees the
   * failure.
   */
  static void note(Channel channel) {
    channel.attr(BROKEN).set(true);
  }

  /**
   * Whether the end of the connection caused {@code failure}; another failure counts as a fault
   * even if the caller has gone.
   */
  static boolean isBehind(Throwable failure, HttpServerRequest request) {
    if (!hasGone(request)) {
      return false;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof IOException || t instanceof HttpClosedException) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasGone(HttpServerRequest request) {
    return request.response().closed()
        || request.response().ended()
        || (request.connection() instanceof ConnectionBase connection
            && (!connection.channel().isActive() || connection.channel().hasAttr(BROKEN)));
  }
}
