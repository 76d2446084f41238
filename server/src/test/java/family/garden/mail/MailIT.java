package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Api;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Letter;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.Stay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each letter; those of registration and reset are also in RegistrationIT. */
class MailIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);
  private static final Api ADMIN = GARDEN.administrator().api();

  @Test
  void followsABookingThroughItsLife() {
    Person anna = GARDEN.member("Änne");
    Stay stay = Stay.in(GARDEN.place("Großes Zelt", 9), 3, 2, 2);
    String path = "/api/bookings/" + GARDEN.book(anna, stay).id();
    anna.api().put(path, stay.later(1)).expect(200);
    ADMIN.ifMatch("*").post(path + "/accept").expect(204);
    anna.api().post(path + "/cancel").expect(204);
    String refused = "/api/bookings/" + GARDEN.book(anna, stay.later(5)).id();
    ADMIN.ifMatch("*").post(refused + "/reject", Map.of("reason", "Gartenfest & mehr")).expect(204);
    MAIL.awaitAllSent(GARDEN);

    String dates = format(stay);
    Letter created = MAIL.awaitLetter(anna.email(), "Deine Anfrage: " + dates);
    assertThat(created.from()).isEqualTo(MailServer.SENDER);
    assertThat(created.type()).startsWith("text/plain").containsIgnoringCase("utf-8");
    assertThat(created.text())
        .startsWith("Hallo Änne,")
        .contains(dates + " (2 Nächte)", "Großes Zelt (2)", "http://localhost");
    String moved = format(stay.later(1));
    for (String subject : List.of("Geändert: ", "Bestätigt: ", "Storniert: ")) {
      assertThat(MAIL.letters(anna.email(), subject + moved)).as(subject).hasSize(1);
    }
    assertThat(MAIL.awaitLetter(anna.email(), "Abgelehnt: " + format(stay.later(5))).text())
        .contains("Grund: Gartenfest & mehr");
    assertThat(MAIL.letters(GARDEN.administrator().email(), "Anfrage von Änne Grün: " + dates))
        .hasSize(1)
        .allSatisfy(letter -> assertThat(letter.text()).contains("Großes Zelt (2)"));
    assertThat(MAIL.letters(GARDEN.administrator().email(), "Anfrage von Änne Grün: " + moved))
        .hasSize(1);
    assertThat(MAIL.letters()).extracting(Letter::messageId).doesNotHaveDuplicates();
  }

  @Test
  void leadsAnAnswerToThePersonWhoActed() {
    String gerda = GARDEN.administrator().email();
    Person anna = GARDEN.member("Antonia");
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    String path = "/api/bookings/" + GARDEN.book(anna, stay).id();
    ADMIN.put(path, stay.later(1)).expect(200);
    ADMIN.ifMatch("*").post(path + "/accept").expect(204);
    anna.api().post(path + "/cancel").expect(204);
    String rejected = "/api/bookings/" + GARDEN.book(anna, stay.later(5)).id();
    ADMIN.ifMatch("*").post(rejected + "/reject", Map.of("reason", "Fest")).expect(204);
    GARDEN.people().invite("ina@garden.example", "Ina");
    Person paul = GARDEN.pending("Paul");
    ADMIN.post("/api/admin/users/" + paul.id() + "/approve").expect(204);
    MAIL.awaitAllSent(GARDEN);

    assertThat(MAIL.awaitLetter(gerda, "Anfrage von Antonia").replyTo()).isEqualTo(anna.email());
    assertThat(MAIL.awaitLetter(gerda, "Storniert von Antonia").replyTo()).isEqualTo(anna.email());
    for (String subject : List.of("Geändert", "Bestätigt", "Abgelehnt")) {
      assertThat(MAIL.awaitLetter(anna.email(), subject).replyTo()).as(subject).isEqualTo(gerda);
    }
    assertThat(MAIL.awaitLetter("ina@garden.example", "Einladung").replyTo()).isEqualTo(gerda);
    assertThat(MAIL.awaitLetter(paul.email(), "Du kannst").replyTo()).isEqualTo(gerda);
    for (String own : List.of("Deine Anfrage", "Storniert")) {
      assertThat(MAIL.awaitLetter(anna.email(), own).replyTo()).isEqualTo(MailServer.SENDER);
    }
  }

  @Test
  void saysThatAChangedBookingWaitsAgain() {
    Person anna = GARDEN.member("Agnes");
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    UUID booking = GARDEN.book(anna, stay).id();
    GARDEN.accept(booking);
    anna.api().put("/api/bookings/" + booking, stay.noting("nur eine Notiz")).expect(200);
    assertThat(MAIL.awaitLetter(anna.email(), "Geändert: " + format(stay)).text())
        .contains("bleibt bestätigt");
    anna.api().put("/api/bookings/" + booking, stay.later(1)).expect(200);
    assertThat(MAIL.awaitLetter(anna.email(), "Geändert: " + format(stay.later(1))).text())
        .contains("wartet jetzt auf die Zusage");
  }

  private static String format(Stay stay) {
    DateTimeFormatter german = DateTimeFormatter.ofPattern("ccc d. MMM uuuu", Locale.GERMAN);
    return stay.startDate().format(german) + " → " + stay.endDate().format(german);
  }

  @Test
  void asksForADecisionOnlyWhereThereIsOne() {
    Person anna = GARDEN.member("Berta");
    Stay stay = Stay.in(GARDEN.place("Turm", 9), 3, 2, 2);
    String path = "/api/bookings/" + GARDEN.book(anna, stay).id();
    ADMIN.ifMatch("*").post(path + "/accept").expect(204);
    anna.api().put(path, stay.noting("nur eine Notiz")).expect(200);
    ADMIN.put(path, stay.later(1)).expect(200);
    MAIL.awaitAllSent(GARDEN);
    // The booking was accepted all the time after the first letter.
    assertThat(MAIL.letters(GARDEN.administrator().email(), "Anfrage von Berta")).hasSize(1);
  }

  @Test
  void speaksTheLanguageOfTheReader() {
    Person emily = GARDEN.member("Emily");
    emily.api().patch("/api/me", Map.of("language", "en")).expect(200);
    GARDEN.book(emily, Stay.in(GARDEN.place("Turm", 9), 3, 1, 2));
    assertThat(MAIL.awaitLetter(emily.email(), "Your request").text())
        .startsWith("Hello Emily,")
        .contains("(1 night)");
  }

  @Test
  void reportsToPeopleWhatWasDecidedAboutThem() {
    String invited = People.token(GARDEN.people().invite("ida@garden.example", "Ida"));
    Person paula = GARDEN.pending("Paula");
    ADMIN.post("/api/admin/users/" + paula.id() + "/approve").expect(204);
    Person peter = GARDEN.pending("Peter");
    ADMIN
        .post("/api/admin/users/" + peter.id() + "/reject", Map.of("reason", "Wer bist du?"))
        .expect(204);
    Person erna = GARDEN.member("Erna");
    erna.api().delete("/api/me", Map.of("password", erna.password())).expect(204);
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.awaitLetter("ida@garden.example", "Einladung").token()).isEqualTo(invited);
    assertThat(MAIL.letters(paula.email(), "Du kannst jetzt buchen")).hasSize(1);
    assertThat(MAIL.awaitLetter(peter.email(), "Deine Registrierung").text())
        .contains("Wer bist du?");
    assertThat(MAIL.letters(erna.email(), "gelöscht")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "{0} %s ${7*7} 'x'",
        "a\u2028Bcc: x@evil.example",
        "=?utf-8?q?x?="
      })
  void showsANameAsItIsAndNothingElse(String name) {
    Person anna = GARDEN.member("Anna");
    anna.api().patch("/api/me", Map.of("firstName", name)).expect(200);
    UUID place = GARDEN.place(name, 9);
    GARDEN.book(anna, Stay.in(place, 3, 1, 2).noting("<b>x</b>\r\nBcc: x@evil.example"));
    Letter letter = MAIL.awaitLetter(anna.email(), "Deine Anfrage");
    assertThat(letter.text()).contains("Hallo " + name + ",", name + " (2)");
    assertThat(letter.type()).startsWith("text/plain");
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters()).noneMatch(any -> any.to().contains("evil"));
    assertThat(MAIL.letters(GARDEN.administrator().email(), name + " Grün")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: x@evil.example", "a\nb", "a\u0000b", "\u0007"})
  void takesNoNameWithControlCharacters(String name) {
    Map<String, Object> form =
        Map.of("email", "x@garden.example", "firstName", name, "lastName", "x", "role", "Member");
    assertThat(ADMIN.post("/api/admin/users", form).expect(400).errors("firstName")).isNotEmpty();
    Map<String, Object> place = Map.of("name", name, "type", "Room", "maxCapacity", 2);
    assertThat(ADMIN.post("/api/sleeping-accommodations", place).expect(400).errors("name"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.example\r\nBcc: x@evil.example",
        "a@b.example,c@d.example",
        "<a@b.example>",
        "a b@c.example"
      })
  void takesNoAddressThatIsMoreThanOne(String email) {
    Map<String, Object> form =
        Map.of("email", email, "firstName", "Ida", "lastName", "Igel", "role", "Member");
    assertThat(ADMIN.post("/api/admin/users", form).expect(400).errors("email")).hasSize(1);
    assertThat(
            ADMIN
                .post("/api/admin/email-settings/test", Map.of("to", email))
                .expect(400)
                .errors("to"))
        .hasSize(1);
  }
}
