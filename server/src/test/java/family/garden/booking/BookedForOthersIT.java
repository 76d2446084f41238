package family.garden.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.Json;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Letter;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.Stay;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator books for a member, and for somebody without an account. */
class BookedForOthersIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Person GERDA = GARDEN.administrator();
  private static final Api ADMIN = GERDA.api();

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  private static JsonNode with(Stay stay, Map<String, ?> owner) {
    ObjectNode body = (ObjectNode) Json.read(Json.write(stay));
    owner.forEach((field, value) -> body.put(field, value.toString()));
    return body;
  }

  private static Answer book(Api api, Stay stay, Map<String, ?> owner) {
    return api.post("/api/bookings", with(stay, owner));
  }

  private static String path(Answer booked) {
    return "/api/bookings/" + booked.id();
  }

  private static String nameOf(Api api) {
    JsonNode me = api.get("/api/me").expect(200).body();
    return me.path("firstName").asText() + " " + me.path("lastName").asText();
  }

  @Test
  void isTheMembersBookingThatTheAdministratorMade() {
    Person anna = GARDEN.member("Anna");
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 3, 2, 2);
    Answer booked = book(ADMIN, stay, Map.of("memberId", anna.id())).expect(201);
    assertThat(booked.body().path("memberId").asText()).isEqualTo(anna.id().toString());
    assertThat(booked.body().path("status").asText()).isEqualTo("Pending");
    JsonNode created = anna.api().get(path(booked) + "/history").expect(200).body().get(0);
    assertThat(created.path("kind").asText()).isEqualTo("Created");
    assertThat(created.path("actorName").asText()).isEqualTo(nameOf(ADMIN));
    ADMIN.put(path(booked), stay.later(1)).expect(200);
    anna.api().put(path(booked), stay.later(2)).expect(200);
    ADMIN.post(path(booked) + "/cancel").expect(204);
    assertThat(anna.api().get("/api/me/export").body().path("bookings")).hasSize(1);
  }

  @Test
  void carriesTheNameOfWhoeverHasNoAccount() {
    UUID place = GARDEN.place("Dachboden", 3);
    Stay stay = Stay.in(place, 4, 2, 1);
    Answer booked = book(ADMIN, stay, Map.of("guestName", " Oma Erna ")).expect(201);
    assertThat(booked.body().path("guestName").asText()).isEqualTo("Oma Erna");
    assertThat(booked.body().path("memberId").asText()).isEqualTo(GERDA.id().toString());
    ADMIN.ifMatch("*").post(path(booked) + "/accept").expect(204);
    Answer changed = ADMIN.put(path(booked), stay.later(1)).expect(200);
    assertThat(changed.body().path("guestName").asText()).isEqualTo("Oma Erna");

    Person bruno = GARDEN.member("Bruno");
    bruno.api().get(path(booked)).expect(403);
    JsonNode seen = stay(bruno.api(), place, stay);
    assertThat(seen.path("label").asText()).isEqualTo("Oma Erna");
    assertThat(seen.path("mine").asBoolean()).isFalse();
    assertThat(stay(GARDEN.pending("Paul").api(), place, stay).path("label").isNull()).isTrue();

    String report =
        "/api/admin/occupancy?from=%s&to=%s".formatted(stay.startDate(), stay.endDate());
    assertThat(ADMIN.get(report).expect(200).body().path("members").toString())
        .contains("Oma Erna");
  }

  private static JsonNode stay(Api api, UUID place, Stay stay) {
    String window = "?from=%s&to=%s".formatted(stay.startDate(), stay.endDate().plusDays(3));
    JsonNode rows = api.get("/api/timeline" + window).expect(200).body().path("accommodations");
    for (JsonNode row : rows) {
      if (row.path("id").asText().equals(place.toString())) {
        return row.path("stays").get(0);
      }
    }
    throw new AssertionError("The timeline does not show " + place);
  }

  @Test
  void writesToTheMemberAndNamesTheGuest() {
    UUID place = GARDEN.place("Laube", 9);
    Person clara = GARDEN.member("Clara");
    try (MailServer mail = MailServer.of(GARDEN)) {
      book(ADMIN, Stay.in(place, 3, 1, 1), Map.of("memberId", clara.id())).expect(201);
      mail.awaitLetter(clara.email(), "Deine Anfrage");
      book(ADMIN, Stay.in(place, 6, 1, 1), Map.of("guestName", "Opa Karl")).expect(201);
      Letter letter = mail.awaitLetter(GERDA.email(), "Deine Anfrage");
      assertThat(letter.text()).contains("Laube (1)\nFür Opa Karl");
      assertThat(letter.calendar()).contains("Opa Karl");
    }
    GARDEN.sql().run("DELETE FROM email_settings");
  }

  @Test
  void isForAdministratorsOnly() {
    Person dora = GARDEN.member("Dora");
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 3, 2, 2);
    for (Map<String, ?> owner :
        List.of(Map.of("memberId", GERDA.id()), Map.of("guestName", "Oma"))) {
      book(dora.api(), stay, owner).expect(403);
      dora.api().post("/api/bookings/validate", with(stay, owner)).expect(403);
    }
    // A member who names themself books as ever.
    book(dora.api(), stay, Map.of("memberId", dora.id())).expect(201);
  }

  @Test
  void isForMembersWhoMayBook() {
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 3, 2, 2);
    for (UUID nobody : new UUID[] {GARDEN.pending("Emil").id(), UUID.randomUUID()}) {
      assertThat(book(ADMIN, stay, Map.of("memberId", nobody)).expect(400).errors("memberId"))
          .hasSize(1);
    }
    Map<String, Object> both = Map.of("memberId", GARDEN.member("Frieda").id(), "guestName", "Oma");
    assertThat(book(ADMIN, stay, both).expect(400).errors("guestName")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "\u202Eamo"})
  void takesANameOnly(String name) {
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 3, 2, 2);
    assertThat(book(ADMIN, stay, Map.of("guestName", name)).expect(400).errors("guestName"))
        .isNotEmpty();
  }

  @Test
  void booksOnceForEachKeyAndPerson() {
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 1);
    JsonNode body = with(stay, Map.of("guestName", "Oma"));
    Api keyed = ADMIN.idempotencyKey("for grandmother");
    UUID first = keyed.post("/api/bookings", body).expect(201).id();
    assertThat(keyed.post("/api/bookings", body).expect(201).id()).isEqualTo(first);
    keyed.post("/api/bookings", stay).expect(422);
    keyed.post("/api/bookings", with(stay, Map.of("guestName", "Opa"))).expect(422);
  }

  @Test
  void forgetsTheNameWithTheAdministrator() {
    Person olga = GARDEN.administrator("Olga");
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 1);
    Answer booked = book(olga.api(), stay, Map.of("guestName", "Tante Emma")).expect(201);
    assertThat(olga.api().get("/api/me/export").body().path("bookings").toString())
        .contains("Tante Emma");
    olga.api().delete("/api/me", Map.of("password", olga.password())).expect(204);
    assertThat(ADMIN.get(path(booked)).body().has("guestName")).isFalse();
    assertThat(GARDEN.sql().one("SELECT count(*) FROM booking WHERE guest_name = 'Tante Emma'"))
        .isEqualTo("0");
  }
}
