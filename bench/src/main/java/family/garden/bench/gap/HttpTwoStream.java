package family.garden.bench.gap;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** One request on an HTTP/2 connection; runs in the event loop. */
final class HttpTwoStream extends ChannelInboundHandlerAdapter {
  private final Exchange exchange;
  private final Runnable finished;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status;

  /**
   * @param finished runs when the exchange has ended, well or badly
   */
  HttpTwoStream(Exchange exchange, Runnable finished) {
    this.exchange = exchange;
    this.finished = finished;
  }

  void send(Http2StreamChannel stream, String authority, Map<String, String> headers) {
    Request request = exchange.request;
    Http2Headers head =
        new DefaultHttp2Headers()
            .method(request.method())
            .scheme("https")
            .authority(authority)
            .path(request.path());
    headers.forEach((name, value) -> head.set(name.toLowerCase(Locale.ROOT), value));
    GenericFutureListener<Future<Void>> failing =
        sent -> {
          if (!sent.isSuccess()) {
            fail(FailureKind.RESET, "sending: " + sent.cause().getMessage());
          }
        };
    byte[] bytes = request.bytes();
    stream.write(new DefaultHttp2HeadersFrame(head, bytes.length == 0)).addListener(failing);
    if (bytes.length > 0) {
      stream
          .write(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(bytes), true))
          .addListener(failing);
    }
    stream.flush();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object frame) {
    try {
      if (frame instanceof Http2HeadersFrame head) {
        exchange.begun = true;
        CharSequence received = head.headers().status();
        if (received != null) {
          status = Integer.parseInt(received.toString());
        }
        endIf(head.isEndStream());
      } else if (frame instanceof Http2DataFrame data) {
        byte[] bytes = new byte[data.content().readableBytes()];
        data.content().readBytes(bytes);
        body.writeBytes(bytes);
        endIf(data.isEndStream());
      }
    } finally {
      ReferenceCountUtil.release(frame);
    }
  }

  private void endIf(boolean last) {
    if (last) {
      exchange.end(new Response(status, body.toString(StandardCharsets.UTF_8)));
      finished.run();
    }
  }

  /** The server resets this stream, or announces that it will not process it. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof Http2ResetFrame reset) {
      fail(FailureKind.RESET, "stream reset with " + reset.errorCode());
    } else if (event instanceof Http2GoAwayFrame goAway) {
      fail(FailureKind.GOAWAY, "not answered any more, the last is " + goAway.lastStreamId());
      ReferenceCountUtil.release(event);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(FailureKind.CLOSED, "closed in place of a response");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    fail(FailureKind.PROTOCOL, String.valueOf(cause.getMessage()));
    var _ = ctx.close();
  }

  void fail(FailureKind kind, String message) {
    exchange.fail(kind, message);
    finished.run();
  }
}
