package family.garden.bench.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpOneTest {
  private static final Request REQUEST = Request.get("anything", "/anything", _ -> true);
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
        HttpOne connection = new HttpOne(server.connector(), false)) {
      assertThat(connection.send(REQUEST, Map.of())).isEqualTo(new Response(200, "fine"));
      assertThat(connection.send(REQUEST, Map.of())).isEqualTo(new Response(200, "fine"));
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
        HttpOne connection = new HttpOne(server.connector(), true)) {
      Request slowly = REQUEST.slowly(10, Duration.ofSeconds(20));
      assertThat(connection.send(slowly, Map.of())).isEqualTo(new Response(200, "fine"));
      assertThat(connection.isOpen()).isFalse();
    }
  }

  /** Nothing was sent then, and nothing is lost. */
  @Test
  void knowsOfAnEndThatCameWhileItWaited() throws Exception {
    try (TlsServer server = new TlsServer("http/1.1", _ -> {});
        HttpOne connection = new HttpOne(server.connector(), false)) {
      await().until(() -> !connection.isOpen());
      assertThatThrownBy(() -> connection.send(REQUEST, Map.of()))
          .isInstanceOf(Connection.Gone.class);
    }
  }

  @Test
  void tellsHowARequestWasLost() throws Exception {
    assertThat(failure(TlsServer.Connection::readRequest)).isEqualTo(FailureKind.CLOSED);
    assertThat(
            failure(
                connection -> {
                  connection.readRequest();
                  connection.reset();
                }))
        .isEqualTo(FailureKind.RESET);
    assertThat(
            failure(
                connection -> {
                  connection.readRequest();
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfine");
                }))
        .isEqualTo(FailureKind.CUT_SHORT);
    assertThat(
            failure(
                connection -> {
                  connection.readRequest();
                  connection.write("something else\r\n\r\n");
                }))
        .isEqualTo(FailureKind.PROTOCOL);
    assertThat(
            failure(
                connection -> {
                  connection.readRequest();
                  connection.readRequest();
                }))
        .isEqualTo(FailureKind.TIMEOUT);
  }

  private static FailureKind failure(TlsServer.Script script) throws Exception {
    Request impatient = REQUEST.slowly(0, Duration.ofSeconds(3));
    try (TlsServer server = new TlsServer("http/1.1", script);
        HttpOne connection = new HttpOne(server.connector(), false)) {
      return catchThrowableOfType(RequestFailure.class, () -> connection.send(impatient, Map.of()))
          .kind();
    }
  }

  @Test
  void tellsThatNobodyIsThere() throws Exception {
    TlsServer server = new TlsServer("http/1.1", _ -> {});
    Connector connector = server.connector();
    server.close();
    RequestFailure failure =
        catchThrowableOfType(RequestFailure.class, () -> new HttpOne(connector, false));
    assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
  }

  @Test
  void takesNoOtherAnswerThanWasExpected() {
    assertThat(judged(new Response(503, ""))).isEqualTo(FailureKind.SERVER_ERROR);
    assertThat(judged(new Response(404, ""))).isEqualTo(FailureKind.UNEXPECTED_STATUS);
    assertThat(judged(new Response(200, "of somebody else"))).isEqualTo(FailureKind.WRONG_CONTENT);
  }

  private static FailureKind judged(Response response) {
    Request strict = Request.get("strict", "/", text -> text.equals("mine"));
    return catchThrowableOfType(RequestFailure.class, () -> strict.judge(response)).kind();
  }
}
