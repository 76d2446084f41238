package family.garden.bench.gap;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** Opens connections with TLS. */
record Connector(URI address, SSLContext tls) {
  private static final int TIMEOUT = (int) Duration.ofSeconds(5).toMillis();

  /** So small that the server notices slow reading. */
  private static final int SMALL_WINDOW = 8 * 1024;

  private static final int SMALL_READ = 1024;

  /** For all connections of this JVM. Its threads are daemons and end with it. */
  private static final EventLoopGroup LOOPS =
      new NioEventLoopGroup(2, new DefaultThreadFactory("gap", true));

  /**
   * @param protocol the name of the protocol in ALPN, such as {@code h2}
   * @param slowly whether the response will be read slowly
   * @param handlers what speaks the protocol, in the order of the pipeline
   * @throws RequestFailure if no server accepts the connection or TLS fails
   */
  Channel open(String protocol, boolean slowly, List<ChannelHandler> handlers)
      throws RequestFailure {
    SslHandler handshake = new SslHandler(engine(protocol));
    handshake.setHandshakeTimeoutMillis(TIMEOUT);
    Bootstrap bootstrap =
        new Bootstrap()
            .group(LOOPS)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, TIMEOUT)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(handshake);
                    handlers.forEach(channel.pipeline()::addLast);
                  }
                });
    if (slowly) {
      bootstrap
          .option(ChannelOption.SO_RCVBUF, SMALL_WINDOW)
          .option(ChannelOption.RCVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(SMALL_READ));
    }
    ChannelFuture connecting = bootstrap.connect(address.getHost(), port()).awaitUninterruptibly();
    if (connecting.cause() instanceof ConnectTimeoutException e) {
      throw new RequestFailure(FailureKind.TIMEOUT, "connecting: " + e.getMessage());
    } else if (connecting.cause() != null) {
      throw new RequestFailure(
          FailureKind.REFUSED, "connecting: " + connecting.cause().getMessage());
    }
    Channel channel = connecting.channel();
    handshake.handshakeFuture().awaitUninterruptibly();
    if (!handshake.handshakeFuture().isSuccess()) {
      var _ = channel.close();
      throw new RequestFailure(
          FailureKind.TLS, "greeting: " + handshake.handshakeFuture().cause().getMessage());
    }
    if (!protocol.equals(handshake.engine().getApplicationProtocol())) {
      var _ = channel.close();
      throw new RequestFailure(FailureKind.TLS, "greeting: it does not speak " + protocol);
    }
    return channel;
  }

  private SSLEngine engine(String protocol) {
    SSLEngine engine = tls.createSSLEngine(address.getHost(), port());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return engine;
  }

  int port() {
    return address.getPort() < 0 ? 443 : address.getPort();
  }

  /** The value of the header Host and of :authority. */
  String authority() {
    return address.getAuthority();
  }
}
