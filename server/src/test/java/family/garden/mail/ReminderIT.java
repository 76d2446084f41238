package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.GardenServer;
import family.garden.contract.Launch;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.Stay;
import family.garden.contract.garden.Stay.Beds;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Reminders three days before a stay, sent by two servers in a time zone where it is about noon.
 */
class ReminderIT {
  private static final ZoneOffset ZONE = zoneWhereItIsNoon();

  @AutoClose private static final Garden GARDEN = Garden.open(ReminderIT::often);
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);
  private static final GardenServer OTHER = GARDEN.anotherServer(ReminderIT::often);
  private static final UUID PLACE = GARDEN.place("Turm", 99);

  private static Launch often(Launch launch) {
    return launch.env("BOOKING_ZONE", ZONE.getId()).flag("-Dbooking.reminder.round=PT0.1S");
  }

  private static ZoneOffset zoneWhereItIsNoon() {
    return ZoneOffset.ofHours(12 - ZonedDateTime.now(ZoneOffset.UTC).getHour());
  }

  @Test
  void remindsOnceOfWhatWasSettledLongAgo() {
    assertThat(OTHER.isAlive()).isTrue();
    Person late = GARDEN.member("Lea");
    accepted(late, 2);
    Person pending = GARDEN.member("Paul");
    age(GARDEN.book(pending, stay(3)).id());
    Person cancelled = GARDEN.member("Cora");
    UUID gone = accepted(cancelled, 3);
    cancelled.api().post("/api/bookings/" + gone + "/cancel").expect(204);
    age(gone);
    Person far = GARDEN.member("Fritz");
    age(accepted(far, 4));
    Person today = GARDEN.member("Tom");
    age(accepted(today, 0));

    Person due = GARDEN.member("Dora");
    UUID hers = accepted(due, 3);
    age(hers);
    awaitReminder(hers);
    assertThat(MAIL.awaitLetter(due.email(), "Bald im Garten").text())
        .startsWith("Hallo Dora,")
        .contains("(2 Nächte)", "Turm (1)");
    Person missed = GARDEN.member("Moritz");
    UUID his = accepted(missed, 1);
    age(his);
    awaitReminder(his);

    // A round that began after all of the above has ended: it reminded of Moritz.
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters(missed.email(), "Bald im Garten")).hasSize(1);
    assertThat(MAIL.letters(due.email(), "Bald im Garten")).hasSize(1);
    for (Person other : List.of(late, pending, cancelled, far, today)) {
      assertThat(MAIL.letters(other.email(), "Bald im Garten")).isEmpty();
    }
  }

  @Test
  void remindsAgainOfAnotherDay() {
    Person emil = GARDEN.member("Emil");
    UUID booking = accepted(emil, 3);
    age(booking);
    awaitReminder(booking);
    GARDEN.administrator().api().put("/api/bookings/" + booking, stay(2)).expect(200);
    age(booking);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                GARDEN
                    .sql()
                    .one("SELECT count(*) FROM reminder WHERE booking_id = ?", booking)
                    .equals("2"));
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters(emil.email(), "Bald im Garten")).hasSize(2);
  }

  @Test
  void leavesThoseAloneWhoWantNoReminders() {
    Person ruth = GARDEN.member("Ruth");
    ruth.api().patch("/api/me", Map.of("reminded", false)).expect(200);
    UUID hers = accepted(ruth, 3);
    age(hers);
    Person dora = GARDEN.member("Dora");
    UUID due = accepted(dora, 3);
    age(due);
    awaitReminder(due);
    assertThat(GARDEN.sql().column("SELECT 1 FROM reminder WHERE booking_id = ?", hers)).isEmpty();
    assertThat(MAIL.awaitLetter(dora.email(), "Bald im Garten").text())
        .contains("Erinnerungen lassen sich im Profil abschalten.");

    ruth.api().patch("/api/me", Map.of("reminded", true)).expect(200);
    awaitReminder(hers);
  }

  private static UUID accepted(Person person, int ahead) {
    UUID booking = GARDEN.book(person, stay(ahead)).id();
    GARDEN.accept(booking);
    return booking;
  }

  private static Stay stay(int ahead) {
    LocalDate start = LocalDate.now(ZONE).plusDays(ahead);
    return new Stay(start, start.plusDays(2), null, List.of(new Beds(PLACE, 1)));
  }

  /** As if the booking had not changed for a week. */
  private static void age(UUID booking) {
    GARDEN
        .sql()
        .run(
            "UPDATE booking SET updated_at = updated_at - interval '7 days' WHERE id = ?", booking);
  }

  private static void awaitReminder(UUID booking) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                !GARDEN
                    .sql()
                    .column("SELECT 1 FROM reminder WHERE booking_id = ?", booking)
                    .isEmpty());
  }
}
