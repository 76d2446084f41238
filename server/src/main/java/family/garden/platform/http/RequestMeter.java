package family.garden.platform.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts in the pipeline of one connection what its requests hold, for {@link RequestMemory}. All
 * calls come from the connection's event loop.
 */
final class RequestMeter extends ChannelDuplexHandler {
  static final String NAME = "request-meter";

  /** Approximate bytes of a header or a chunk of a body beside its content. */
  private static final int OVERHEAD = 256;

  private final RequestMemory memory;
  private final Consumer<RequestMemory.Share> giveUp;

  /** Requests without an answer yet, in the order in which they came. */
  private final Deque<RequestMemory.Share> unanswered = new ArrayDeque<>();

  private RequestMemory.@Nullable Share arriving;

  /**
   * @param giveUp refuses a request, on any event loop
   */
  RequestMeter(RequestMemory memory, Consumer<RequestMemory.Share> giveUp) {
    this.memory = memory;
    this.giveUp = giveUp;
  }

  /**
   * The header of a request has arrived.
   *
   * @param exchange null if the router has not seen it yet
   */
  void begin(
      Channel channel,
      Iterable<Map.Entry<String, String>> headers,
      @Nullable RoutingContext exchange) {
    RequestMemory.Share share = memory.begin(channel, exchange);
    unanswered.add(share);
    arriving = share;
    long bytes = OVERHEAD;
    for (Map.Entry<String, String> header : headers) {
      bytes += OVERHEAD + header.getKey().length() + header.getValue().length();
    }
    count(share, bytes);
  }

  /** The request that is being answered; null if its answer has been sent. */
  RequestMemory.@Nullable Share current() {
    return unanswered.peekFirst();
  }

  private void count(RequestMemory.Share share, long bytes) {
    RequestMemory.Share tooMuch = memory.add(share, bytes);
    if (tooMuch != null) {
      giveUp.accept(tooMuch);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      begin(context.channel(), request.headers(), null);
    }
    if (message instanceof HttpContent part && arriving != null) {
      RequestMemory.Share share = arriving;
      int bytes = part.content().readableBytes();
      if (bytes > 0) {
        count(share, OVERHEAD + (long) bytes);
      }
      if (!context.channel().isOpen()) {
        ReferenceCountUtil.release(message);
        return;
      }
      if (message instanceof LastHttpContent) {
        memory.finish(share);
        arriving = null;
      }
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    boolean interim =
        message instanceof HttpResponse response
            && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    if (message instanceof LastHttpContent && !interim) {
      RequestMemory.Share answered = unanswered.pollFirst();
      if (answered != null) {
        memory.release(answered);
      }
    }
    super.write(context, message, promise);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    if (failure instanceof IOException) {
      HungUp.note(context.channel());
    }
    context.fireExceptionCaught(failure);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    unanswered.forEach(memory::release);
    unanswered.clear();
    super.channelInactive(context);
  }
}
