package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Letter;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.ReadCalendar;
import family.garden.contract.garden.ReadCalendar.Event;
import family.garden.contract.garden.Stay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The calendar files in letters, and who gets a letter about a cancellation. */
class CalendarMailIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);
  private static final Api ADMIN = GARDEN.administrator().api();

  @Test
  void everyLetterAboutABookingBringsItsDates() {
    Person anna = GARDEN.member("Änne");
    Stay stay = Stay.in(GARDEN.place("Großes Zelt, hinten", 9), 3, 2, 2).noting("Hund;\nKatze");
    UUID id = GARDEN.book(anna, stay).id();
    String path = "/api/bookings/" + id;
    anna.api().put(path, stay.later(1)).expect(200);
    ADMIN.ifMatch("*").post(path + "/accept").expect(204);
    anna.api().post(path + "/cancel").expect(204);
    UUID refused = GARDEN.book(anna, stay.later(5)).id();
    ADMIN
        .ifMatch("*")
        .post("/api/bookings/" + refused + "/reject", Map.of("reason", "x"))
        .expect(204);
    MAIL.awaitAllSent(GARDEN);

    assertThat(describe(anna, "Deine Anfrage", id)).isEqualTo("PUBLISH TENTATIVE 1");
    assertThat(describe(anna, "Geändert", id)).isEqualTo("PUBLISH TENTATIVE 2");
    assertThat(describe(anna, "Bestätigt", id)).isEqualTo("PUBLISH CONFIRMED 3");
    assertThat(describe(anna, "Storniert", id)).isEqualTo("CANCEL CANCELLED 4");
    assertThat(describe(anna, "Abgelehnt", refused)).isEqualTo("CANCEL CANCELLED 2");
    Event accepted = event(letter(anna, "Bestätigt"));
    assertThat(accepted.value("DTSTART"))
        .isEqualTo(stay.later(1).startDate().format(DateTimeFormatter.BASIC_ISO_DATE));
    assertThat(accepted.value("LOCATION")).isEqualTo("Großes Zelt, hinten (2)");
    assertThat(accepted.value("DESCRIPTION")).isEqualTo("Hund;\nKatze");
    assertThat(accepted.value("ORGANIZER")).isEqualTo("mailto:" + MailServer.SENDER);
    Letter decide = MAIL.awaitLetter(GARDEN.administrator().email(), "Anfrage von Änne");
    assertThat(decide.calendar()).isEmpty();
  }

  private static String describe(Person person, String subject, UUID booking) {
    Letter letter = letter(person, subject);
    assertThat(letter.text()).startsWith("Hallo ");
    ReadCalendar calendar = ReadCalendar.of(letter.calendar());
    Event event = event(letter);
    assertThat(event.value("UID")).isEqualTo(booking + "@booking");
    String method = calendar.value("METHOD");
    assertThat(letter.calendarType())
        .startsWith("text/calendar")
        .contains("charset=UTF-8", "method=" + method);
    return method + " " + event.value("STATUS") + " " + event.value("SEQUENCE");
  }

  private static Letter letter(Person person, String subject) {
    return MAIL.letters(person.email(), subject).getFirst();
  }

  private static Event event(Letter letter) {
    return ReadCalendar.of(letter.calendar()).events().getFirst();
  }

  @Test
  void administratorsHearWhenAMemberCancels() {
    Person berta = GARDEN.member("Berta");
    UUID place = GARDEN.place("Turm", 9);
    UUID hers = GARDEN.book(berta, Stay.in(place, 3, 2, 2)).id();
    berta.api().post("/api/bookings/" + hers + "/cancel").expect(204);
    UUID alsoHers = GARDEN.book(berta, Stay.in(place, 9, 2, 2)).id();
    ADMIN.post("/api/bookings/" + alsoHers + "/cancel").expect(204);
    MAIL.awaitAllSent(GARDEN);
    List<Letter> heard = MAIL.letters(GARDEN.administrator().email(), "Storniert von Berta");
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().text()).contains("Turm (2)");
    assertThat(MAIL.letters(berta.email(), "Storniert")).hasSize(2);
  }

  @Test
  void theCalendarWaitsSealedAndBesideTheLetter() {
    Person clara = GARDEN.member("Clara");
    MAIL.awaitAllSent(GARDEN);
    MAIL.shut();
    GARDEN.book(clara, Stay.in(GARDEN.place("Turm", 9), 3, 2, 2).noting("streng geheim"));
    assertThat(GARDEN.sql().everything().replaceAll("(?m)^booking(_event)? .*$", ""))
        .doesNotContain("streng geheim")
        .doesNotContain("VEVENT");
    // As an older version, which attaches no calendar, stored it.
    GARDEN.sql().run("UPDATE outbox SET sealed_calendar = NULL");
    MAIL.open();
    MAIL.awaitAllSent(GARDEN);
    Letter plain = letter(clara, "Deine Anfrage");
    assertThat(plain.calendar()).isEmpty();
    assertThat(plain.type()).startsWith("text/plain");
  }
}
