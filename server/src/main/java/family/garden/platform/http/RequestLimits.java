package family.garden.platform.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what all requests together hold in memory, and how long one may take to send its body. A
 * request that exceeds a bound is refused with 503 or 408, and its connection is closed.
 */
final class RequestLimits {
  /** A twentieth of the heap. */
  private static final long MOST = 2 * 1024 * 1024;

  private final RequestMemory memory = new RequestMemory(MOST);
  private final long bodyMillis;

  RequestLimits(@ConfigProperty(name = "booking.body-timeout") Duration timeout) {
    this.bodyMillis = timeout.toMillis();
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, 240);
  }

  private void watch(RoutingContext exchange) {
    if (exchange.request().connection() instanceof ConnectionBase connection) {
      RequestMemory.Share share = meter(connection.channel(), exchange).current();
      if (share != null) {
        share.belongsTo(exchange);
        giveUpWhenLate(share, exchange);
      }
    }
    if (!exchange.response().ended()) {
      exchange.next();
    }
  }

  private void giveUpWhenLate(RequestMemory.Share share, RoutingContext exchange) {
    long timer =
        exchange
            .vertx()
            .setTimer(
                bodyMillis,
                late -> {
                  if (memory.isUnfinished(share)) {
                    refuse(share, exchange, 408);
                  }
                });
    exchange.addEndHandler(ended -> exchange.vertx().cancelTimer(timer));
  }

  /** The meter of the connection, put in with its first request, whose head it has missed. */
  private RequestMeter meter(Channel channel, RoutingContext exchange) {
    ChannelPipeline pipeline = channel.pipeline();
    if (pipeline.get(RequestMeter.NAME) instanceof RequestMeter known) {
      return known;
    }
    RequestMeter meter = new RequestMeter(memory, this::giveUp);
    pipeline.addBefore("handler", RequestMeter.NAME, meter);
    meter.begin(channel, exchange.request().headers(), exchange);
    return meter;
  }

  private void giveUp(RequestMemory.Share share) {
    share
        .channel()
        .eventLoop()
        .execute(
            () -> {
              @Nullable RoutingContext exchange = share.exchange();
              if (exchange == null) {
                close(share);
              } else {
                refuse(share, exchange, 503);
              }
            });
  }

  private void refuse(RequestMemory.Share share, RoutingContext exchange, int status) {
    memory.release(share);
    if (exchange.response().headWritten()) {
      close(share);
      return;
    }
    Future<Void> refused =
        status == 503
            ? ProblemDocument.hangUpOn(exchange, Refusal.unavailable())
            : ProblemDocument.hangUpOn(exchange, status);
    // Vert.x would wait for the rest of the body before it closes.
    var _ = refused.onComplete(sent -> close(share));
  }

  @SuppressWarnings("try")
  private static void close(RequestMemory.Share share) {
    var _ = share.channel().close();
  }
}
