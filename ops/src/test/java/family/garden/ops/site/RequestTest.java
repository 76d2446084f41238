package family.garden.ops.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(300);

  private HttpServer server;

  /** Handles a connection; its exceptions are ignored. */
  private interface Conduct {
    void with(Socket socket) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answers(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @Test
  void sendsWhatItIsGivenAndTellsTheAnswer() throws Exception {
    AtomicReference<String> received = new AtomicReference<>();
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          received.set(
              "%s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      headers.getFirst("Content-Type"),
                      headers.getFirst("Authorization"),
                      new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          // No length, so the body is chunked.
          exchange.sendResponseHeaders(201, 0);
          exchange.getResponseBody().write("schön".getBytes(UTF_8));
          exchange.close();
        });
    Request.Answer answer =
        Request.post(at("/"), "{\"a\":\"ü\"}").header("Authorization", "Bearer x").send(LONG);
    assertThat(received).hasValue("POST application/json; charset=utf-8 Bearer x {\"a\":\"ü\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text()).isEqualTo("schön");
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404, 407, 500, 503})
  void tellsWhatIsNoSuccessToo(int status) throws Exception {
    answers("/", status, "because");
    assertThat(Request.get(at("/")).send(LONG).status()).isEqualTo(status);
    assertThat(Request.get(at("/")).send(LONG).text()).isEqualTo("because");
    assertThat(Request.post(at("/"), "{}").send(LONG).status()).isEqualTo(status);
    assertThat(Request.post(at("/"), "{}").send(LONG).text()).isEqualTo("because");
  }

  @Test
  void takesAFailureWithoutAText() throws Exception {
    answers("/", 500, "");
    Request.Answer answer = Request.get(at("/")).send(LONG);
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).isEmpty();
  }

  @Test
  void goesElsewhereOnlyWhereItMay() throws Exception {
    server.createContext(
        "/old",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/new");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    answers("/new", 200, "here");
    assertThat(Request.get(at("/old")).send(LONG).status()).isEqualTo(302);
    assertThat(Request.get(at("/old")).following().send(LONG).text()).isEqualTo("here");
  }

  @Test
  void takesNoMoreThanItCanHold() {
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] much = new byte[1 << 20];
          for (int i = 0; i < 5; i++) {
            exchange.getResponseBody().write(much);
          }
          exchange.close();
        });
    assertThatThrownBy(() -> Request.get(at("/")).send(LONG))
        .isInstanceOf(IOException.class)
        .hasMessage("the answer is larger than 4 MB");
  }

  @Test
  void saysThatNobodyIsThere() {
    URI gone = at("/secret");
    server.stop(0);
    assertThatThrownBy(() -> Request.get(gone).send(LONG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refused")
        .hasMessageNotContaining("secret");
  }

  @Test
  void refusesWhatIsNoAddressOfTheWeb() {
    assertThatThrownBy(() -> Request.get(URI.create("file:///etc/passwd")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void saysThatSomethingElseAnswers() throws Exception {
    try (ServerSocket other =
        listening(socket -> socket.getOutputStream().write("+OK POP3\r\n\r\n".getBytes(UTF_8)))) {
      assertThatThrownBy(() -> Request.get(at(other)).send(LONG)).isInstanceOf(IOException.class);
    }
  }

  /** The server may have processed the request and only the answer was lost. */
  @Test
  void sendsNothingTwice() throws Exception {
    AtomicInteger requested = new AtomicInteger();
    try (ServerSocket breaking =
        listening(
            socket -> {
              readHead(socket.getInputStream());
              requested.incrementAndGet();
            })) {
      assertThatThrownBy(() -> Request.post(at(breaking), "{}").send(LONG))
          .isInstanceOf(IOException.class);
    }
    assertThat(requested).hasValue(1);
  }

  /** A byte now and then avoids the time limit of a single read. */
  @Test
  void waitsForTheWholeNoLongerThanItMay() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket dripping =
        listening(
            socket -> {
              readHead(socket.getInputStream());
              OutputStream out = socket.getOutputStream();
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
              while (over.getCount() > 0) {
                out.write('.');
                out.flush();
                Thread.onSpinWait();
              }
            })) {
      assertThatThrownBy(() -> Request.get(at(dripping)).send(SHORT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no complete answer");
    } finally {
      over.countDown();
    }
  }

  @Test
  void hearsThatItIsToStop() throws Exception {
    CountDownLatch requested = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    server.createContext(
        "/",
        exchange -> {
          requested.countDown();
          try {
            over.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    AtomicReference<Object> came = new AtomicReference<>();
    Thread asking =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    came.set(Request.get(at("/")).send(LONG));
                  } catch (IOException | InterruptedException e) {
                    came.set(e);
                  }
                });
    requested.await();
    asking.interrupt();
    asking.join();
    assertThat(came.get()).isInstanceOf(InterruptedException.class);
    over.countDown();
  }

  @Nested
  class OverTls {
    private static final char[] PASSWORD = "for-a-minute".toCharArray();

    @TempDir Path folder;
    private KeyStore key;
    private HttpsServer encrypted;

    @BeforeEach
    void start() throws Exception {
      Path file = folder.resolve("key.p12");
      Process made =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "site",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=localhost",
                  "-storepass",
                  new String(PASSWORD),
                  "-keystore",
                  file.toString())
              .inheritIO()
              .start();
      assertThat(made.waitFor()).isZero();
      key = KeyStore.getInstance(file.toFile(), PASSWORD);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(key, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      encrypted = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      encrypted.setHttpsConfigurator(new HttpsConfigurator(context));
      encrypted.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
          });
      encrypted.start();
    }

    @AfterEach
    void stop() {
      encrypted.stop(0);
    }

    private Request to(String host) throws IOException {
      return Request.get(
          URI.create("https://%s:%d/".formatted(host, encrypted.getAddress().getPort())));
    }

    /** Trusts this server's certificate as if an authority had signed it. */
    private SSLSocketFactory trusting() throws GeneralSecurityException {
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(key);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    }

    @Test
    void takesACertificateThatItIsToTrust() throws Exception {
      assertThat(to("localhost").over(trusting()).send(LONG).status()).isEqualTo(204);
    }

    @Test
    void takesNoneForAnotherName() {
      assertThatThrownBy(() -> to("127.0.0.1").over(trusting()).send(LONG))
          .isInstanceOf(SSLException.class);
    }

    @Test
    void takesNoneThatNobodyVouchesFor() {
      assertThatThrownBy(() -> to("localhost").send(LONG)).isInstanceOf(SSLException.class);
    }
  }

  private static URI at(ServerSocket listening) {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/");
  }

  /** Handles each connection in the same way until it is closed. */
  private static ServerSocket listening(Conduct conduct) throws IOException {
    ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                  conduct.with(socket);
                } catch (IOException e) {
                  // The client is gone, or the test is over.
                }
              }
            });
    return listening;
  }

  private static void readHead(InputStream from) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = from.read();
      if (next < 0) {
        return;
      }
      head.append((char) next);
    }
  }
}
