package family.garden.bench.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpOneTest {
  private static final Ask ASK = Ask.get("anything", "/anything", _ -> true);
  private static final String FINE = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine";

  @Test
  void asksAgainOnTheSameConnection() throws Exception {
    try (TlsServer server =
            new TlsServer(
                "http/1.1",
                connection -> {
                  for (int i = 0; i < 2; i++) {
                    connection.readRequest();
                    connection.write(FINE);
                  }
                });
        HttpOne line = new HttpOne(server.dial(), false)) {
      assertThat(line.ask(ASK, Map.of())).isEqualTo(new Reply(200, "fine"));
      assertThat(line.ask(ASK, Map.of())).isEqualTo(new Reply(200, "fine"));
    }
  }

  @Test
  void readsWhatComesInChunksAndSlowly() throws Exception {
    try (TlsServer server =
            new TlsServer(
                "http/1.1",
                connection -> {
                  connection.readRequest();
                  connection.write(
                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
                  connection.write("3\r\nfin\r\n1\r\ne\r\n0\r\n\r\n");
                });
        HttpOne line = new HttpOne(server.dial(), true)) {
      Ask slowly = ASK.slowly(10, Duration.ofSeconds(20));
      assertThat(line.ask(slowly, Map.of())).isEqualTo(new Reply(200, "fine"));
      assertThat(line.isOpen()).isFalse();
    }
  }

  /** Nothing was sent then, and nothing is lost. */
  @Test
  void knowsOfAnEndThatCameWhileItWaited() throws Exception {
    try (TlsServer server = new TlsServer("http/1.1", _ -> {});
        HttpOne line = new HttpOne(server.dial(), false)) {
      await().until(() -> !line.isOpen());
      assertThatThrownBy(() -> line.ask(ASK, Map.of())).isInstanceOf(Connection.Gone.class);
    }
  }

  @Test
  void tellsHowARequestWasLost() throws Exception {
    assertThat(lost(TlsServer.Connection::readRequest)).isEqualTo(Kind.CLOSED);
    assertThat(
            lost(
                connection -> {
                  connection.readRequest();
                  connection.reset();
                }))
        .isEqualTo(Kind.RESET);
    assertThat(
            lost(
                connection -> {
                  connection.readRequest();
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfine");
                }))
        .isEqualTo(Kind.CUT_SHORT);
    assertThat(
            lost(
                connection -> {
                  connection.readRequest();
                  connection.write("something else\r\n\r\n");
                }))
        .isEqualTo(Kind.PROTOCOL);
    assertThat(
            lost(
                connection -> {
                  connection.readRequest();
                  connection.readRequest();
                }))
        .isEqualTo(Kind.TIMEOUT);
  }

  private static Kind lost(TlsServer.Script script) throws Exception {
    Ask impatient = ASK.slowly(0, Duration.ofSeconds(3));
    try (TlsServer server = new TlsServer("http/1.1", script);
        HttpOne line = new HttpOne(server.dial(), false)) {
      return catchThrowableOfType(RequestFailure.class, () -> line.ask(impatient, Map.of())).kind();
    }
  }

  @Test
  void tellsThatNobodyIsThere() throws Exception {
    TlsServer server = new TlsServer("http/1.1", _ -> {});
    Connector dial = server.dial();
    server.close();
    RequestFailure lost =
        catchThrowableOfType(RequestFailure.class, () -> new HttpOne(dial, false));
    assertThat(lost.kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void takesNoOtherAnswerThanWasExpected() {
    assertThat(judged(new Reply(503, ""))).isEqualTo(Kind.SERVER_ERROR);
    assertThat(judged(new Reply(404, ""))).isEqualTo(Kind.UNEXPECTED_STATUS);
    assertThat(judged(new Reply(200, "of somebody else"))).isEqualTo(Kind.WRONG_CONTENT);
  }

  private static Kind judged(Reply reply) {
    Ask strict = Ask.get("strict", "/", text -> text.equals("mine"));
    return catchThrowableOfType(RequestFailure.class, () -> strict.judge(reply)).kind();
  }
}
