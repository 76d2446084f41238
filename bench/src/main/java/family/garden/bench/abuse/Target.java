package family.garden.bench.abuse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The port of this machine that is attacked.
 *
 * @param tls null for plain HTTP
 */
public record Target(int port, @Nullable SSLSocketFactory tls) {
  private static final int TIMEOUT_MS = 20_000;

  /** A new connection whose reads give up after twenty seconds. */
  Socket open() throws IOException {
    Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
    // As browsers do: else what follows the handshake waits 40 ms for its acknowledgement.
    plain.setTcpNoDelay(true);
    plain.setSoTimeout(TIMEOUT_MS);
    return tls == null ? plain : tls.createSocket(plain, "localhost", port, true);
  }

  /**
   * Sends a request on a connection of its own and reads until the server closes it.
   *
   * @param request in ISO 8859-1, one byte a character; asks for {@code Connection: close}
   * @throws IOException if no answer came in time, or the connection broke
   */
  String ask(String request) throws IOException {
    try (Socket socket = open()) {
      send(socket, request);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  static void send(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }
}
