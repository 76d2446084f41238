package family.garden.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Api;
import family.garden.contract.garden.Garden;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The service is killed while it hands a letter to the mail server. */
class MailCrashIT {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @AutoClose private final Garden garden = Garden.open();
  @AutoClose private final ScriptedMailServer mail = new ScriptedMailServer();

  @Test
  void sendsALetterOnceThatWasClaimedByACopyThatDied() {
    Api admin = garden.administrator().api();
    admin.put("/api/admin/email-settings", mail.hangAt("RCPT").settings()).expect(200);
    admin
        .post(
            "/api/admin/users",
            Map.of(
                "email", "anna@garden.example",
                "firstName", "Anna",
                "lastName", "Igel",
                "role", "Member"))
        .expect(201);
    await().atMost(TIMEOUT).until(() -> mail.commands("RCPT").size() == 1);
    garden.server().kill();
    mail.answer("RCPT", "250 ok");
    // Ends the claim, which would last for minutes.
    int claimed =
        garden
            .sql()
            .run(
                """
                UPDATE outbox SET claimed_until = claimed_until - interval '1 hour',
                    next_attempt = next_attempt - interval '1 hour'
                WHERE claimed_until > now()
                """);
    assertThat(claimed).isEqualTo(1);
    garden.anotherServer(launch -> launch);
    garden.anotherServer(launch -> launch);
    await()
        .atMost(TIMEOUT)
        .until(() -> garden.sql().one("SELECT count(*) FROM outbox").equals("0"));
    assertThat(mail.letters()).hasSize(1);
  }
}
