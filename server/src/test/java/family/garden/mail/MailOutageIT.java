package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Letter;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.Stay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two copies of the service, one outbox, and a mail server that stops and starts. */
class MailOutageIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  static {
    GARDEN.anotherServer(launch -> launch);
  }

  @Test
  void losesNothingAndSendsEachLetterOnce() {
    Person anna = GARDEN.member("Anna");
    UUID place = GARDEN.place("Wiese", 50);
    MAIL.awaitAllSent(GARDEN);
    MAIL.shut();
    for (int i = 0; i < 4; i++) {
      GARDEN.book(anna, Stay.in(place, 3 + i, 1, 1));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> waiting("attempts > 0") > 0 && waiting("attempts = 0") == 0);
    assertThat(waiting("true")).isEqualTo(8);
    assertThat(GARDEN.sql().everything()).doesNotContain("Deine Anfrage", "Wiese (1)");
    assertThat(GARDEN.server().output()).doesNotContain(anna.email());

    MAIL.open();
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters(anna.email(), "Deine Anfrage"))
        .hasSize(4)
        .extracting(Letter::subject)
        .doesNotHaveDuplicates();
    assertThat(MAIL.letters(GARDEN.administrator().email(), "Anfrage von Anna")).hasSize(4);
  }

  @Test
  void sendsWhatWasPutOffWhileTheClockWasAhead() {
    Person clara = GARDEN.member("Clara");
    MAIL.awaitAllSent(GARDEN);
    MAIL.shut();
    GARDEN.book(clara, Stay.in(GARDEN.place("Wiese", 50), 3, 1, 1));
    await().atMost(Duration.ofSeconds(30)).until(() -> waiting("attempts = 0") == 0);
    GARDEN.sql().run("UPDATE outbox SET next_attempt = next_attempt + interval '1 year'");
    MAIL.open();
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters(clara.email(), "Deine Anfrage")).hasSize(1);
  }

  @Test
  void sendsEachLetterOnceWhileTwoServersEmptyTheOutbox() {
    Person bruno = GARDEN.member("Bruno");
    UUID place = GARDEN.place("Wiese", 50);
    for (int i = 0; i < 20; i++) {
      GARDEN.book(bruno, Stay.in(place, 3 + i, 1, 1));
    }
    MAIL.awaitAllSent(GARDEN);
    List<Letter> letters = MAIL.letters(bruno.email(), "Deine Anfrage");
    assertThat(letters).hasSize(20).extracting(Letter::messageId).doesNotHaveDuplicates();
    assertThat(letters).extracting(Letter::subject).doesNotHaveDuplicates();
  }

  private static int waiting(String condition) {
    return Integer.parseInt(GARDEN.sql().one("SELECT count(*) FROM outbox WHERE " + condition));
  }
}
