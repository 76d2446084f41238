package family.garden.bench.gap;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on Netty's codec, because HTTP clients silently send a lost request again. Like a
 * browser it notices while it is idle that the server closes the connection; if the server closes
 * it while a request is being sent, that request is lost.
 */
final class HttpOne implements Connection {
  private final Channel channel;
  private final String authority;
  private final Responses responses;

  HttpOne(Connector connector, boolean slowly) throws RequestFailure {
    authority = connector.authority();
    responses = new Responses(slowly);
    channel = connector.open("http/1.1", slowly, List.of(new HttpClientCodec(), responses));
  }

  @Override
  public Response send(Request request, Map<String, String> headers) throws RequestFailure, Gone {
    Exchange exchange = new Exchange(request);
    channel.eventLoop().execute(() -> responses.begin(exchange, message(request, headers)));
    try {
      return exchange.await();
    } catch (RequestFailure failure) {
      close();
      throw failure;
    }
  }

  private FullHttpRequest message(Request request, Map<String, String> headers) {
    FullHttpRequest message =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(request.method()),
            request.path(),
            Unpooled.wrappedBuffer(request.bytes()));
    message.headers().set(HttpHeaderNames.HOST, authority);
    headers.forEach(message.headers()::set);
    if (request.method().equals("POST")) {
      HttpUtil.setContentLength(message, request.bytes().length);
    }
    return message;
  }

  /** Whether another request may be sent. */
  boolean isOpen() {
    return !responses.ended;
  }

  @Override
  public void close() {
    channel.eventLoop().execute(() -> responses.end(FailureKind.CLOSED, "closed here"));
  }

  /** Reads one response after the other; runs in the event loop. */
  private static final class Responses extends SimpleChannelInboundHandler<HttpObject> {
    private final boolean slowly;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable ChannelHandlerContext context;
    private @Nullable Exchange current;
    private int status;
    private boolean last;
    private int sincePause;
    private volatile boolean ended;

    Responses(boolean slowly) {
      this.slowly = slowly;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
      context = added;
    }

    void begin(Exchange exchange, FullHttpRequest message) {
      if (ended || context == null) {
        message.release();
        exchange.failUnsent();
        return;
      }
      current = exchange;
      context
          .writeAndFlush(message)
          .addListener(
              sent -> {
                if (!sent.isSuccess()) {
                  exchange.fail(FailureKind.RESET, "sending: " + sent.cause().getMessage());
                }
              });
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject part) {
      Exchange exchange = current;
      if (exchange == null) {
        end(FailureKind.RESET, "a response that nobody asked for");
        return;
      }
      if (part.decoderResult().isFailure()) {
        end(FailureKind.PROTOCOL, String.valueOf(part.decoderResult().cause().getMessage()));
        return;
      }
      if (part instanceof HttpResponse head) {
        exchange.begun = true;
        status = head.status().code();
        last = !HttpUtil.isKeepAlive(head);
      }
      if (part instanceof HttpContent content) {
        byte[] bytes = new byte[content.content().readableBytes()];
        content.content().readBytes(bytes);
        body.writeBytes(bytes);
        sincePause += bytes.length;
      }
      if (part instanceof LastHttpContent) {
        finish(exchange);
      }
    }

    private void finish(Exchange exchange) {
      Response whole = new Response(status, body.toString(StandardCharsets.UTF_8));
      body.reset();
      current = null;
      ended = last;
      exchange.end(whole);
      if (last) {
        end(FailureKind.CLOSED, "closed after the last response");
      }
    }

    /** From the end of the handshake on, the next bytes are read when the pace allows. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (slowly && event instanceof SslHandshakeCompletionEvent) {
        ctx.channel().config().setAutoRead(false);
        ctx.read();
      }
      ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
      if (slowly) {
        int pace = current == null ? 0 : current.request.pace();
        long pause = pace == 0 ? 0 : sincePause * 1000L / pace;
        sincePause = 0;
        var _ = ctx.executor().schedule(ctx::read, pause, TimeUnit.MILLISECONDS);
      }
      ctx.fireChannelReadComplete();
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

    void end(FailureKind kind, String message) {
      ended = true;
      Exchange unfinished = current;
      current = null;
      if (unfinished != null) {
        unfinished.fail(kind, message);
      }
      if (context != null) {
        var _ = context.close();
      }
    }
  }
}
