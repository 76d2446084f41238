package family.garden.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed HTTP: the server refuses it or closes the connection, and serves the next caller. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBytesIT {
  private final GardenServer server = GardenServer.on(TestDatabase.shared().fresh()).start();
  private final BareSocket socket = new BareSocket(server.address());
  private String bearer = "";

  @BeforeAll
  void logIn() {
    bearer = "Authorization: Bearer " + server.people().administrator().token() + "\r\n";
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @AfterEach
  void stillServes() {
    server.api().get("/api/health/ready").expect(200);
  }

  private String post(String headers, String body) {
    return "POST /api/sleeping-accommodations HTTP/1.1\r\nHost: garden\r\nConnection: close\r\n"
        + "Content-Type: application/json\r\n"
        + bearer
        + headers
        + "\r\n"
        + body;
  }

  private static String get(String target, String headers) {
    return "GET "
        + target
        + " HTTP/1.1\r\nHost: garden\r\nConnection: close\r\n"
        + headers
        + "\r\n";
  }

  @Test
  void refusesABodyOfTwoMegabytes() throws IOException {
    String body = " ".repeat(RandomBody.TWO_MEGABYTES);
    assertThat(socket.send(post("Content-Length: " + body.length() + "\r\n", body))).isEqualTo(413);
  }

  @Test
  void refusesABodyThatGrowsTooLargeInChunks() throws IOException {
    String chunk = "4000\r\n" + " ".repeat(0x4000) + "\r\n";
    assertThat(socket.send(post("Transfer-Encoding: chunked\r\n", chunk.repeat(128) + "0\r\n\r\n")))
        .isEqualTo(413);
  }

  @Test
  void refusesALengthThatIsNone() throws IOException {
    assertThat(socket.send(post("Content-Length: -5\r\n", "{}"))).isIn(0, 400);
    assertThat(socket.send(post("Content-Length: 99999999999999999999\r\n", "{}")))
        .isIn(0, 400, 413);
  }

  @Test
  void refusesTwoLengths() throws IOException {
    assertThat(socket.send(post("Content-Length: 2\r\nContent-Length: 3\r\n", "{} "))).isIn(0, 400);
  }

  @Test
  void doesNotReadASecondRequestOutOfTheFirst() throws IOException {
    String answers =
        socket.exchange(
            post(
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
                "0\r\n\r\n" + get("/api/version", "")));
    assertThat(answers).doesNotContain("\"version\"");
  }

  @Test
  void refusesARequestLineThatIsTooLong() throws IOException {
    assertThat(socket.send(get("/api/version?" + "x".repeat(20_000), ""))).isIn(0, 400, 414);
  }

  @Test
  void refusesHeadersThatAreTooLarge() throws IOException {
    assertThat(socket.send(get("/api/version", "X-Long: " + "x".repeat(40_000) + "\r\n")))
        .isIn(0, 400, 431);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/bookings/%zz",
        "/api/bookings?page=%zz",
        "/api/bookings/%",
        "/api/bookings/\u00ff\u00fe",
        "/../../etc/passwd",
        "/api/sleeping-accommodations/..;/../me"
      })
  void refusesAPathThatIsNone(String path) throws IOException {
    assertThat(socket.send(get(path, bearer))).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api//bookings",
        "//api/bookings",
        "/api/./bookings",
        "/%61pi/bookings",
        "/api/bookings/"
      })
  void leadsNoOtherSpellingOfAPathPastTheDoor(String path) throws IOException {
    assertThat(socket.send(get(path, ""))).isIn(400, 401, 404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If-Match: \u00ff\u00fe\r\n",
        "Accept-Language: \u00ff\r\n",
        "Authorization: Bearer \u0001\r\n",
        "Cookie: booking_session=\u0000\r\n",
        "Cookie: =;=;;;\"\r\n",
        "X-Forwarded-For: \u00e4\r\n"
      })
  void survivesAHeaderThatIsNoText(String header) throws IOException {
    assertThat(socket.send(get("/api/me", header))).isIn(0, 400, 401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0016\u0003\u0001\u0002\u0000", "rubbish\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"})
  void hangsUpOnWhatIsNoHttp(String bytes) throws IOException {
    assertThat(socket.send(bytes)).isIn(0, 400, 404, 501, 505);
  }

  @Test
  void doesNotWaitForAClientThatNeverFinishes() throws IOException {
    assertThat(socket.send("POST /api/auth/login HTTP/1.1\r\nHost: garden\r\nContent-Le"))
        .isEqualTo(0);
  }
}
