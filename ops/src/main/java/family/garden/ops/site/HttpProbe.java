package family.garden.ops.site;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * One small GET over a plain socket: a probe every few minutes is not worth an HTTP client with its
 * threads. It accepts any certificate, because its caller inspects the certificate and no secret is
 * sent.
 */
public final class HttpProbe {
  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(10).toMillis();
  private static final int MOST_BYTES = 1 << 20;

  private HttpProbe() {}

  /**
   * The answer.
   *
   * @param certificate that was shown; empty without TLS
   */
  public record Answer(int status, String body, Optional<X509Certificate> certificate) {}

  /**
   * Sends the request.
   *
   * @param machine to connect to, whatever the host name of the address resolves to
   * @throws IOException if no answer of HTTP comes within ten seconds
   */
  public static Answer at(InetAddress machine, int port, URI address, String path)
      throws IOException {
    boolean encrypted = address.getScheme().equals("https");
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(machine, port), TIMEOUT_MILLIS);
      plain.setSoTimeout(TIMEOUT_MILLIS);
      Socket socket = encrypted ? encrypt(plain, address.getHost(), port) : plain;
      // HTTP/1.0: the answer comes in one piece and ends with the connection.
      String request =
          "GET %s HTTP/1.0\r\nHost: %s\r\nAccept: application/json\r\nUser-Agent: bookingctl\r\n\r\n"
              .formatted(path, address.getAuthority());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      byte[] bytes = socket.getInputStream().readNBytes(MOST_BYTES);
      return answer(new String(bytes, StandardCharsets.UTF_8), certificate(socket));
    }
  }

  private static Socket encrypt(Socket plain, String host, int port) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyCertificate()}, null);
      SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(host)));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS failed: " + e.getMessage(), e);
    }
  }

  private static Optional<X509Certificate> certificate(Socket socket) throws IOException {
    return socket instanceof SSLSocket encrypted
            && encrypted.getSession().getPeerCertificates()[0] instanceof X509Certificate first
        ? Optional.of(first)
        : Optional.empty();
  }

  static Answer answer(String text, Optional<X509Certificate> certificate) throws IOException {
    int body = text.indexOf("\r\n\r\n");
    if (!text.matches("(?s)HTTP/1\\.[01] \\d{3}\\b.*") || body < 0) {
      throw new IOException("the answer is not HTTP");
    }
    return new Answer(
        Integer.parseInt(text.substring(9, 12)), text.substring(body + 4), certificate);
  }
}
