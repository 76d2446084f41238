package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stranger opens more connections than nginx takes, and ends no request. */
@ExtendWith(OneStack.class)
class UnfinishedRequestsIT {
  private static final int CONNECTIONS = 300;
  private static final String UPLOAD =
      " /api/auth/register HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";

  private final Stack stack;
  private final Site site;
  private final SSLSocketFactory tls;
  private final List<Socket> sockets = new ArrayList<>();

  UnfinishedRequestsIT(Stack stack) {
    this.stack = stack;
    this.site = Site.of(stack);
    this.tls = site.sockets();
  }

  /** How a request is begun that does not end. */
  enum Beginning {
    NOTHING(""),
    HEAD(
        "GET /api/version HTTP/1.1\r\nHost: a\r\nX-A: %1$s\r\nX-B: %1$s\r\n"
            .formatted("z".repeat(3_900))),
    MANY_HEADERS("GET /api/version HTTP/1.1\r\nHost: a\r\n" + "X: y\r\n".repeat(5_000)),
    BODY("POST" + UPLOAD + "Content-Length: 65000\r\n\r\n" + " ".repeat(64_900)),
    BODY_OF_A_GET("GET" + UPLOAD + "Content-Length: 65000\r\n\r\n" + " ".repeat(64_900)),
    CHUNKS("POST" + UPLOAD + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\n \r\n".repeat(5_000)),
    UNREAD_ANSWERS("GET / HTTP/1.1\r\nHost: a\r\n\r\n".repeat(8));

    private final String text;

    Beginning(String text) {
      this.text = text;
    }
  }

  @ParameterizedTest
  @EnumSource
  void nginxKeepsWithinItsMemory(Beginning beginning) {
    String processes = processes();
    for (int i = 0; i < CONNECTIONS; i++) {
      begin(beginning);
    }
    assertThat(processes()).as("processes of nginx").isEqualTo(processes);
    hangUp();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(site.get("/api/version").statusCode()).isEqualTo(200));
    assertThat(processes()).as("processes of nginx").isEqualTo(processes);
  }

  @AfterEach
  void hangUp() {
    sockets.forEach(UnfinishedRequestsIT::close);
    sockets.clear();
  }

  /** The worker that the kernel kills for want of memory comes back under another number. */
  private String processes() {
    return stack.in("proxy", "busybox", "pidof", "nginx").expectSuccess().output().strip();
  }

  private void begin(Beginning beginning) {
    try {
      Socket socket = tls.createSocket("localhost", stack.https());
      sockets.add(socket);
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(beginning.text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException refused) {
      // All of its connections are taken, or this one was given up.
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // Then there is nothing to end.
    }
  }
}
