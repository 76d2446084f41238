package family.garden.bench.gap;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * HTTP/2 on Netty's codec: many requests at once on one connection. Neither the codec nor this
 * class sends a request again.
 */
final class HttpTwo implements Connection {
  /** Larger than any response here, so the server never waits for a window update. */
  private static final int WINDOW = 1 << 24;

  private final Channel channel;
  private final String authority;

  /** The unfinished exchanges; for the event loop only. */
  private final Set<Exchange> exchanges = new HashSet<>();

  private volatile boolean ended;

  HttpTwo(Connector connector) throws RequestFailure {
    authority = connector.authority();
    Http2FrameCodec codec =
        Http2FrameCodecBuilder.forClient()
            .initialSettings(
                Http2Settings.defaultSettings().pushEnabled(false).initialWindowSize(WINDOW))
            .gracefulShutdownTimeoutMillis(0)
            .build();
    channel =
        connector.open(
            "h2", false, List.of(codec, new Http2MultiplexHandler(new NoPush()), new Ends(codec)));
  }

  @Override
  public Response send(Request request, Map<String, String> headers) throws RequestFailure, Gone {
    Exchange exchange = new Exchange(request);
    channel.eventLoop().execute(() -> begin(exchange, headers));
    return exchange.await();
  }

  private void begin(Exchange exchange, Map<String, String> headers) {
    if (ended) {
      exchange.failUnsent();
      return;
    }
    exchanges.add(exchange);
    HttpTwoStream stream = new HttpTwoStream(exchange, () -> exchanges.remove(exchange));
    new Http2StreamChannelBootstrap(channel)
        .handler(stream)
        .open()
        .addListener(
            (Future<Http2StreamChannel> opened) -> {
              if (opened.isSuccess()) {
                stream.send(opened.getNow(), authority, headers);
              } else {
                stream.fail(FailureKind.RESET, "sending: " + opened.cause().getMessage());
              }
            });
  }

  private void end(FailureKind kind, String message) {
    ended = true;
    exchanges.forEach(each -> each.fail(kind, message));
    exchanges.clear();
    var _ = channel.close();
  }

  /** Takes no more requests and closes once the last response has arrived. */
  void closeWhenIdle() {
    channel
        .eventLoop()
        .execute(
            () -> {
              ended = true;
              if (exchanges.isEmpty()) {
                end(FailureKind.CLOSED, "closed here");
              }
            });
  }

  @Override
  public void close() {
    channel.eventLoop().execute(() -> end(FailureKind.CLOSED, "closed here"));
  }

  /** The server pushes nothing, because the settings forbid it. */
  @Sharable
  private static final class NoPush extends ChannelInboundHandlerAdapter {}

  /** Opens the window of the connection, and notices its end. */
  private final class Ends extends ChannelInboundHandlerAdapter {
    private final Http2FrameCodec codec;

    Ends(Http2FrameCodec codec) {
      this.codec = codec;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Http2Exception {
      Http2LocalFlowController window = codec.connection().local().flowController();
      window.incrementWindowSize(codec.connection().connectionStream(), WINDOW);
      ctx.flush();
      ctx.fireChannelActive();
    }

    /** Streams after the last one that it names get this as an event of their own and fail. */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object frame) {
      if (frame instanceof Http2GoAwayFrame) {
        ended = true;
      }
      ReferenceCountUtil.release(frame);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      end(FailureKind.CLOSED, "closed in place of a response");
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      end(
          cause instanceof IOException ? FailureKind.RESET : FailureKind.PROTOCOL,
          String.valueOf(cause.getMessage()));
    }
  }
}
