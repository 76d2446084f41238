package family.garden.bench.abuse;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Attacks that once brought a server down, and fuzzing. */
final class Attacks {
  private static final int LARGE = 64_900;
  private static final String UPLOAD =
      "POST /api/auth/register HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "JUNK");
  private static final List<String> PATHS =
      List.of(
          "/api/health/live;N",
          "/api/bookings/junkN",
          "/api/junkN",
          "/junkN",
          "/api/calendar/junkN.ics",
          "/api//version/N",
          "/api/version?junk=N",
          "/api/version%N",
          "/api/timeline?from=N&to=N",
          "/api/auth/%2e%2e/N");
  private static final List<String> HEADERS =
      List.of(
          "X-Forwarded-For",
          "Forwarded",
          "Accept",
          "Accept-Language",
          "If-Match",
          "If-None-Match",
          "Idempotency-Key",
          "Cookie",
          "Authorization",
          "Content-Type",
          "Range",
          "Expect",
          "Origin",
          "Host",
          "Transfer-Encoding",
          "Content-Length",
          "Connection",
          "Upgrade");
  private static final List<String> VALUES =
      List.of(
          "",
          ",",
          ", 1.2.3.4",
          ";",
          "=",
          "*",
          "\"",
          "\u0001",
          "\u00ff\u00fe",
          "%",
          "h2c",
          "chunked",
          "gzip",
          "-1",
          "99999999999999999999",
          "Bearer x",
          "booking_session=x");

  private Attacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack.Call("made-up paths", (target, random) -> target.ask(madeUp(random))),
        new Attack.Call("hostile headers", (target, random) -> target.ask(hostile(random))),
        new Attack.Call("rubbish", (target, random) -> target.ask(rubbish(random))),
        new Attack.Call("HTTP/2 without TLS", (target, random) -> target.ask(http2())),
        new Attack.Call("aborted uploads", (target, random) -> abort(target)),
        new UnfinishedRequests(
            "bodies that stop", UPLOAD + "Content-Length: 65000\r\n\r\n" + " ".repeat(LARGE), 120),
        new UnfinishedRequests(
            "chunks that stop",
            UPLOAD + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\n \r\n".repeat(5_000),
            120),
        new UnfinishedRequests(
            "heads that stop", "GET /api/version HTTP/1.1\r\nX-Long: " + "z".repeat(8_000), 60));
  }

  private static String madeUp(Random random) {
    String number = Long.toString(random.nextLong(1_000_000_000_000L));
    return line(pick(METHODS, random), pick(PATHS, random).replace("N", number))
        + "X-Junk"
        + number
        + ": "
        + number
        + "\r\n\r\n";
  }

  private static String hostile(Random random) {
    String value = pick(VALUES, random).repeat(1 + random.nextInt(50));
    return line(pick(METHODS, random), "/api/me")
        + pick(HEADERS, random)
        + ": "
        + value
        + "\r\n\r\n";
  }

  private static String rubbish(Random random) {
    if (random.nextBoolean()) {
      return bytes(random) + "\r\n\r\n";
    }
    String request = UPLOAD + "Connection: close\r\nContent-Length: 40\r\n\r\n" + bytes(random);
    int at = random.nextInt(request.length());
    return request.substring(0, at) + (char) random.nextInt(256) + request.substring(at);
  }

  private static String bytes(Random random) {
    return IntStream.range(0, 40 + random.nextInt(400))
        .mapToObj(each -> Character.toString(random.nextInt(256)))
        .collect(Collectors.joining());
  }

  private static String http2() {
    return "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";
  }

  private static void abort(Target target) throws IOException {
    try (Socket socket = target.open()) {
      socket.setSoLinger(true, 0);
      Target.send(socket, UPLOAD + "Content-Length: 60000\r\n\r\n" + " ".repeat(30_000));
    }
  }

  private static String line(String method, String path) {
    return method + " " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
