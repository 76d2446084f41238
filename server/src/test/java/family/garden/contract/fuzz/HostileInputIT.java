package family.garden.contract.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known attacks by bodies; {@link FuzzIT} finds unknown ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputIT {
  private static final String PLACES = "/api/sleeping-accommodations";
  private static final String VALIDATE = "/api/bookings/validate";
  private static final String JSON = "application/json";

  private final GardenServer server = GardenServer.on(TestDatabase.shared().fresh()).start();
  private final Api admin = server.people().administrator().api();
  private String place = "";

  @BeforeAll
  void addAPlace() {
    place = admin.post(PLACES, place("Gartenhaus")).expect(201).id().toString();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @AfterEach
  void stillServes() {
    admin.get("/api/me").expect(200);
  }

  private static Map<String, Object> place(String name) {
    return Map.of("name", name, "type", "Room", "maxCapacity", 4);
  }

  private Answer raw(String path, String body) {
    return admin.send("POST", path, body.getBytes(StandardCharsets.UTF_8), JSON);
  }

  private String booking(String start, String end, String persons) {
    return """
    {"startDate":"%s","endDate":"%s",
     "bookingItems":[{"sleepingAccommodationId":"%s","personCount":%s}]}
    """
        .formatted(start, end, place, persons);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2027-02-30",
        "2027-02-29",
        "2027-13-01",
        "0000-00-00",
        "2027-7-1",
        "2027-07-01T00:00:00Z",
        "tomorrow",
        ""
      })
  void refusesADateThatIsNone(String date) {
    raw("/api/bookings", booking(date, "2028-07-05", "1")).expect(400);
    admin.get("/api/bookings/availability?startDate=" + date + "&endDate=2028-07-05").expect(400);
    admin.get("/api/timeline?from=" + date + "&to=2028-07-05").expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%2B999999999-12-31",
        "-999999999-01-01",
        "0000-01-01",
        "-0001-12-31",
        "9999-12-31"
      })
  void survivesADateBeyondEveryCalendar(String date) {
    admin.get("/api/timeline?from=" + date + "&to=2028-07-05").expect(400);
    admin.get("/api/timeline?from=2028-07-01&to=" + date).expect(400);
    admin.get("/api/bookings/availability?startDate=2028-07-01&endDate=" + date).expect(400);
    raw("/api/bookings", booking("2028-07-01", date.replace("%2B", "+"), "1")).expect(400);
    raw("/api/bookings", booking(date.replace("%2B", "+"), "2028-07-05", "1")).expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "21",
        "2147483648",
        "9223372036854775808",
        "1e400",
        "1E+999999999",
        "0.5",
        "\"1\"",
        "null",
        "true",
        "[]",
        "{}",
        "NaN",
        "01"
      })
  void refusesACountOfPersonsThatIsNone(String persons) {
    raw("/api/bookings", booking("2028-07-01", "2028-07-05", persons)).expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "\"text\"",
        "1",
        "{",
        "{}{}",
        "{'name':1}",
        "{\"name\":}",
        "\ufeff",
        "{\"name\"",
        "{\"name\":\"a\",\"name\":\"b\",\"type\":\"Room\",\"maxCapacity\":4}"
      })
  void refusesABodyThatIsNoObject(String body) {
    raw(PLACES, body).expect(400);
  }

  @Test
  void givesNoRangeOfDatesThatNoCalendarHas() {
    for (String start : List.of("-0001-12-31", "+12345-01-01")) {
      Answer verdict = raw(VALIDATE, booking(start, "2028-07-05", "1"));
      assertThat(verdict.status()).isIn(200, 400);
    }
  }

  @Test
  void refusesNestingOf5000Levels() {
    raw(PLACES, "[".repeat(5000) + "]".repeat(5000)).expect(400);
    raw(VALIDATE, "{\"notes\":".repeat(5000) + "1" + "}".repeat(5000)).expect(400);
  }

  @Test
  void refusesAFieldThatNobodyDescribed() {
    raw(PLACES, "{\"name\":\"a\",\"type\":\"Room\",\"maxCapacity\":4,\"isAdmin\":true}")
        .expect(400);
  }

  @Test
  void refusesTextThatTheDatabaseCannotKeep() {
    raw(PLACES, "{\"name\":\"a\\u0000b\",\"type\":\"Room\",\"maxCapacity\":4}").expect(400);
    raw(PLACES, "{\"name\":\"a\\ud800b\",\"type\":\"Room\",\"maxCapacity\":4}").expect(400);
    admin.patch("/api/me", "{\"firstName\":\"\\udc00\\ud800\"}").expect(400);
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] body =
        "{\"name\":\"a?b\",\"type\":\"Room\",\"maxCapacity\":4}".getBytes(StandardCharsets.UTF_8);
    for (int bad : new int[] {0xFF, 0xC0, 0x80, 0xED}) {
      body[10] = (byte) bad;
      admin.send("POST", PLACES, body, JSON).expect(400);
    }
  }

  /** Jackson would decode each of them to the same text. */
  @Test
  void refusesCharactersInMoreBytesThanTheyNeed() {
    byte[] body = "{\"name\":\"a??b\",\"type\":\"Room\",\"maxCapacity\":4}".getBytes(UTF_8);
    body[10] = (byte) 0xC1;
    body[11] = (byte) 0xA1;
    admin.send("POST", PLACES, body, JSON).expect(400);
    byte[] three = "{\"name\":\"a???b\",\"type\":\"Room\",\"maxCapacity\":4}".getBytes(UTF_8);
    for (int second : new int[] {0x81, 0x9F}) {
      three[10] = (byte) 0xE0;
      three[11] = (byte) second;
      three[12] = (byte) 0xA1;
      admin.send("POST", PLACES, three, JSON).expect(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE", "IBM1047"})
  void refusesEveryOtherEncoding(String encoding) {
    String body = "{\"name\":\"a\",\"type\":\"Room\",\"maxCapacity\":4}";
    for (String type : List.of(JSON, JSON + "; charset=" + encoding)) {
      byte[] bytes = body.getBytes(Charset.forName(encoding));
      assertThat(admin.send("POST", PLACES, bytes, type).status()).isIn(400, 415);
    }
    byte[] marked = ("\ufeff" + body).getBytes(UTF_8);
    admin.send("POST", PLACES, marked, JSON).expect(400);
  }

  @Test
  void keepsStrangeButHonestNamesAsTheyAre() {
    for (String name :
        List.of(
            "👩‍👩‍👧‍👦🏡",
            "'; DROP TABLE booking; --",
            "<b>Zelt</b>",
            "İıſK",
            "{0} ${7*7} %s",
            "x".repeat(100))) {
      UUID id = admin.post(PLACES, place(name)).expect(201).id();
      assertThat(admin.get(PLACES + "/" + id).expect(200).body().path("name").asText())
          .isEqualTo(name);
    }
  }

  @Test
  void refusesALineBreakInAnAddress() {
    Answer answer =
        admin.post(
            "/api/admin/users",
            Map.of(
                "email", "anna@garden.example\r\nBcc: all@garden.example",
                "firstName", "Anna",
                "lastName", "Grün",
                "role", "Member"));
    answer.expect(400);
  }
}
