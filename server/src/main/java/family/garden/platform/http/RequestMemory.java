package family.garden.platform.http;

import io.netty.channel.Channel;
import io.vertx.ext.web.RoutingContext;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the memory that requests hold from their first byte to the end of their answer. When they
 * together exceed the bound, the unfinished request that holds most is refused: a member's small
 * request is served beside any number of large ones that never end.
 */
final class RequestMemory {
  /** One request. All of its numbers are guarded by the {@link RequestMemory} it belongs to. */
  static final class Share {
    private final Channel channel;
    private long bytes;
    private boolean released;
    private volatile @Nullable RoutingContext exchange;

    private Share(Channel channel, @Nullable RoutingContext exchange) {
      this.channel = channel;
      this.exchange = exchange;
    }

    Channel channel() {
      return channel;
    }

    /** Null until the request reached the router; one that was pipelined may wait for that. */
    @Nullable RoutingContext exchange() {
      return exchange;
    }

    void belongsTo(RoutingContext known) {
      exchange = known;
    }
  }

  private final long most;
  private final Set<Share> unfinished = new LinkedHashSet<>();
  private long held;

  /**
   * @param most bytes that all requests may hold together
   */
  RequestMemory(long most) {
    this.most = most;
  }

  synchronized Share begin(Channel channel, @Nullable RoutingContext exchange) {
    Share share = new Share(channel, exchange);
    unfinished.add(share);
    return share;
  }

  /**
   * Counts more bytes of an unfinished request.
   *
   * @return the request to refuse; null while there is room for all
   */
  synchronized @Nullable Share add(Share share, long bytes) {
    if (share.released) {
      return null;
    }
    share.bytes += bytes;
    held += bytes;
    if (held <= most) {
      return null;
    }
    @Nullable Share largest =
        unfinished.stream().max(Comparator.comparingLong(each -> each.bytes)).orElse(null);
    if (largest != null) {
      release(largest);
    }
    return largest;
  }

  /** The request was read to its end: from now on it is served in any case. */
  synchronized void finish(Share share) {
    unfinished.remove(share);
  }

  /** The request no longer holds memory. */
  synchronized void release(Share share) {
    unfinished.remove(share);
    if (!share.released) {
      share.released = true;
      held -= share.bytes;
    }
  }

  synchronized boolean isUnfinished(Share share) {
    return unfinished.contains(share);
  }

  /** Bytes that all requests hold together. */
  synchronized long held() {
    return held;
  }
}
