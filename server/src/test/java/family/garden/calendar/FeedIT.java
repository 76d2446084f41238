package family.garden.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.ReadCalendar;
import family.garden.contract.garden.ReadCalendar.Event;
import family.garden.contract.garden.Stay;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedIT {
  private static final String FEED = "/api/me/calendar-feed";
  private static final DateTimeFormatter BASIC = DateTimeFormatter.BASIC_ISO_DATE;

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();

  @BeforeEach
  void forgive() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void isMadeOnlyForWhoeverKnowsThePasswordOrHasJustLoggedIn() {
    Person anna = GARDEN.member("Anna");
    anna.api().post("/api/me/calendar-feed").expect(201);
    GARDEN
        .sql()
        .run(
            "UPDATE session SET created_at = now() - interval '11 min' WHERE member_id = ?",
            anna.id());
    Api late = anna.api();
    assertThat(late.post("/api/me/calendar-feed").expect(400).errors("password")).hasSize(1);
    Map<String, String> wrong = Map.of("password", "not mine");
    assertThat(late.post("/api/me/calendar-feed", wrong).expect(400).errors("password")).hasSize(1);
    late.post("/api/me/calendar-feed", Map.of("password", anna.password())).expect(201);
  }

  @Test
  void showsTheOwnStaysAndNothingElse() {
    Person anna = GARDEN.member("Anna");
    UUID tower = GARDEN.place("Turm; \"Nord\", oben \\ links", 9);
    UUID tent = GARDEN.place("Großes Zelt", 9);
    Stay stay =
        Stay.in(tower, 3, 2, 2).and(tent, 1).noting("Schlüssel,\nHund; \\o/ 🐕" + "ä€".repeat(90));
    UUID pending = GARDEN.book(anna, stay).id();
    UUID accepted = GARDEN.book(anna, Stay.in(tent, 9, 1, 1)).id();
    GARDEN.accept(accepted);
    UUID cancelled = GARDEN.book(anna, Stay.in(tent, 3, 1, 1)).id();
    anna.api().post("/api/bookings/" + cancelled + "/cancel").expect(204);
    UUID rejected = GARDEN.book(anna, Stay.in(tent, 3, 1, 1)).id();
    ADMIN.ifMatch("*").post("/api/bookings/" + rejected + "/reject", "{}").expect(204);
    GARDEN.book(GARDEN.member("Bruno"), Stay.in(tent, 3, 1, 1));

    ReadCalendar calendar = ReadCalendar.of(read(create(anna)).text());

    assertThat(calendar.value("X-WR-CALNAME")).isEqualTo("Garten");
    assertThat(calendar.events())
        .extracting(event -> event.value("UID"))
        .containsExactlyInAnyOrder(pending + "@booking", accepted + "@booking");
    Event first = event(calendar, pending);
    assertThat(first.isDate("DTSTART")).isTrue();
    assertThat(first.isDate("DTEND")).isTrue();
    assertThat(first.value("DTSTART")).isEqualTo(stay.startDate().format(BASIC));
    assertThat(first.value("DTEND")).isEqualTo(stay.endDate().format(BASIC));
    assertThat(first.value("STATUS")).isEqualTo("TENTATIVE");
    assertThat(first.value("SUMMARY")).isEqualTo("Im Garten (angefragt)");
    assertThat(first.value("LOCATION"))
        .isEqualTo("Großes Zelt (1), Turm; \"Nord\", oben \\ links (2)");
    assertThat(first.value("DESCRIPTION")).isEqualTo(stay.notes());
    assertThat(first.value("SEQUENCE")).isEqualTo("1");
    assertThat(event(calendar, accepted).value("STATUS")).isEqualTo("CONFIRMED");
    assertThat(event(calendar, accepted).value("SEQUENCE")).isEqualTo("2");
  }

  @Test
  void looksAYearBack() {
    Person anna = GARDEN.member("Anna");
    UUID tent = GARDEN.place("Zelt", 9);
    UUID recent = past(anna, tent, 360);
    past(anna, tent, 370);
    ReadCalendar calendar = ReadCalendar.of(read(create(anna)).text());
    assertThat(calendar.events())
        .extracting(event -> event.value("UID") + event.value("STATUS"))
        .containsExactly(recent + "@bookingCONFIRMED");
  }

  private static UUID past(Person person, UUID place, int days) {
    UUID booking = GARDEN.book(person, Stay.in(place, 3, 1, 1)).id();
    GARDEN.accept(booking);
    GARDEN.letPass(booking, days);
    return booking;
  }

  @Test
  void speaksTheLanguageOfItsOwner() {
    Person emily = GARDEN.member("Emily");
    emily.api().patch("/api/me", Map.of("language", "en")).expect(200);
    GARDEN.book(emily, Stay.in(GARDEN.place("Zelt", 9), 3, 1, 1));
    ReadCalendar calendar = ReadCalendar.of(read(create(emily)).text());
    assertThat(calendar.events())
        .extracting(event -> event.value("SUMMARY"))
        .containsExactly("In the garden (requested)");
  }

  @Test
  void isSentAgainOnlyAfterAChange() {
    Person anna = GARDEN.member("Anna");
    UUID booking = GARDEN.book(anna, Stay.in(GARDEN.place("Zelt", 9), 3, 1, 1)).id();
    String path = create(anna);
    Answer before = read(path);
    assertThat(before.mediaType()).isEqualTo("text/calendar");
    Api conditional = GARDEN.api().header("If-None-Match", before.etag());
    conditional.get(path).expect(304);
    // As a weak tag from a compressing proxy, in a list of tags.
    for (String known :
        List.of(
            "W/" + before.etag(), "\"x\", W/" + before.etag(), "W/\"x\"," + before.etag(), "*")) {
      Answer same = GARDEN.api().header("If-None-Match", known).get(path).expect(304);
      assertThat(same.etag()).isEqualTo(before.etag());
    }
    GARDEN.api().header("If-None-Match", "W/\"x\"").get(path).expect(200);
    anna.api().post("/api/bookings/" + booking + "/cancel").expect(204);
    Answer after = conditional.get(path).expect(200);
    assertThat(after.etag()).isNotEqualTo(before.etag());
    assertThat(ReadCalendar.of(after.text()).events()).isEmpty();
  }

  @Test
  void hasOneAddressThatCanBeTakenBack() {
    Person anna = GARDEN.member("Anna");
    assertThat(anna.api().get(FEED).expect(200).body().path("exists").asBoolean()).isFalse();
    anna.api().delete(FEED).expect(204);
    String first = create(anna);
    JsonNode state = anna.api().get(FEED).expect(200).body();
    assertThat(state.path("exists").asBoolean()).isTrue();
    assertThat(state.toString()).doesNotContain(token(first));
    String second = create(anna);
    GARDEN.api().get(first).expect(404);
    read(second);
    anna.api().delete(FEED).expect(204);
    GARDEN.api().get(second).expect(404);
    assertThat(anna.api().get(FEED).expect(200).body().has("createdAt")).isFalse();
  }

  @Test
  void isNotReadableInTheDatabase() {
    String path = create(GARDEN.member("Anna"));
    assertThat(GARDEN.sql().everything()).contains("calendar_feed").doesNotContain(token(path));
  }

  @Test
  void diesWithItsOwnersRight() {
    Person revoked = GARDEN.member("Rita");
    String ritas = create(revoked);
    ADMIN.post("/api/admin/users/" + revoked.id() + "/revoke").expect(204);
    GARDEN.api().get(ritas).expect(404);
    Person rejected = GARDEN.pending("Rolf");
    String rolfs = create(rejected);
    read(rolfs);
    ADMIN.post("/api/admin/users/" + rejected.id() + "/reject", Map.of("reason", "x")).expect(204);
    GARDEN.api().get(rolfs).expect(404);
    Person erased = GARDEN.member("Erna");
    String ernas = create(erased);
    erased.api().delete("/api/me", Map.of("password", erased.password())).expect(204);
    GARDEN.api().get(ernas).expect(404);
    assertThat(GARDEN.sql().column("SELECT 1 FROM calendar_feed WHERE member_id = ?", erased.id()))
        .isEmpty();
  }

  @Test
  void letsNobodyGuessForLong() {
    String good = create(GARDEN.member("Anna"));
    // The server refuses this path before it looks for a token, so it does not count as a guess.
    GARDEN.api().get("/api/calendar/%00.ics").expect(404);
    for (String bad : List.of("x", token(good) + "x", UUID.randomUUID().toString())) {
      GARDEN.api().get("/api/calendar/" + bad + ".ics").expect(404);
    }
    int refused = 0;
    for (int i = 0; i < 60; i++) {
      refused += GARDEN.api().get("/api/calendar/" + i + ".ics").status() == 429 ? 1 : 0;
    }
    assertThat(refused).isEqualTo(3);
    read(good);
  }

  private static String create(Person person) {
    JsonNode created = person.api().post(FEED).expect(201).body();
    URI url = URI.create(created.path("url").asText());
    assertThat(url.toString()).startsWith("http://localhost:" + url.getPort() + "/api/calendar/");
    return url.getPath();
  }

  private static String token(String path) {
    return path.replaceFirst(".*/(.*)\\.ics", "$1");
  }

  private static Answer read(String path) {
    return GARDEN.api().get(path).expect(200);
  }

  private static Event event(ReadCalendar calendar, UUID booking) {
    return calendar.events().stream()
        .filter(event -> event.value("UID").startsWith(booking.toString()))
        .findFirst()
        .orElseThrow();
  }
}
