package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Letter;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.Stay;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The letters to those who wait. */
class WaitingMailIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  @Test
  void reportsAnOfferAndItsEnd() {
    Person anna = GARDEN.member("Anna");
    Person bo = GARDEN.member("Bo");
    bo.api().patch("/api/me", Map.of("language", "en")).expect(200);
    Stay stay = Stay.in(GARDEN.place("Großes Zelt", 2), 30, 2, 2);
    UUID booking = GARDEN.book(GARDEN.member("Olga"), stay).id();
    UUID annas = anna.api().post("/api/waiting", stay).expect(201).id();
    UUID bos = bo.api().post("/api/waiting", stay).expect(201).id();
    GARDEN.administrator().api().post("/api/bookings/" + booking + "/cancel").expect(204);

    Letter offer = MAIL.awaitLetter(anna.email(), "Frei geworden: " + format(stay, Locale.GERMAN));
    assertThat(offer.text())
        .startsWith("Hallo Anna,")
        .contains("(2 Nächte)", "Großes Zelt (2)", "/waiting")
        .contains("bis " + time(anna.api(), annas, "ccc d. MMM uuuu, HH:mm 'Uhr'", Locale.GERMAN));

    GARDEN
        .sql()
        .run("UPDATE waiting SET held_until = now() - interval '1 second' WHERE id = ?", annas);
    String lapsedAt = time(anna.api(), annas, "ccc d. MMM uuuu, HH:mm 'Uhr'", Locale.GERMAN);
    Letter end =
        MAIL.awaitLetter(anna.email(), "Angebot abgelaufen: " + format(stay, Locale.GERMAN));
    assertThat(end.text()).contains("bis " + lapsedAt, "Großes Zelt (2)", "/waiting");

    Letter english = MAIL.awaitLetter(bo.email(), "Free now: " + format(stay, Locale.ENGLISH));
    assertThat(english.text())
        .startsWith("Hello Bo,")
        .contains("(2 nights)", "Großes Zelt (2)", "/waiting")
        .contains("until " + time(bo.api(), bos, "ccc d MMM uuuu, HH:mm", Locale.ENGLISH));
    GARDEN
        .sql()
        .run("UPDATE waiting SET held_until = now() - interval '1 second' WHERE id = ?", bos);
    Letter over = MAIL.awaitLetter(bo.email(), "Offer lapsed: " + format(stay, Locale.ENGLISH));
    assertThat(over.text()).contains("get in line again", "/waiting");
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters(anna.email(), "Angebot abgelaufen")).hasSize(1);
    assertThat(MAIL.letters(anna.email(), "Frei geworden")).hasSize(1);
  }

  private static String format(Stay stay, Locale locale) {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(
            locale.equals(Locale.GERMAN) ? "ccc d. MMM uuuu" : "ccc d MMM uuuu", locale);
    return stay.startDate().format(format) + " → " + stay.endDate().format(format);
  }

  private static String time(Api owner, UUID entry, String pattern, Locale locale) {
    for (var one : owner.get("/api/waiting").expect(200).body()) {
      if (one.path("id").asText().equals(entry.toString())) {
        Instant until = Instant.parse(one.path("offeredUntil").asText());
        return ZonedDateTime.ofInstant(until, ZONE)
            .format(DateTimeFormatter.ofPattern(pattern, locale));
      }
    }
    throw new AssertionError("There is no such entry");
  }
}
