package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.testkit.Lane;
import family.garden.testkit.NeedsEngine;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two releases side by side, and the file that says which of them is live. */
@ExtendWith(NeedsEngine.class)
class SwitchIT {
  private static final String VERSION = "GET /api/version HTTP/1.1";
  private static final int SWITCHES = 200;

  private static Stack stack;
  private static LiveColour live;
  private static Site site;
  private static SSLSocketFactory tls;
  private static Bookings bookings;

  @BeforeAll
  static void start() {
    stack = Stack.up(Lane.NAME + "-switch", "--override", Testbed.file("compose.load.yaml"));
    live = LiveColour.of(stack);
    site = Site.of(stack);
    tls = site.sockets();
    bookings = Bookings.of(stack);
    startGreen();
  }

  /** Switches as a deploy does. */
  private static void startGreen() {
    stack.compose("--profile", "green", "up", "--detach", "--wait", Colour.GREEN.server());
  }

  @AfterEach
  void backToBlue() {
    live.set(Colour.BLUE);
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void losesNothingOverManySwitchesAndAnswersFromTheNewColourAtOnce() {
    Switches switches = new Switches(live);
    try (RawHttp keepAlive = connect();
        RawHttp posting = connect()) {
      List<Visitor> visitors =
          List.of(
              Visitor.comes("on a kept connection", switches, () -> version(keepAlive)),
              Visitor.comes("on new connections", switches, SwitchIT::versionAnew),
              Visitor.comes("over HTTP/2", switches, () -> site.get("/api/version").body()),
              Visitor.comes("asking with a body", switches, () -> validate(posting)),
              Visitor.comes("booking", switches, SwitchIT::book));
      try {
        for (int i = 0; i < SWITCHES; i++) {
          switches.next();
          Visitor.awaitAnswers(visitors, 1);
        }
      } finally {
        visitors.forEach(Visitor::close);
      }
      assertThat(visitors).allMatch(each -> each.failed() == 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    assertThat(bookings.lost()).isEmpty();
  }

  private static RawHttp connect() {
    return new RawHttp(tls, stack.https());
  }

  private static String version(RawHttp http) throws IOException {
    return expect(200, http.send(VERSION, ""));
  }

  private static String versionAnew() throws IOException {
    try (RawHttp http = connect()) {
      return version(http);
    }
  }

  private static String validate(RawHttp http) throws IOException {
    expect(
        200,
        http.send(
            "POST /api/bookings/validate HTTP/1.1\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                + bookings.token(),
            bookings.request()));
    return "";
  }

  private static String book() {
    // A refusal because a night is full counts as an answer.
    int status = bookings.attempt().statusCode();
    assertThat(status).isIn(201, 409, 422);
    return "";
  }

  private static String expect(int status, RawHttp.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }

  /** Both requests on one connection, which the switch does not close. */
  @Test
  void answersTheNextRequestOfAConnectionFromTheOtherColour() throws IOException {
    try (RawHttp http = connect()) {
      for (Colour colour : List.of(Colour.BLUE, Colour.GREEN, Colour.BLUE)) {
        live.set(colour);
        assertThat(Colour.of(version(http))).isEqualTo(colour);
      }
    }
  }

  @Test
  void passesPathsOnAsTheyCame() throws IOException {
    String request = "GET /api/a%20b/c:d=%C3%A9/%41?q=%2F+%20&r=a//b;c=../d| HTTP/1.1";
    stack.compose("--profile", "green", "stop", Colour.GREEN.server());
    String echo = echoInPlaceOfGreen();
    live.set(Colour.GREEN);
    try (RawHttp http = connect()) {
      assertThat(http.send(request, "").body())
          .isEqualTo(request.replace("HTTP/1.1", "HTTP/1.1\r"));
    } finally {
      live.set(Colour.BLUE);
      Testbed.docker("rm", "--force", echo);
      startGreen();
    }
  }

  /** A server that answers with the first line of each request. */
  private static String echoInPlaceOfGreen() {
    String answer =
        "read -r line; while read -r header && [ ${#header} -gt 1 ]; do :; done; "
            + "printf 'HTTP/1.1 200 OK\\r\\nConnection: close\\r\\n\\r\\n%s' \"$line\"";
    JsonNode config = stack.config().path("services");
    String run =
        "run --detach --rm --name %s --network booking-%s_front --ip %s --entrypoint busybox %s"
            .formatted(
                stack.container("echo"),
                stack.name(),
                config.at("/server-green/networks/front/ipv4_address").asText(),
                config.at("/proxy/image").asText());
    String nc = " nc -ll -p 8080 -e sh -c";
    return Testbed.docker(
            Stream.concat(Stream.of((run + nc).split(" ")), Stream.of(answer))
                .toArray(String[]::new))
        .strip();
  }
}
