package family.garden.survival;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client on a bad connection, or an attacker. */
final class SlowClient implements AutoCloseable {
  private final Socket socket;
  private final byte[] request;
  private int sent;
  private volatile boolean cutOff;

  private SlowClient(URI server, String request) throws IOException {
    this.request = request.getBytes(StandardCharsets.US_ASCII);
    this.socket = new Socket();
    socket.setReceiveBufferSize(1024);
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5000);
    socket.setSoTimeout(1);
  }

  /** Sends the head of its request a byte at a time. */
  static SlowClient withHeaders(URI server) throws IOException {
    return new SlowClient(
        server, "GET /api/version HTTP/1.1\r\nHost: a\r\nX-Slow: " + "z".repeat(10_000));
  }

  /** Sends the body of its request a byte at a time. */
  static SlowClient withBody(URI server) throws IOException {
    SlowClient client =
        new SlowClient(
            server,
            "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 10000\r\n\r\n{\"email\":\""
                + "z".repeat(9_000));
    client.send(client.indexOfBody());
    return client;
  }

  /** Asks for a lot and never reads an answer. */
  static SlowClient thatNeverReads(URI server) throws IOException {
    String many = "GET /api/openapi HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100);
    SlowClient client = new SlowClient(server, many);
    client.send(client.request.length);
    return client;
  }

  private int indexOfBody() {
    return new String(request, StandardCharsets.US_ASCII).indexOf("\r\n\r\n") + 4;
  }

  private void send(int count) throws IOException {
    int now = Math.min(count, request.length - sent);
    socket.getOutputStream().write(request, sent, now);
    socket.getOutputStream().flush();
    sent += now;
  }

  /** Sends the next byte, if there is one. */
  void trickle() {
    try {
      send(1);
    } catch (IOException closed) {
      cutOff = true;
    }
  }

  /** Whether the server has hung up, as far as sending shows it; reads nothing. */
  boolean isCutOff() {
    return cutOff;
  }

  /** Detects the end by reading, for clients whose slowness is no longer tested. */
  boolean isCutOffAfterReading() {
    byte[] buffer = new byte[64 * 1024];
    try {
      while (!cutOff) {
        cutOff = socket.getInputStream().read(buffer) < 0;
      }
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException reset) {
      cutOff = true;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
