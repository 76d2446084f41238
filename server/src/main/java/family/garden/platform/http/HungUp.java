package family.garden.platform.http;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.io.IOException;

/** Failures that come from a caller who went away: nobody's fault, and nobody waits any more. */
final class HungUp {
  private static final AttributeKey<Boolean> BROKEN = AttributeKey.valueOf(HungUp.class, "broken");

  private HungUp() {}

  /** Notes that reading from a connection or writing to it failed, before anybody hears of it. */
  static void note(Channel channel) {
    channel.attr(BROKEN).set(true);
  }

  /** Whether the connection's end is the cause; a fault of ours is not, whoever has gone. */
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
