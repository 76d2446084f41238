package family.garden.bench.gap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Opens connections with TLS. */
record Connector(URI address, SSLSocketFactory tls) {
  private static final int TIMEOUT = (int) Duration.ofSeconds(5).toMillis();

  /** So small that the server notices slow reading. */
  private static final int SMALL_WINDOW = 8 * 1024;

  /**
   * @param protocol the name of the protocol in ALPN, such as {@code h2}
   * @param slowly whether the response will be read slowly
   * @throws RequestFailure if no server accepts the connection or TLS fails
   */
  SSLSocket open(String protocol, boolean slowly) throws RequestFailure {
    Socket plain = new Socket();
    try {
      if (slowly) {
        plain.setReceiveBufferSize(SMALL_WINDOW);
      }
      plain.setTcpNoDelay(true);
      plain.connect(new InetSocketAddress(address.getHost(), port()), TIMEOUT);
    } catch (SocketTimeoutException e) {
      shut(plain);
      throw new RequestFailure(FailureKind.TIMEOUT, "connecting: " + e.getMessage());
    } catch (IOException e) {
      shut(plain);
      throw new RequestFailure(FailureKind.REFUSED, "connecting: " + e.getMessage());
    }
    try {
      SSLSocket socket = (SSLSocket) tls.createSocket(plain, address.getHost(), port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {protocol});
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(TIMEOUT);
      socket.startHandshake();
      socket.setSoTimeout(0);
      if (!protocol.equals(socket.getApplicationProtocol())) {
        throw new IOException("it does not speak " + protocol);
      }
      return socket;
    } catch (IOException e) {
      shut(plain);
      throw new RequestFailure(FailureKind.TLS, "greeting: " + e.getMessage());
    }
  }

  int port() {
    return address.getPort() < 0 ? 443 : address.getPort();
  }

  /** The value of the header Host and of :authority. */
  String authority() {
    return address.getAuthority();
  }

  static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The socket is not used again, closed or not.
    }
  }
}
