package family.garden.bench.gap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Does on each connection what a test wants, good or bad. */
final class TlsServer implements AutoCloseable {
  private static final char[] PASSWORD = "only for a test".toCharArray();

  private final ServerSocket server;
  private final SSLContext context;
  private final String certificate;
  private final String protocol;
  private final Script script;
  private final CompletableFuture<Void> accepting;

  /** What happens on a connection. */
  interface Script {
    void play(Connection connection) throws IOException;
  }

  /** An accepted connection after its TLS handshake. */
  record Connection(Socket plain, InputStream in, OutputStream out) {
    /** Reads the head of a request without a body. */
    void readRequest() throws IOException {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII), 1);
      for (String line = lines.readLine(); line != null && !line.isEmpty(); ) {
        line = lines.readLine();
      }
    }

    void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Closes with a reset, as when a process is killed before it read everything. */
    void reset() throws IOException {
      plain.setSoLinger(true, 0);
      plain.close();
    }
  }

  TlsServer(String protocol, Script script) throws IOException, GeneralSecurityException {
    this.protocol = protocol;
    this.script = script;
    KeyStore keys = keys();
    certificate =
        "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
            .formatted(
                Base64.getMimeEncoder().encodeToString(keys.getCertificate("site").getEncoded()));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    accepting = CompletableFuture.runAsync(this::take, Thread::startVirtualThread);
  }

  private static KeyStore keys() throws IOException, GeneralSecurityException {
    Path file = Files.createTempDirectory("keys").resolve("keys");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "site",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    made.onExit().join();
    return KeyStore.getInstance(file.toFile(), PASSWORD);
  }

  private void take() {
    while (!server.isClosed()) {
      try {
        Socket plain = server.accept();
        Thread.ofVirtual().start(() -> greet(plain));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void greet(Socket plain) {
    try (plain) {
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, null, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {protocol});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      script.play(new Connection(plain, socket.getInputStream(), socket.getOutputStream()));
    } catch (IOException e) {
      // The client closed the connection, as some tests intend.
    }
  }

  Connector connector() {
    URI address = URI.create("https://localhost:" + server.getLocalPort());
    return new Connector(address, Trust.in(certificate));
  }

  /** The port accepts connections until the accepting thread ends. */
  @Override
  public void close() throws IOException {
    server.close();
    accepting.join();
  }
}
