package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.People.Person;
import family.garden.contract.garden.CalendarHost;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ExternalCalendarIT {
  private static final String CALENDARS = "/api/admin/external-calendars";

  @AutoClose private static final CalendarHost HOST = CalendarHost.open();

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_CALENDAR_TRUSTED_HOSTS", "nas.garden, LocalHost"));

  private static final Api ADMIN = GARDEN.administrator().api();
  private static final Person ANNA = GARDEN.member("Anna");

  @AfterEach
  void removeAll() {
    ADMIN
        .get(CALENDARS)
        .body()
        .forEach(one -> ADMIN.delete(CALENDARS + "/" + one.path("id").asText()).expect(204));
  }

  @Test
  void blocksTheNightsOfItsEventsForEverybody() {
    UUID tower = GARDEN.place("Turm", 4);
    UUID tent = GARDEN.place("Zelt", 2);
    HOST.calendar(
        "/a.ics", nights(10, 12), nights(20, 21), nights(30, 31) + "\nTRANSP:TRANSPARENT");
    JsonNode added = add("Ferienwohnung", "/a.ics").body();
    assertThat(added.path("blockedRanges").asInt()).isEqualTo(2);
    assertThat(added.path("host").asText()).isEqualTo("localhost");
    assertThat(added.has("lastFetchedAt")).isTrue();
    assertThat(added.has("lastError")).isFalse();
    assertThat(ADMIN.get(CALENDARS).expect(200).body()).containsExactly(added);

    JsonNode availability = availability(8, 14);
    assertThat(free(tower, 8, 14)).containsExactly(4, 4, 0, 0, 4, 4);
    assertThat(free(tent, 8, 14)).containsExactly(2, 2, 0, 0, 2, 2);
    assertThat(availability.path("accommodations"))
        .allMatch(place -> place.path("availableCapacity").asInt() == 0);
    JsonNode timeline = timeline(0, 40);
    for (JsonNode row : timeline.path("accommodations")) {
      assertThat(List.of(10, 11, 20)).allMatch(night -> row.path("free").path(night).asInt() == 0);
      assertThat(List.of(9, 12, 21, 30))
          .allMatch(night -> row.path("free").path(night).asInt() > 0);
    }
    assertThat(describe(timeline)).containsExactly("10-12 Ferienwohnung", "20-21 Ferienwohnung");

    Stay across = Stay.in(tower, 9, 4, 1).and(tent, 1);
    Answer refused = ANNA.api().language("en").post("/api/bookings", across).expect(409);
    assertThat(refused.body().path("nights"))
        .extracting(JsonNode::asText)
        .containsExactly(day(10), day(11));
    assertThat(refused.errors("Availability").path(0).asText())
        .startsWith("The garden is taken in the night of ")
        .endsWith(": Ferienwohnung.");
    JsonNode verdict = ANNA.api().post("/api/bookings/validate", across).expect(200).body();
    assertThat(verdict.at("/errors/Availability")).hasSize(1);
    GARDEN.book(ANNA, Stay.in(tower, 8, 2, 1));
    GARDEN.book(ANNA, Stay.in(tower, 12, 2, 1));
  }

  @Test
  void namesNoNextNightOfACalendarThatBlocksNone() {
    HOST.calendar("/past.ics", nights(-30, -28));
    assertThat(add("Vorbei", "/past.ics").body().has("nextBlockedNight")).isFalse();
    HOST.answer("/broken.ics", CalendarHost.status(503));
    assertThat(add("Nie gelesen", "/broken.ics").body().has("nextBlockedNight")).isFalse();
  }

  @Test
  void closesTheLastNightThatMayBeBooked() {
    UUID tower = GARDEN.place("Turm", 4);
    LocalDate latest = GardenServer.today().plusYears(5);
    int ahead = (int) (latest.toEpochDay() - GardenServer.today().toEpochDay());
    HOST.calendar("/a.ics", nights(421, 422), nights(900, 902), nights(ahead, ahead + 40));
    assertThat(add("Fest", "/a.ics").body().path("blockedRanges").asInt()).isEqualTo(3);
    for (int night : List.of(421, 900, 901, ahead)) {
      ANNA.api().post("/api/bookings", Stay.in(tower, night, 1, 1)).expect(409);
    }
    ANNA.api().post("/api/bookings", Stay.in(tower, ahead, 30, 1)).expect(409);
    ANNA.api().post("/api/bookings", Stay.in(tower, 422, 1, 1)).expect(201);
  }

  @Test
  void countsNoStayOfThisGardenAgain() {
    UUID tower = GARDEN.place("Turm", 4);
    ANNA.api().post("/api/bookings", Stay.in(tower, 10, 2, 1)).expect(201);
    Person bruno = GARDEN.member("Bruno");
    UUID brunos = GARDEN.book(bruno, Stay.in(tower, 14, 2, 1)).id();
    String path =
        URI.create(ANNA.api().post("/api/me/calendar-feed").expect(201).body().path("url").asText())
            .getPath();
    String feed = GARDEN.api().get(path).expect(200).text();
    String others =
        "BEGIN:VEVENT\r\nUID:%s@BOOKING\r\n%s\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:%s@booking\r\n%s\r\nEND:VEVENT\r\n"
            .formatted(brunos, nights(14, 16), UUID.randomUUID(), nights(20, 21));
    HOST.answer(
        "/echo",
        CalendarHost.ok(
            feed.replace("END:VCALENDAR", others + "END:VCALENDAR")
                .getBytes(StandardCharsets.UTF_8)));
    JsonNode added = add("Echo", "/echo").body();
    assertThat(describe(availability(9, 30))).containsExactly("20-21 Echo");
    assertThat(added.path("skipped").toString()).contains("Aufenthalt");
    assertThat(added.path("eventsSkipped").asInt()).isGreaterThanOrEqualTo(2);
    GARDEN.book(bruno, Stay.in(tower, 10, 2, 3));
  }

  @Test
  void saysWhatWasReadAndWhatWasNot() {
    UUID tower = GARDEN.place("Turm", 4);
    HOST.calendar(
        "/a.ics",
        nights(-9, -7),
        nights(-1, 3),
        nights(10, 12),
        "SUMMARY:nothing",
        onMars(20),
        onMars(21));
    JsonNode added = add("Fest", "/a.ics").body();
    assertThat(added.path("eventsRead").asInt()).isEqualTo(3);
    assertThat(added.path("eventsSkipped").asInt()).isEqualTo(3);
    assertThat(added.path("nextBlockedNight").asText()).isEqualTo(day(0));
    assertThat(added.path("skipped"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "1 Termin hat kein lesbares Datum.",
            "2 Termine stehen in einer unbekannten Zeitzone: Mars Standard Time.");
    assertThat(ADMIN.language("en").get(CALENDARS).body().at("/0/skipped/1").asText())
        .isEqualTo("2 events are in an unknown time zone: Mars Standard Time.");
    // If the calendar cannot be read any more, the nights stay blocked and the reason is shown.
    HOST.calendar("/a.ics", onMars(20));
    JsonNode failed = refresh(added.path("id").asText());
    assertThat(failed.path("lastError").asText()).contains("kein lesbarer Kalender");
    assertThat(failed.path("skipped").toString()).contains("Mars Standard Time");
    assertThat(free(tower, 10, 13)).containsExactly(0, 0, 4);
  }

  @Test
  void leavesOutWhatAirbnbCallsNotAvailableIfWanted() {
    UUID tower = GARDEN.place("Turm", 4);
    HOST.calendar(
        "/a.ics",
        nights(10, 11) + "\nSUMMARY:Reserved",
        nights(12, 13) + "\nSUMMARY:Airbnb (Not available)");
    UUID all = add("Alles", "/a.ics").id();
    assertThat(free(tower, 10, 13)).containsExactly(0, 4, 0);
    ADMIN.delete(CALENDARS + "/" + all).expect(204);
    JsonNode some =
        ADMIN
            .post(
                CALENDARS,
                Map.of("name", "Fest", "url", HOST.at("/a.ics"), "skipNotAvailable", true))
            .expect(201)
            .body();
    assertThat(some.path("skipNotAvailable").asBoolean()).isTrue();
    assertThat(some.path("skipped").toString()).contains("Airbnb");
    assertThat(free(tower, 10, 13)).containsExactly(0, 4, 4);
  }

  @Test
  void namesEveryCalendarThatClosesANight() {
    UUID tower = GARDEN.place("Turm", 4);
    HOST.calendar("/a.ics", nights(10, 12));
    HOST.calendar("/b.ics", nights(11, 13));
    add("Fest", "/a.ics");
    add("Verein", "/b.ics");
    Answer refused =
        ANNA.api().language("en").post("/api/bookings", Stay.in(tower, 10, 3, 1)).expect(409);
    assertThat(refused.errors("Availability").path(0).asText()).endsWith(": Fest, Verein.");
  }

  @Test
  void leavesBookingsAsTheyAreAndLetsThemShrink() {
    UUID tower = GARDEN.place("Turm", 4);
    UUID tent = GARDEN.place("Zelt", 4);
    Stay stay = Stay.in(tower, 10, 4, 2);
    String path = "/api/bookings/" + GARDEN.book(ANNA, stay).id();
    HOST.calendar("/a.ics", nights(12, 16));
    add("Fest", "/a.ics");
    assertThat(free(tower, 10, 16)).containsExactly(2, 2, 0, 0, 0, 0);

    ANNA.api().put(path, stay.noting("wir kommen")).expect(200);
    ANNA.api().put(path, Stay.in(tower, 10, 4, 3)).expect(409);
    ANNA.api().put(path, Stay.in(tower, 10, 4, 2).and(tent, 1)).expect(409);
    ANNA.api().put(path, Stay.in(tent, 10, 4, 2)).expect(409);
    Answer longer = ANNA.api().put(path, Stay.in(tower, 10, 5, 2)).expect(409);
    assertThat(longer.body().path("nights")).extracting(JsonNode::asText).containsExactly(day(14));
    ANNA.api().put(path, Stay.in(tower, 10, 3, 1)).expect(200);
    // A bed that was given up cannot be taken back.
    ANNA.api().put(path, Stay.in(tower, 10, 3, 2)).expect(409);
    ADMIN.ifMatch("*").post(path + "/accept").expect(204);
  }

  @Test
  void freesTheNightsWithTheEventOrTheCalendar() {
    UUID tower = GARDEN.place("Turm", 4);
    HOST.calendar("/a.ics", nights(10, 12));
    UUID calendar = add("Fest", "/a.ics").id();
    assertThat(free(tower, 10, 13)).containsExactly(0, 0, 4);
    HOST.calendar("/a.ics", nights(11, 12));
    assertThat(refresh(calendar).path("blockedRanges").asInt()).isEqualTo(1);
    assertThat(free(tower, 10, 13)).containsExactly(4, 0, 4);
    HOST.calendar("/b.ics", nights(11, 13));
    add("Noch ein Fest", "/b.ics");
    assertThat(describe(availability(10, 13))).containsExactly("11-12 Fest", "11-13 Noch ein Fest");
    ADMIN.delete(CALENDARS + "/" + calendar).expect(204);
    assertThat(free(tower, 10, 13)).containsExactly(4, 0, 0);
    ADMIN.delete(CALENDARS + "/" + calendar).expect(404);
    ADMIN.post(CALENDARS + "/" + calendar + "/refresh").expect(404);
  }

  @Test
  void keepsTheNightsWhenItCannotBeRead() {
    UUID tower = GARDEN.place("Turm", 4);
    HOST.calendar("/a.ics", nights(10, 12));
    JsonNode good = add("Fest", "/a.ics").body();
    UUID id = UUID.fromString(good.path("id").asText());
    HOST.answer("/a.ics", CalendarHost.status(503));
    JsonNode failed = refresh(id);
    assertThat(failed.path("lastError").asText())
        .isEqualTo("Der Server des Kalenders antwortet mit dem Fehler 503.");
    assertThat(failed.path("lastFetchedAt")).isEqualTo(good.path("lastFetchedAt"));
    assertThat(ADMIN.language("en").get(CALENDARS).body().at("/0/lastError").asText())
        .isEqualTo("The calendar server answers with the error 503.");
    byte[] whole = CalendarHost.ofEvents(nights(10, 11), nights(14, 15));
    byte[] half = Arrays.copyOf(whole, whole.length - 20);
    HOST.answer("/a.ics", CalendarHost.ok(half));
    assertThat(refresh(id).path("lastError").asText()).contains("kein lesbarer Kalender");
    assertThat(free(tower, 10, 13)).containsExactly(0, 0, 4);
    HOST.answer("/a.ics", CalendarHost.ok(whole));
    assertThat(refresh(id).has("lastError")).isFalse();
    assertThat(free(tower, 10, 13)).containsExactly(0, 4, 4);
  }

  @Test
  void isReadOnceByAllCopiesAndAgainWhenItIsDue() {
    List<GardenServer> copies = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      copies.add(
          GARDEN.anotherServer(
              launch ->
                  launch
                      .env("BOOKING_CALENDAR_TRUSTED_HOSTS", "localhost")
                      .flag("-Dbooking.calendar.round=PT0.1S")));
    }
    for (int i = 0; i < 6; i++) {
      HOST.calendar("/due" + i, nights(10, 11));
      add("Fest " + i, "/due" + i);
    }
    for (int round = 2; round <= 4; round++) {
      // The last round is scheduled by a clock that ran ahead.
      GARDEN
          .sql()
          .run(
              "UPDATE external_calendar SET next_fetch = now() + CAST(? AS interval),"
                  + " last_fetched_at = NULL",
              round < 4 ? "-1 minute" : "1 year");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  GARDEN
                      .sql()
                      .one("SELECT count(*) FROM external_calendar WHERE last_fetched_at IS NULL")
                      .equals("0"));
      for (int i = 0; i < 6; i++) {
        String request = "/due" + i + " of localhost:" + HOST.port();
        assertThat(HOST.requests()).filteredOn(request::equals).hasSize(round);
      }
    }
    copies.forEach(GardenServer::close);
  }

  @Test
  void showsNobodyWhereItIs() {
    HOST.calendar("/secret-token-of-the-calendar", nights(10, 11));
    Answer added = add("Fest", "/secret-token-of-the-calendar");
    assertThat(added.text() + ADMIN.get(CALENDARS).text()).doesNotContain("secret-token");
    assertThat(GARDEN.sql().everything()).contains("Fest").doesNotContain("secret-token");
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    for (String url :
        List.of(
            "",
            "x",
            "/a.ics",
            "ftp://localhost/a.ics",
            "file:///etc/passwd",
            "https://",
            "https://anna:geheim@localhost/a.ics",
            "https://local host/a.ics",
            "https://localhost/" + "x".repeat(2000))) {
      Answer refused = ADMIN.post(CALENDARS, Map.of("name", "Fest", "url", url)).expect(400);
      assertThat(refused.errors("url")).as(url).hasSize(1);
      assertThat(refused.text()).doesNotContain("geheim");
    }
    assertThat(
            ADMIN.post(CALENDARS, Map.of("name", " ", "url", "")).expect(400).body().path("errors"))
        .hasSize(2);
  }

  @Test
  void isOneOfTwentyAtTheMost() {
    HOST.calendar("/a.ics", nights(10, 11));
    for (int i = 0; i < 20; i++) {
      add("Fest", "/a.ics");
    }
    ADMIN.post(CALENDARS, Map.of("name", "Fest", "url", HOST.at("/a.ics"))).expect(409);
  }

  private static Answer add(String name, String path) {
    return ADMIN.post(CALENDARS, Map.of("name", name, "url", HOST.at(path))).expect(201);
  }

  private static JsonNode refresh(String calendar) {
    return refresh(UUID.fromString(calendar));
  }

  private static JsonNode refresh(UUID calendar) {
    return ADMIN.post(CALENDARS + "/" + calendar + "/refresh").expect(200).body();
  }

  /** An event over the nights from so many days ahead. */
  static String nights(int from, int to) {
    DateTimeFormatter basic = DateTimeFormatter.BASIC_ISO_DATE;
    LocalDate today = GardenServer.today();
    return "DTSTART;VALUE=DATE:%s\nDTEND;VALUE=DATE:%s"
        .formatted(today.plusDays(from).format(basic), today.plusDays(to).format(basic));
  }

  /** In a time zone that nobody knows. */
  private static String onMars(int ahead) {
    return "DTSTART;TZID=Mars Standard Time:%sT100000"
        .formatted(GardenServer.today().plusDays(ahead).format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  private static String day(int ahead) {
    return GardenServer.today().plusDays(ahead).toString();
  }

  private static JsonNode availability(int from, int to) {
    String query = "?startDate=" + day(from) + "&endDate=" + day(to);
    return ANNA.api().get("/api/bookings/availability" + query).expect(200).body();
  }

  private static JsonNode timeline(int from, int to) {
    return ANNA.api().get("/api/timeline?from=" + day(from) + "&to=" + day(to)).expect(200).body();
  }

  private static List<Integer> free(UUID place, int from, int to) {
    List<Integer> free = new ArrayList<>();
    for (JsonNode one : availability(from, to).path("accommodations")) {
      if (one.path("id").asText().equals(place.toString())) {
        one.path("nights").forEach(night -> free.add(night.path("free").asInt()));
      }
    }
    return free;
  }

  private static List<String> describe(JsonNode answer) {
    List<String> lines = new ArrayList<>();
    for (JsonNode one : answer.path("blocked")) {
      lines.add(
          "%d-%d %s"
              .formatted(
                  ahead(one.path("startDate")),
                  ahead(one.path("endDate")),
                  one.path("name").asText()));
    }
    return lines;
  }

  private static long ahead(JsonNode date) {
    return LocalDate.parse(date.asText()).toEpochDay() - GardenServer.today().toEpochDay();
  }
}
