package family.garden.contract.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that a proxy and the server could read differently are refused, and every caller gets a
 * response.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AmbiguousRequestIT {
  /** All headers that the server, its libraries or a later proxy may read. */
  private static final List<String> HEADERS =
      List.of(
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Ssl",
          "Forwarded",
          "Accept",
          "Accept-Language",
          "Accept-Encoding",
          "If-Match",
          "If-None-Match",
          "If-Modified-Since",
          "Idempotency-Key",
          "Cookie",
          "Authorization",
          "Content-Type",
          "Content-Encoding",
          "Range",
          "Expect",
          "Origin",
          "Sec-Fetch-Site",
          "Connection",
          "Upgrade",
          "HTTP2-Settings",
          "Date");

  private static final List<String> VALUES =
      List.of(
          "",
          ",",
          ", 1.2.3.4",
          "1.2.3.4, ",
          ";",
          "=",
          "*",
          "\"",
          "W/",
          "%",
          "\t",
          "\u0001",
          "\u0000",
          "\u00ff\u00fe",
          "[",
          "bytes=-",
          "de;q=x",
          "*/*;q=z",
          "application/json;charset=junk",
          "application/json; charset=\"",
          "text/html;=",
          "Bearer ",
          "booking_session=",
          "for=",
          "h2c",
          "99999999999999999999",
          "x".repeat(8_000),
          ",".repeat(8_000),
          "a,".repeat(4_000));

  private final GardenServer server =
      GardenServer.on(TestDatabase.shared().fresh())
          .env("BOOKING_TRUSTED_PROXIES", "127.0.0.1,::1")
          .start();
  private final BareSocket socket = new BareSocket(server.address());

  @AfterAll
  void stop() {
    server.close();
  }

  @AfterEach
  void stillServes() {
    server.api().get("/api/health/ready").expect(200);
    assertThat(server.output()).doesNotContain("\tat ");
  }

  static Stream<String> headers() {
    return HEADERS.stream();
  }

  @ParameterizedTest
  @MethodSource("headers")
  void answersWhateverAHeaderHolds(String name) throws IOException {
    for (String value : VALUES) {
      for (String path : List.of("/api/version", "/api/me", "/nothing")) {
        String answer = socket.exchange(get(path, name + ": " + value + "\r\n"));
        assertThat(BareSocket.status(answer)).as("%s: %s", name, value).isBetween(200, 499);
      }
      String answer = socket.exchange(post(name + ": " + value + "\r\n"));
      assertThat(BareSocket.status(answer)).as("%s: %s", name, value).isBetween(200, 499);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/health/live;x",
        "/api;x/health/live",
        "/api/health/live%3bx",
        "/api/health/live%3Bx",
        "/api//health/live",
        "//api/health/live",
        "/api/./health/live",
        "/api/x/../health/live",
        "/api/%2e%2e/api/health/live",
        "/api/health/.",
        "/api%2fhealth/live",
        "/api%5chealth/live",
        "/api/health/live%00"
      })
  void refusesASecondSpellingOfAPath(String path) throws IOException {
    assertThat(socket.exchange(get(path, "")))
        .startsWith("HTTP/1.1 404")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Host: a\r\nHost: a\r\n",
        "Host: a\r\nHost: b\r\n",
        "Host: \r\n",
        "Host: a, b\r\n",
        "Host: a/b\r\n",
        "Host: a@b\r\n"
      })
  void refusesWhatIsNotOneHost(String hosts) throws IOException {
    assertThat(
            socket.exchange("GET /api/version HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: gzip\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: chunked, chunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: identity\r\n",
        "Transfer-Encoding:\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding : chunked\r\n",
        "Content-Length: 2\r\nContent-Length: 2\r\n"
      })
  void refusesALengthThatIsNotSure(String lengths) throws IOException {
    String chunk = "2\r\n{}\r\n0\r\n\r\n";
    String answer = socket.exchange(post(lengths) + chunk + get("/api/me", ""));
    assertThat(BareSocket.status(answer)).isIn(400, 501);
    assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSize(2);
  }

  @Test
  void refusesMoreHeadersThanAnybodySends() throws IOException {
    assertThat(socket.send(get("/api/version", "a: b\r\n".repeat(200)))).isEqualTo(431);
  }

  @Test
  void doesNotSpeakHttp2WithoutTls() throws IOException {
    assertThat(socket.exchange("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotContain("\u0000");
    String upgrade =
        get("/api/version", "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n")
            .replace("Connection: close", "Connection: Upgrade, HTTP2-Settings");
    assertThat(socket.send(upgrade)).isEqualTo(200);
  }

  private static String get(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: garden\r\nConnection: close\r\n" + headers + "\r\n";
  }

  private static String post(String headers) {
    String body = headers.contains("Length:") || headers.contains("Encoding") ? "" : "{}";
    String length = body.isEmpty() ? "" : "Content-Length: 2\r\n";
    return "POST /api/auth/verify-email HTTP/1.1\r\nHost: garden\r\nConnection: close\r\n"
        + (headers.contains("Content-Type") ? "" : "Content-Type: application/json\r\n")
        + length
        + headers
        + "\r\n"
        + body;
  }
}
