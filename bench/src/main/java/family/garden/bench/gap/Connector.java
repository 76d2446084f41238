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
  private static final int PATIENCE = (int) Duration.ofSeconds(5).toMillis();

  /** So little that reading slowly is felt on the other side. */
  private static final int SMALL_WINDOW = 8 * 1024;

  /**
   * @param protocol what is spoken, as ALPN names it
   * @param slowly whether the answer will be read slowly
   * @throws RequestFailure if nobody answers or TLS fails
   */
  SSLSocket open(String protocol, boolean slowly) throws RequestFailure {
    Socket plain = new Socket();
    try {
      if (slowly) {
        plain.setReceiveBufferSize(SMALL_WINDOW);
      }
      plain.setTcpNoDelay(true);
      plain.connect(new InetSocketAddress(address.getHost(), port()), PATIENCE);
    } catch (SocketTimeoutException e) {
      shut(plain);
      throw new RequestFailure(Kind.TIMEOUT, "connecting: " + e.getMessage());
    } catch (IOException e) {
      shut(plain);
      throw new RequestFailure(Kind.REFUSED, "connecting: " + e.getMessage());
    }
    try {
      SSLSocket socket = (SSLSocket) tls.createSocket(plain, address.getHost(), port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {protocol});
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.setSoTimeout(PATIENCE);
      socket.startHandshake();
      socket.setSoTimeout(0);
      if (!protocol.equals(socket.getApplicationProtocol())) {
        throw new IOException("it does not speak " + protocol);
      }
      return socket;
    } catch (IOException e) {
      shut(plain);
      throw new RequestFailure(Kind.TLS, "greeting: " + e.getMessage());
    }
  }

  int port() {
    return address.getPort() < 0 ? 443 : address.getPort();
  }

  /** As the header Host and :authority tell it. */
  String authority() {
    return address.getAuthority();
  }

  static void shut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more, closed or not.
    }
  }
}
