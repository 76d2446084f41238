package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Strangers cannot fill the disk by way of the log. */
class LogFloodIT {
  private static final int TIMES = 200;
  private static final int MOST_LINES = 20;

  @AutoClose
  private final GardenServer server = GardenServer.on(TestDatabase.shared().fresh()).start();

  @Test
  void abortedUploadsAreNoErrors() throws IOException {
    flood(
        "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Content-Length: 60000\r\n\r\n{\"email\":\""
            + "z".repeat(30_000));
  }

  @Test
  void abortedUploadsInChunksAreNoErrors() throws IOException {
    flood(
        "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n4000\r\n"
            + "z".repeat(0x3000));
  }

  @Test
  void answersThatNobodyWaitsForAreNoErrors() throws IOException {
    flood("GET /api/openapi HTTP/1.1\r\nHost: a\r\n\r\n".repeat(3));
  }

  @Test
  void malformedRequestsAreNoErrors() throws IOException {
    flood("GET /api/version% HTTP/1.1\r\nHost: a\r\n\r\n");
    flood("GET /%00 HTTP/9.9\r\nHost: a\r\nTransfer-Encoding: x\r\n\r\n");
    flood("\u0016\u0003\u0001\u0002\u0000");
    flood("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
  }

  private void flood(String request) throws IOException {
    long before = lines();
    int open = connections();
    for (int i = 0; i < TIMES; i++) {
      abort(request);
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> connections() <= open);
    server.api().get("/api/version").expect(200);
    assertThat(lines() - before).as(server.lastOutput()).isLessThanOrEqualTo(MOST_LINES);
    assertThat(server.output()).doesNotContain("\tat ");
  }

  /** Sends everything and closes at once with a reset (RST). */
  private void abort(String request) throws IOException {
    try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
      socket.setSoLinger(true, 0);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    }
  }

  private int connections() throws IOException {
    return Sockets.established(server.address().getPort());
  }

  private long lines() {
    return server.output().lines().count();
  }
}
