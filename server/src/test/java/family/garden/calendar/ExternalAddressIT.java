package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpHandler;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.RunAlone;
import family.garden.contract.garden.CalendarHost;
import family.garden.contract.garden.Garden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of an external calendar can make the server read a calendar, and nothing else. */
@RunAlone("It bounds how long answers take.")
class ExternalAddressIT {
  private static final String CALENDARS = "/api/admin/external-calendars";
  private static final int MOST = 16 * 1024 * 1024;
  private static final String PRIVATE = "Die Adresse führt nicht ins öffentliche Internet";

  @TempDir private static Path folder;
  @AutoClose private static final CalendarHost HOST = CalendarHost.open();
  private static Garden garden;
  private static Api admin;
  private static CalendarHost secure;
  private static CalendarHost impostor;

  @BeforeAll
  static void open() throws Exception {
    // Host names that only the server's JVM resolves, from this file.
    Path hosts =
        Files.writeString(
            folder.resolve("hosts"),
            """
            127.0.0.1 localhost
            127.0.0.1 trusted.example
            127.0.0.1 wrong.example
            127.0.0.1 rebound.example
            93.184.216.34 half.example
            192.168.178.1 half.example
            """);
    Certificate good = Certificate.of(folder, "good", "trusted.example");
    Certificate unknown = Certificate.of(folder, "unknown", "trusted.example");
    secure = CalendarHost.secure(good.identity());
    impostor = CalendarHost.secure(unknown.identity());
    garden =
        Garden.open(
            launch ->
                launch
                    .env(
                        "BOOKING_CALENDAR_TRUSTED_HOSTS", "localhost,trusted.example,wrong.example")
                    .flag("-Djdk.net.hosts.file=" + hosts)
                    .flag("-Djavax.net.ssl.trustStore=" + good.trustStore())
                    .flag("-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD));
    admin = garden.administrator().api();
  }

  @AfterAll
  static void close() {
    garden.close();
    secure.close();
    impostor.close();
  }

  @AfterEach
  void removeAll() {
    admin
        .get(CALENDARS)
        .body()
        .forEach(one -> admin.delete(CALENDARS + "/" + one.path("id").asText()).expect(204));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/a.ics",
        "http://127.0.0.1/a.ics",
        "http://2130706433/a.ics",
        "http://[::1]/a.ics",
        "http://[::ffff:127.0.0.1]/a.ics",
        "http://[::ffff:192.168.178.1]/a.ics",
        "http://[64:ff9b::c0a8:b201]/a.ics",
        "http://192.168.178.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://0.0.0.0/",
        "http://rebound.example/a.ics",
        "http://rebound.example:%d/a.ics",
        "webcal://half.example/a.ics",
        // Public, but not a web server's port.
        "http://93.184.216.34:25/",
        "https://93.184.216.34:80/"
      })
  void asksNobodyAtHome(String url) {
    int before = HOST.requests().size();
    HOST.calendar("/a.ics", ExternalCalendarIT.nights(10, 11));
    assertThat(error(url.formatted(HOST.port()))).startsWith(PRIVATE);
    assertThat(HOST.requests()).hasSize(before);
  }

  @Test
  void trustsNobodyAtHomeUnlessTheKeeperDoes() {
    HOST.calendar("/a.ics", ExternalCalendarIT.nights(10, 11));
    try (GardenServer other = garden.anotherServer(launch -> launch)) {
      Api there = other.people().administrator().api();
      assertThat(
              there
                  .post(CALENDARS, Map.of("name", "x", "url", HOST.at("/a.ics")))
                  .expect(201)
                  .body()
                  .path("lastError")
                  .asText())
          .startsWith(PRIVATE);
    }
  }

  @Test
  void followsThreeRedirectsAndLooksAtEach() {
    HOST.calendar("/a.ics", ExternalCalendarIT.nights(10, 11));
    HOST.answer("/1", CalendarHost.redirect(301, "/a.ics"));
    HOST.answer("/2", CalendarHost.redirect(302, HOST.at("/1")));
    HOST.answer("/3", CalendarHost.redirect(307, "2"));
    HOST.answer("/4", CalendarHost.redirect(308, "/3"));
    HOST.answer("/loop", CalendarHost.redirect(303, "/loop"));
    HOST.answer("/nowhere", exchange -> exchange.sendResponseHeaders(302, -1));
    HOST.answer("/file", CalendarHost.redirect(302, "file:///etc/passwd"));
    HOST.answer("/user", CalendarHost.redirect(302, "http://a:b@localhost/"));
    HOST.answer("/home", CalendarHost.redirect(302, HOST.at("127.0.0.1", "/a.ics")));
    HOST.answer("/rebound", CalendarHost.redirect(302, "http://rebound.example/a.ics"));
    assertThat(add(HOST.at("/3")).path("blockedRanges").asInt()).isEqualTo(1);
    for (String path : new String[] {"/4", "/loop", "/nowhere", "/file", "/user"}) {
      assertThat(error(HOST.at(path))).as(path).contains("leitet zu oft oder ins Leere");
    }
    int before = HOST.requests().size();
    assertThat(error(HOST.at("/home"))).startsWith(PRIVATE);
    assertThat(error(HOST.at("/rebound"))).startsWith(PRIVATE);
    assertThat(HOST.requests()).hasSize(before + 2);
  }

  @Test
  void letsNoRedirectLeadToAnotherTrustedPlace() {
    HOST.calendar("/a.ics", ExternalCalendarIT.nights(10, 11));
    HOST.answer("/host", CalendarHost.redirect(302, HOST.at("trusted.example", "/a.ics")));
    HOST.answer("/port", CalendarHost.redirect(302, "http://localhost/a.ics"));
    HOST.answer("/tls", CalendarHost.redirect(302, secure.at("localhost", "/a.ics")));
    HOST.answer("/same", CalendarHost.redirect(302, HOST.at("/a.ics")));
    int before = HOST.requests().size();
    for (String path : new String[] {"/host", "/port", "/tls"}) {
      assertThat(error(HOST.at(path))).as(path).startsWith(PRIVATE);
    }
    assertThat(HOST.requests()).hasSize(before + 3);
    assertThat(add(HOST.at("/same")).path("blockedRanges").asInt()).isEqualTo(1);
  }

  @Test
  void connectsToTheMachineThatItLookedAt() {
    HOST.calendar("/a.ics?x=%C3%A4&y=1", ExternalCalendarIT.nights(10, 11));
    // A second look-up outside of Java would not find the name.
    String url = HOST.at("trusted.example", "/a.ics?x=ä&y=1#part");
    assertThat(add(url).path("blockedRanges").asInt()).isEqualTo(1);
    assertThat(HOST.requests()).contains("/a.ics?x=%C3%A4&y=1 of trusted.example:" + HOST.port());
  }

  @Test
  void asksWhoIsThereUnderTls() {
    for (CalendarHost host : new CalendarHost[] {secure, impostor}) {
      host.calendar("/a.ics", ExternalCalendarIT.nights(10, 11));
    }
    String webcal = secure.at("trusted.example", "/a.ics").replace("https:", "webcal:");
    assertThat(add(webcal).path("blockedRanges").asInt()).isEqualTo(1);
    assertThat(error(secure.at("wrong.example", "/a.ics"))).contains("Zertifikat");
    assertThat(error(impostor.at("trusted.example", "/a.ics"))).contains("Zertifikat");
    assertThat(impostor.requests()).isEmpty();
  }

  @Test
  void takesSixteenMegabytesAndNoMore() {
    byte[] calendar = CalendarHost.ofEvents(ExternalCalendarIT.nights(10, 11));
    byte[] most = padded(calendar, MOST);
    HOST.answer("/exact", CalendarHost.ok(most));
    HOST.answer("/more", CalendarHost.ok(padded(calendar, MOST + 1)));
    HOST.answer(
        "/endless",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            while (true) {
              body.write(most);
            }
          }
        });
    assertThat(add(HOST.at("/exact")).path("blockedRanges").asInt()).isEqualTo(1);
    assertThat(error(HOST.at("/more"))).contains("größer als 16 MB");
    assertThat(error(HOST.at("/endless"))).contains("größer als 16 MB");
  }

  private static byte[] padded(byte[] calendar, int size) {
    String text = new String(calendar, StandardCharsets.UTF_8);
    String end = "END:VCALENDAR\r\n";
    String begin = text.substring(0, text.length() - end.length()) + "X-PAD:";
    return (begin + "x".repeat(size - begin.length() - end.length() - 2) + "\r\n" + end)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsMegabytesThatAreOver() {
    String past = ExternalCalendarIT.nights(-1000, -990) + "\nDESCRIPTION:" + "x".repeat(500);
    String[] events = new String[6001];
    Arrays.fill(events, past);
    events[6000] = ExternalCalendarIT.nights(10, 11);
    HOST.calendar("/past", events);
    JsonNode added = add(HOST.at("/past"));
    assertThat(added.path("blockedRanges").asInt()).isEqualTo(1);
    assertThat(added.path("eventsRead").asInt()).isEqualTo(6001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "raw"})
  void unpacksWhatIsPacked(String how) throws IOException {
    byte[] calendar = CalendarHost.ofEvents(ExternalCalendarIT.nights(10, 11));
    HOST.answer("/packed", packed(how, calendar, 1));
    assertThat(add(HOST.at("/packed")).path("blockedRanges").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "raw"})
  void unpacksNoBomb(String how) throws IOException {
    byte[] part = "X-PAD:x\r\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
    byte[] begin = "BEGIN:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(begin, begin.length + part.length);
    System.arraycopy(part, 0, all, begin.length, part.length);
    HOST.answer("/bomb", packed(how, all, 10_000));
    assertThat(error(HOST.at("/bomb"))).contains("größer als 16 MB");
  }

  @Test
  void saysThatItCannotUnpack() {
    byte[] calendar = CalendarHost.ofEvents(ExternalCalendarIT.nights(10, 11));
    for (String how : new String[] {"br", "gzip", "deflate", "gzip, gzip"}) {
      HOST.answer("/odd", packedAs(how, calendar));
      assertThat(error(HOST.at("/odd"))).as(how).contains("kein lesbarer Kalender");
    }
  }

  private static HttpHandler packed(String how, byte[] part, int times) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream packing =
        how.endsWith("gzip")
            ? new GZIPOutputStream(packed)
            : new DeflaterOutputStream(
                packed, new Deflater(Deflater.BEST_COMPRESSION, how.equals("raw")))) {
      for (int i = 0; i < times; i++) {
        packing.write(part);
      }
    }
    return packedAs(how.equals("raw") ? "deflate" : how, packed.toByteArray());
  }

  private static HttpHandler packedAs(String encoding, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Encoding", encoding);
      CalendarHost.ok(body).handle(exchange);
    };
  }

  @Test
  void waitsTenSecondsForAllOfIt() {
    HOST.answer(
        "/drip",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 600; i++) {
              body.write('B');
              body.flush();
              pause();
            }
          }
        });
    HOST.answer(
        "/silent",
        exchange -> {
          for (int i = 0; i < 600; i++) {
            pause();
          }
        });
    for (String path : new String[] {"/drip", "/silent"}) {
      Instant started = Instant.now();
      assertThat(error(HOST.at(path))).as(path).contains("braucht zu lange");
      assertThat(Duration.between(started, Instant.now()))
          .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(20));
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the house closes", e);
    }
  }

  @ParameterizedTest
  @CsvSource({"404, Fehler 404", "401, Fehler 401", "500, Fehler 500", "204, Fehler 204"})
  void saysWhatWasAnswered(int status, String expected) {
    HOST.answer("/status", CalendarHost.status(status));
    assertThat(error(HOST.at("/status"))).contains(expected);
  }

  @Test
  void saysThatNobodyIsThere() {
    assertThat(error("https://nobody.example/a.ics")).contains("gibt es nicht");
    assertThat(error("http://localhost:1/a.ics")).contains("nicht zu erreichen");
    HOST.answer("/html", CalendarHost.ok("<title>Log in".getBytes(StandardCharsets.UTF_8)));
    assertThat(error(HOST.at("/html"))).contains("kein lesbarer Kalender");
  }

  private static JsonNode add(String url) {
    JsonNode added = admin.post(CALENDARS, Map.of("name", "Fest", "url", url)).expect(201).body();
    assertThat(added.path("lastError").asText()).isEmpty();
    return added;
  }

  private static String error(String url) {
    JsonNode added = admin.post(CALENDARS, Map.of("name", "Fest", "url", url)).expect(201).body();
    assertThat(added.path("blockedRanges").asInt()).isZero();
    admin.delete(CALENDARS + "/" + UUID.fromString(added.path("id").asText())).expect(204);
    return added.path("lastError").asText();
  }
}
