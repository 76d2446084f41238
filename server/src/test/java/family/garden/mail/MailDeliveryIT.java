package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.contract.Api;
import family.garden.contract.garden.Garden;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does with a letter when the mail server refuses it, fails or does not answer. */
class MailDeliveryIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(40);
  private static final String PATH = "/api/admin/email-settings";
  private static final String REFUSED = "/api/admin/refused-mail";

  @AutoClose private static final Garden GARDEN = Garden.open();
  private static final Api ADMIN = GARDEN.administrator().api();

  private final ScriptedMailServer mail = new ScriptedMailServer();

  @BeforeEach
  void begin() {
    GARDEN.sql().run("DELETE FROM outbox");
    GARDEN.sql().run("DELETE FROM refused_mail");
    ADMIN.put(PATH, mail.settings()).expect(200);
  }

  @AfterEach
  void end() {
    mail.close();
  }

  @Test
  void holdsNoLockWhileTheMailServerHangs() {
    mail.hangAt("DATA");
    invite("anna@garden.example");
    await().atMost(TIMEOUT).until(() -> mail.commands("DATA").size() == 1);
    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> rows("pg_stat_activity WHERE state LIKE 'idle in transaction%'") == 0);
    assertThat(rows("(SELECT 1 FROM outbox FOR UPDATE NOWAIT) letter")).isEqualTo(1);
    assertThat(rows("(SELECT 1 FROM email_settings FOR UPDATE NOWAIT) settings")).isEqualTo(1);
    ADMIN.put(PATH, mail.settings()).expect(200);
    assertThat(mail.commands("DATA")).as("still the one attempt").hasSize(1);
  }

  @Test
  void leavesAClaimedLetterToTheCopyThatClaimedIt() {
    mail.hangAt("RCPT TO:<anna@");
    invite("anna@garden.example");
    await().atMost(TIMEOUT).until(() -> mail.commands("RCPT").size() == 1);
    GARDEN.anotherServer(launch -> launch);
    invite("bruno@garden.example");
    await().atMost(TIMEOUT).until(() -> mail.letters().size() == 1);
    assertThat(mail.letters().getFirst()).contains("To: bruno@garden.example");
    int begun = mail.commands("RCPT TO:<anna@").size();
    // On a slow machine an attempt may have ended meanwhile, and the next one begun.
    int ended = Integer.parseInt(GARDEN.sql().one("SELECT max(attempts) FROM outbox"));
    assertThat(begun).as("attempts at one time").isLessThanOrEqualTo(ended + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.1.1 no such user",
        "551 moved away",
        "553 bad mailbox",
        "554 5.2.1 mailbox closed",
        "550 5.7.1 unwanted",
        "550 5.7.1 <anna@garden.example>: Delivery not authorized, message refused"
      })
  void endsALetterThatTheRecipientsServerRefusesForGood(String answer) {
    mail.answer("RCPT TO:<anna@", answer);
    invite("anna@garden.example");
    invite("bruno@garden.example");
    await().atMost(TIMEOUT).until(() -> rows("outbox") == 0);
    assertThat(mail.letters()).singleElement().asString().contains("To: bruno@garden.example");
    JsonNode refused = ADMIN.get(REFUSED).expect(200).body();
    assertThat(refused).hasSize(1);
    assertThat(refused.at("/0/address").asText()).isEqualTo("anna@garden.example");
    assertThat(refused.at("/0/subject").asText()).startsWith("Einladung");
    assertThat(refused.at("/0/replyCode").asText()).isEqualTo(answer.substring(0, 3));
    assertThat(health()).isEqualTo("UP");
    assertThat(GARDEN.sql().everything()).doesNotContain(answer.substring(4));
    assertThat(GARDEN.server().output()).doesNotContain("anna@garden.example");
    ADMIN.delete(REFUSED).expect(204);
    assertThat(ADMIN.get(REFUSED).body()).isEmpty();
  }

  @Test
  void endsALetterThatIsRefusedOnceItIsRead() {
    mail.answer(".", "554 5.7.1 spam");
    invite("anna@garden.example");
    await().atMost(TIMEOUT).until(() -> rows("outbox") == 0);
    assertThat(ADMIN.get(REFUSED).body()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RCPT 450 greylisted",
        "RCPT 530 5.7.0 log in first",
        "RCPT 554 5.7.1 Relay access denied",
        "RCPT 554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using dnsbl.example",
        "RCPT 550 5.7.1 Client was not authenticated",
        "RCPT 550 relay not permitted",
        ". 550 5.7.26 sender unauthenticated",
        "MAIL 550 not you",
        ". 451 later",
        "DATA 421 closing"
      })
  void goesOnTryingWhatMayGoThroughLater(String script) {
    String command = script.substring(0, script.indexOf(' '));
    mail.answer(command, script.substring(script.indexOf(' ') + 1));
    invite("anna@garden.example");
    await().atMost(TIMEOUT).until(() -> rows("outbox WHERE attempts > 1") == 1);
    assertThat(ADMIN.get(REFUSED).body()).isEmpty();
    GARDEN.sql().run("UPDATE outbox SET created_at = created_at - interval '1 hour'");
    await().atMost(TIMEOUT).until(() -> health().equals("DEGRADED"));
    mail.answer(command, command.equals("DATA") ? "354 go on" : "250 ok");
    ADMIN.put(PATH, mail.settings()).expect(200);
    await().atMost(TIMEOUT).until(() -> mail.letters().size() == 1 && health().equals("UP"));
  }

  /** No letter stays for ever, and the administrators see whom it was for. */
  @ParameterizedTest
  @ValueSource(strings = {"RCPT 554 5.7.1 Relay access denied", "RCPT 450 later", "MAIL 550 no"})
  void givesUpALetterAfterDays(String script) {
    String command = script.substring(0, script.indexOf(' '));
    mail.answer(command, script.substring(script.indexOf(' ') + 1));
    invite("anna@garden.example");
    await().atMost(TIMEOUT).until(() -> rows("outbox WHERE attempts > 0") == 1);
    GARDEN
        .sql()
        .run(
            "UPDATE outbox SET created_at = created_at - interval '5 days 1 hour',"
                + " attempts = 10, next_attempt = now()");
    await().atMost(TIMEOUT).until(() -> rows("outbox") == 0);
    JsonNode refused = ADMIN.get(REFUSED).expect(200).body();
    assertThat(refused).hasSize(1);
    assertThat(refused.at("/0/address").asText()).isEqualTo("anna@garden.example");
    assertThat(refused.at("/0/replyCode").asInt()).isBetween(450, 554);
    await().atMost(TIMEOUT).until(() -> health().equals("UP"));
  }

  /** A letter may have waited for days while the garden sent none. */
  @Test
  void triesAnOldLetterSeveralTimes() {
    mail.answer("RCPT", "450 later");
    invite("anna@garden.example");
    await().atMost(TIMEOUT).until(() -> rows("outbox WHERE attempts > 0") == 1);
    GARDEN
        .sql()
        .run(
            "UPDATE outbox SET created_at = created_at - interval '20 days', attempts = 0,"
                + " next_attempt = now()");
    await().atMost(TIMEOUT).until(() -> rows("outbox WHERE attempts = 0") == 0);
    assertThat(rows("outbox")).isEqualTo(1);
    mail.answer("RCPT", "250 ok");
    ADMIN.put(PATH, mail.settings()).expect(200);
    await().atMost(TIMEOUT).until(() -> mail.letters().size() == 1);
    assertThat(ADMIN.get(REFUSED).body()).isEmpty();
  }

  /** A letter that was written while the clock ran ahead is not old for years. */
  @Test
  void givesUpALetterAfterManyAttempts() {
    mail.answer("RCPT", "450 later");
    invite("anna@garden.example");
    await().atMost(TIMEOUT).until(() -> rows("outbox WHERE attempts > 0") == 1);
    GARDEN
        .sql()
        .run(
            "UPDATE outbox SET created_at = created_at + interval '9 years', attempts = 300,"
                + " next_attempt = now()");
    await().atMost(TIMEOUT).until(() -> rows("outbox") == 0);
    assertThat(ADMIN.get(REFUSED).body()).hasSize(1);
  }

  @Test
  void convertsDomainsWithUmlauts() {
    invite("hans@müller.example");
    await().atMost(TIMEOUT).until(() -> mail.letters().size() == 1);
    assertThat(mail.commands("RCPT")).containsExactly("RCPT TO:<hans@xn--mller-kva.example>");
    assertThat(mail.commands("MAIL").getFirst()).doesNotContain("SMTPUTF8");
  }

  @Test
  void asksForUtf8OnlyWhereAnAddressNeedsIt() {
    mail.answer("EHLO", "250-mail.example\r\n250-SMTPUTF8\r\n250 8BITMIME");
    invite("hänschen@müller.example");
    invite("anna@garden.example");
    await().atMost(TIMEOUT).until(() -> mail.letters().size() == 2);
    assertThat(mail.commands("RCPT")).contains("RCPT TO:<hänschen@xn--mller-kva.example>");
    assertThat(mail.commands("MAIL").stream().filter(sent -> sent.contains("SMTPUTF8"))).hasSize(1);
  }

  @Test
  void endsALetterWhoseAddressTheMailServerCannotTake() {
    invite("hänschen@garden.example");
    await().atMost(TIMEOUT).until(() -> rows("outbox") == 0);
    assertThat(mail.commands("RCPT")).isEmpty();
    assertThat(ADMIN.get(REFUSED).body().at("/0/address").asText())
        .isEqualTo("hänschen@garden.example");
  }

  private void invite(String email) {
    ADMIN
        .post(
            "/api/admin/users",
            Map.of("email", email, "firstName", "Ida", "lastName", "Igel", "role", "Member"))
        .expect(201);
  }

  private int rows(String of) {
    return Integer.parseInt(GARDEN.sql().one("SELECT count(*) FROM " + of));
  }

  private String health() {
    for (JsonNode check : GARDEN.api().get("/api/health").body().path("checks")) {
      if (check.path("name").asText().equals("mail")) {
        return check.path("status").asText();
      }
    }
    throw new AssertionError("Health does not tell of mail");
  }
}
