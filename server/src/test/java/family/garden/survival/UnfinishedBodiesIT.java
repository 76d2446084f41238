package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hundreds of requests that never end, in the memory that a small box has for the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnfinishedBodiesIT {
  private static final int CLIENTS = 400;
  private static final long LIMIT = 144 * 1024 * 1024;
  private static final String HEAD =
      "POST /api/auth/register HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  private static final String REFUSED = "HTTP/1.1 503";
  private static final String LATE = "HTTP/1.1 408";

  private final List<Socket> clients = new ArrayList<>();
  private MemoryLimit limit;
  private GardenServer server;

  @SuppressWarnings("NullAway.Init")
  UnfinishedBodiesIT() {}

  @BeforeAll
  void open() throws IOException {
    limit = MemoryLimit.of(LIMIT);
    server =
        GardenServer.on(TestDatabase.shared().fresh())
            // As in application.properties, but for a test that shall not take minutes.
            .flag("-Dbooking.body-timeout=5S")
            .startWithoutWaiting();
    limit.hold(server.pid());
    server.awaitReady();
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    clients.clear();
  }

  @AfterAll
  void stop() {
    // Neither is there where the machine allows no limit, and the test is skipped.
    if (server != null) {
      server.close();
      limit.close();
    }
  }

  /** How a request is begun that does not end. */
  enum Beginning {
    WITH_LENGTH(HEAD + "Content-Length: 65000\r\n\r\n" + " ".repeat(64_900)),
    IN_ONE_CHUNK(HEAD + "Transfer-Encoding: chunked\r\n\r\nfd84\r\n" + " ".repeat(64_900)),
    IN_TINY_CHUNKS(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\n \r\n".repeat(20_000)),
    WITH_MANY_HEADERS(HEAD + "a:b\r\n".repeat(90) + "Content-Length: 10\r\n\r\n{"),
    BEHIND_ANOTHER(
        "GET /api/version HTTP/1.1\r\nHost: a\r\n\r\n"
            + HEAD
            + "Content-Length: 65000\r\n\r\n"
            + " ".repeat(64_900));

    private final String request;

    Beginning(String request) {
      this.request = request;
    }
  }

  @ParameterizedTest
  @EnumSource
  void othersAreServedMeanwhileAndAfterwards(Beginning beginning) throws IOException {
    Api member = server.people().administrator().api();
    Stay stay = Stay.oneNight(Stay.newPlace(member, 50), GardenServer.today().plusDays(1));
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(begin(beginning));
      if (i % 20 == 0) {
        stay.book(member).expect(201);
      }
    }
    stay.book(member).expect(201);
    assertThat(server.output()).doesNotContain("OutOfMemoryError", "\tat ");
    assertThat(limit.kills()).as("killed for want of memory").isZero();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Sockets.established(server.address().getPort()) < CLIENTS / 10);
    List<String> answers = new ArrayList<>();
    for (Socket client : clients) {
      answers.add(lastAnswer(client));
    }
    assertThat(answers).allMatch(answer -> answer.isEmpty() || isRefusal(answer));
    assertThat(answers).anyMatch(UnfinishedBodiesIT::isRefusal);
    stay.book(member).expect(201);
    assertThat(server.isAlive()).as(server.lastOutput()).isTrue();
    assertThat(server.output()).doesNotContain("OutOfMemoryError", "\tat ");
  }

  private Socket begin(Beginning beginning) throws IOException {
    Socket socket = new Socket(server.address().getHost(), server.address().getPort());
    socket.setSoTimeout(2_000);
    try {
      socket.getOutputStream().write(beginning.request.getBytes(StandardCharsets.US_ASCII));
    } catch (SocketException hungUpOn) {
      // It was refused before it had sent all.
    }
    return socket;
  }

  private static boolean isRefusal(String answer) {
    return answer.startsWith(REFUSED) || answer.startsWith(LATE);
  }

  /** The last answer on a connection; empty where the server hung up without one. */
  private static String lastAnswer(Socket socket) {
    try {
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      return all.substring(Math.max(0, all.lastIndexOf("HTTP/1.1 ")));
    } catch (IOException hungUpOn) {
      return "";
    }
  }
}
