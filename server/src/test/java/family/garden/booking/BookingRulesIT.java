package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.Json;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Stay;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule with its field and its sentence, in both languages, booked and validated. */
class BookingRulesIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Person ANNA = GARDEN.member("Anna");
  private static final UUID PLACE = GARDEN.place("Turm", 50);
  private static final UUID CLOSED = GARDEN.place("Laube", 50);
  private static final UUID FULL = GARDEN.place("Boden", 1);

  static {
    GARDEN.administrator().api().delete("/api/sleeping-accommodations/" + CLOSED).expect(204);
    GARDEN.book(ANNA, Stay.in(FULL, 1, 20, 1));
  }

  /** Dates are days from today, {@code T} in a sentence is today. */
  @ParameterizedTest(name = "{0}: {1} {2} {3} × {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          startDate    | -1   | 1    | open    | 1   | Der Anfang liegt in der Vergangenheit. Frühestens heute, T. | The start is in the past. Today at the earliest, T.
          startDate    | 1827 | 1828 | open    | 1   | Das ist mehr als 5 Jahre hin. Stimmt das Jahr? | That is more than 5 years ahead. Is the year right?
          startDate    |      | 1    | open    | 1   | Bitte ausfüllen. | Please fill this in.
          endDate      | 1    |      | open    | 1   | Bitte ausfüllen. | Please fill this in.
          endDate      | 3    | 3    | open    | 1   | Das Ende muss nach dem Anfang liegen. | The end must be after the start.
          endDate      | 3    | 2    | open    | 1   | Das Ende muss nach dem Anfang liegen. | The end must be after the start.
          endDate      | 3    | 34   | open    | 1   | Höchstens 30 Nächte. | At most 30 nights.
          bookingItems | 3    | 4    | none    | 1   | Bitte wähle mindestens einen Schlafplatz. | Please choose at least one place to sleep.
          bookingItems | 3    | 4    | unknown | 1   | Diesen Schlafplatz gibt es nicht. | This place to sleep does not exist.
          bookingItems | 3    | 4    | closed  | 1   | „Laube“ nimmt zurzeit keine Buchungen an. | “Laube” takes no bookings at the moment.
          bookingItems[0].personCount | 3 | 4 | open | 0  | Bitte gib 1 bis 20 Personen an. | Enter 1 to 20 people.
          bookingItems[0].personCount | 3 | 4 | open | 21 | Bitte gib 1 bis 20 Personen an. | Enter 1 to 20 people.
          bookingItems[0].personCount | 3 | 4 | open | -5 | Bitte gib 1 bis 20 Personen an. | Enter 1 to 20 people.
          bookingItems[0].sleepingAccommodationId | 3 | 4 | nothing | 1 | Bitte ausfüllen. | Please fill this in.
          """)
  void saysWhatIsWrong(
      String field,
      String start,
      String end,
      String place,
      int persons,
      String german,
      String english) {
    ObjectNode draft = draft(start, end, place, persons);
    Answer refused = ANNA.api().post("/api/bookings", draft).expect(400);
    assertThat(refused.errors(field))
        .extracting(JsonNode::asText)
        .containsExactly(formatted(german, "ccc d. MMM uuuu", Locale.GERMAN));
    assertThat(ANNA.api().language("en").post("/api/bookings", draft).expect(400).errors(field))
        .extracting(JsonNode::asText)
        .containsExactly(formatted(english, "ccc d MMM uuuu", Locale.ENGLISH));

    JsonNode verdict = ANNA.api().post("/api/bookings/validate", draft).expect(200).body();
    assertThat(verdict.path("isValid").asBoolean()).isFalse();
    assertThat(verdict.path("errors")).isEqualTo(refused.body().path("errors"));
  }

  private static String formatted(@Nullable String sentence, String pattern, Locale locale) {
    String today = GardenServer.today().format(DateTimeFormatter.ofPattern(pattern, locale));
    return String.valueOf(sentence).replaceFirst("\\bT\\b", today);
  }

  private static ObjectNode draft(
      @Nullable String start, @Nullable String end, String place, int persons) {
    UUID id =
        switch (place) {
          case "unknown" -> UUID.randomUUID();
          case "closed" -> CLOSED;
          default -> PLACE;
        };
    ObjectNode draft = (ObjectNode) Json.read(Json.write(Stay.in(id, 3, 1, persons)));
    put(draft, "startDate", start);
    put(draft, "endDate", end);
    if (place.equals("none")) {
      draft.putArray("bookingItems");
    } else if (place.equals("nothing")) {
      ((ObjectNode) draft.at("/bookingItems/0")).remove("sleepingAccommodationId");
    }
    return draft;
  }

  private static void put(ObjectNode draft, String field, @Nullable String days) {
    if (days == null) {
      draft.remove(field);
    } else {
      draft.put(field, GardenServer.today().plusDays(Long.parseLong(days)).toString());
    }
  }

  @Test
  void countsTheCharactersOfNotes() {
    Stay stay = Stay.in(PLACE, 3, 1, 1);
    GARDEN.book(ANNA, stay.noting("🌻".repeat(500)));
    Stay wordy = stay.noting("ä".repeat(501));
    assertThat(text(ANNA.api(), wordy, "notes")).isEqualTo("Höchstens 500 Zeichen.");
    assertThat(text(ANNA.api().language("en"), wordy, "notes"))
        .isEqualTo("At most 500 characters.");
    assertThat(
            ANNA.api().post("/api/bookings", stay.noting("a\u0000b")).expect(400).errors("notes"))
        .hasSize(1);
    assertThat(GARDEN.book(ANNA, stay.noting("Zeile\nZeile")).body().path("notes").asText())
        .isEqualTo("Zeile\nZeile");
  }

  private static String text(Api api, Stay stay, String field) {
    return api.post("/api/bookings", stay).expect(400).errors(field).path(0).asText();
  }

  @Test
  void namesTheFullNightsInBothLanguages() {
    Stay stay = Stay.in(FULL, 3, 1, 1);
    LocalDate night = stay.startDate();
    String german = night.format(DateTimeFormatter.ofPattern("ccc d. MMM uuuu", Locale.GERMAN));
    String english = night.format(DateTimeFormatter.ofPattern("ccc d MMM uuuu", Locale.ENGLISH));
    Answer refused = ANNA.api().post("/api/bookings", stay).expect(409);
    assertThat(refused.errors("Availability").path(0).asText())
        .isEqualTo("„Boden“ hat nicht genug freie Betten in der Nacht vom " + german + ".");
    assertThat(
            ANNA.api()
                .language("en")
                .post("/api/bookings", stay)
                .expect(409)
                .errors("Availability")
                .path(0)
                .asText())
        .isEqualTo("“Boden” does not have enough free beds in the night of " + english + ".");
    Answer many = ANNA.api().post("/api/bookings", Stay.in(FULL, 3, 10, 1)).expect(409);
    assertThat(many.body().path("nights")).hasSize(10);
    assertThat(many.errors("Availability").path(0).asText()).endsWith("und weiteren.");
    assertThat(
            ANNA.api()
                .post("/api/bookings/validate", stay)
                .expect(200)
                .body()
                .at("/errors/Availability"))
        .isEqualTo(refused.errors("Availability"));
  }

  @Test
  void reportsEverythingThatIsWrongAtOnce() {
    ObjectNode draft = draft("-1", "-2", "open", 0).put("notes", "x".repeat(501));
    assertThat(
            ANNA.api().post("/api/bookings", draft).expect(400).body().path("errors").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("startDate", "endDate", "notes", "bookingItems[0].personCount");
  }

  @Test
  void validatesWithoutWriting() {
    String before = GARDEN.sql().one("SELECT count(*) FROM booking");
    Stay stay = Stay.in(PLACE, 3, 2, 2).and(PLACE, 1);
    for (Person person : new Person[] {ANNA, GARDEN.pending("Paula")}) {
      JsonNode verdict = person.api().post("/api/bookings/validate", stay).expect(200).body();
      assertThat(verdict.path("isValid").asBoolean()).isTrue();
      assertThat(verdict.path("errors")).isEmpty();
      assertThat(verdict.at("/dateRange/nights").asInt()).isEqualTo(2);
      assertThat(verdict.path("totalPersons").asInt()).isEqualTo(3);
    }
    assertThat(GARDEN.sql().one("SELECT count(*) FROM booking")).isEqualTo(before);
  }

  @Test
  void validatesAnEditWithoutItsOwnBeds() {
    UUID place = GARDEN.place("Zelt", 2);
    Stay stay = Stay.in(place, 3, 2, 2);
    UUID id = GARDEN.book(ANNA, stay).id();
    String path = "/api/bookings/validate";
    assertThat(ANNA.api().post(path, stay).expect(200).body().path("isValid").asBoolean())
        .isFalse();
    String edit = path + "?excludeBookingId=" + id;
    assertThat(ANNA.api().post(edit, stay).expect(200).body().path("isValid").asBoolean()).isTrue();
    GARDEN.member("Bruno").api().post(edit, stay).expect(403);
    GARDEN.administrator().api().post(edit, stay).expect(200);
    ANNA.api().post(path + "?excludeBookingId=" + UUID.randomUUID(), stay).expect(404);
  }
}
