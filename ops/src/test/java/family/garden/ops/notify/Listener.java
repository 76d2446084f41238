package family.garden.ops.notify;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A real web server that records requests and answers with a fixed status. */
public final class Listener implements AutoCloseable {
  /** The status for no answer until the listener is closed. */
  static final int HANGS = 0;

  private final HttpServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Received> received = new ArrayList<>();

  /** A request. */
  public record Received(String path, String authorization, String body) {}

  /** Answers each request with this status. */
  public Listener(int answer) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String authorization = exchange.getRequestHeaders().getFirst("Authorization");
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          synchronized (received) {
            received.add(
                new Received(
                    exchange.getRequestURI().getPath(),
                    authorization == null ? "" : authorization,
                    body));
          }
          if (answer == HANGS) {
            awaitClosed();
          } else {
            exchange.sendResponseHeaders(answer, -1);
          }
          exchange.close();
        });
    server.start();
  }

  private void awaitClosed() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public String address(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  public List<Received> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
