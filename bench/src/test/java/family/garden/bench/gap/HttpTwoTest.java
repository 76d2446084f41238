package family.garden.bench.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpTwoTest {
  private static final Request REQUEST = Request.get("anything", "/anything", _ -> true);
  private static final int PREFACE = 24;

  /** Netty keeps stream 1 for a connection that is upgraded from HTTP/1.1. */
  private static final int FIRST = 3;

  private static final byte[] OK = {(byte) 0x88};
  private static final byte[] CREATED = {0x48, 3, '2', '0', '1'};

  /** What the server does with the numbered request. */
  interface Script {
    void answer(Frames frames, int stream) throws IOException;
  }

  private static TlsServer server(Script script) throws Exception {
    return new TlsServer(
        "h2",
        connection -> {
          connection.in().readNBytes(PREFACE);
          Frames frames = new Frames(new DataInputStream(connection.in()), connection.out());
          frames.write(Frames.SETTINGS, 0, 0, new byte[0]);
          while (true) {
            Frames.Frame frame = frames.read();
            if (frame.type() == Frames.HEADERS) {
              script.answer(frames, frame.stream());
            }
          }
        });
  }

  @Test
  void asksMoreThanOnceOnAConnection() throws Exception {
    try (TlsServer server =
            server(
                (frames, stream) -> {
                  frames.write(
                      Frames.HEADERS, Frames.END_HEADERS, stream, stream == FIRST ? OK : CREATED);
                  frames.write(Frames.DATA, Frames.END_STREAM, stream, new byte[] {'4', '2'});
                });
        HttpTwo connection = new HttpTwo(server.connector())) {
      assertThat(connection.send(REQUEST, Map.of("a", "x".repeat(300))))
          .isEqualTo(new Response(200, "42"));
      assertThat(connection.send(REQUEST, Map.of())).isEqualTo(new Response(201, "42"));
    }
  }

  @Test
  void countsWhatIsLeftOutAtTheEndOfAConnection() throws Exception {
    try (TlsServer server =
            server(
                (frames, stream) ->
                    frames.write(Frames.GOAWAY, 0, 0, ByteBuffer.allocate(8).array()));
        HttpTwo connection = new HttpTwo(server.connector())) {
      RequestFailure failure =
          catchThrowableOfType(RequestFailure.class, () -> connection.send(REQUEST, Map.of()));
      assertThat(failure.kind()).isEqualTo(FailureKind.GOAWAY);
      assertThatThrownBy(() -> connection.send(REQUEST, Map.of()))
          .isInstanceOf(Connection.Gone.class);
    }
  }

  /** A server that stops gracefully still answers what it has begun. */
  @Test
  void losesNothingThatIsAnsweredAfterTheEndIsAnnounced() throws Exception {
    try (TlsServer server =
            server(
                (frames, stream) -> {
                  byte[] last = ByteBuffer.allocate(8).putInt(stream).array();
                  frames.write(Frames.GOAWAY, 0, 0, last);
                  frames.write(Frames.HEADERS, Frames.END_HEADERS, stream, OK);
                  frames.write(Frames.DATA, Frames.END_STREAM, stream, new byte[] {'4', '2'});
                });
        HttpTwo connection = new HttpTwo(server.connector())) {
      assertThat(connection.send(REQUEST, Map.of())).isEqualTo(new Response(200, "42"));
      assertThatThrownBy(() -> connection.send(REQUEST, Map.of()))
          .isInstanceOf(Connection.Gone.class);
    }
  }

  @Test
  void tellsHowARequestWasLost() throws Exception {
    assertThat(
            failure(
                (frames, stream) -> {
                  throw new IOException("hangs up");
                }))
        .isEqualTo(FailureKind.CLOSED);
    assertThat(
            failure(
                (frames, stream) ->
                    frames.write(Frames.RST_STREAM, 0, stream, ByteBuffer.allocate(4).array())))
        .isEqualTo(FailureKind.RESET);
    assertThat(
            failure(
                (frames, stream) -> {
                  frames.write(Frames.HEADERS, Frames.END_HEADERS, stream, OK);
                  throw new IOException("hangs up");
                }))
        .isEqualTo(FailureKind.CUT_SHORT);
  }

  private static FailureKind failure(Script script) throws Exception {
    try (TlsServer server = server(script);
        HttpTwo connection = new HttpTwo(server.connector())) {
      return catchThrowableOfType(RequestFailure.class, () -> connection.send(REQUEST, Map.of()))
          .kind();
    }
  }
}
