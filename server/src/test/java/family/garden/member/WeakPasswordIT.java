package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wherever a password is chosen, one that is easily guessed is refused with a sentence that helps.
 */
class WeakPasswordIT {
  private static final String GOOD = "dahlias by the gate";

  @AutoClose private static final Garden GARDEN = Garden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  /** One whose name is no common word. */
  private final String email = "zwiebelkuchen-" + UUID.randomUUID() + "@garden.example";

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "          ", "zwiebelkuchen", "Zwiebelkuchen1", "EMAIL"})
  void isRefusedEverywhere(String typed) {
    String weak = typed.equals("EMAIL") ? email : typed;
    Answer invited = GARDEN.people().invite(email, "Ida");
    refused(
        GARDEN.api(),
        "POST /api/auth/accept-invitation",
        "password",
        Map.of("token", People.token(invited), "password", weak));
    GARDEN
        .api()
        .post(
            "/api/auth/accept-invitation", Map.of("token", People.token(invited), "password", GOOD))
        .expect(200);
    Person ida = GARDEN.people().logIn(email, GOOD);
    refused(
        ida.api(),
        "PUT /api/me/password",
        "newPassword",
        Map.of("currentPassword", GOOD, "newPassword", weak));

    GARDEN.api().post("/api/auth/forgot-password", Map.of("email", email)).expect(202);
    String token = MAIL.awaitLetter(email, "neues Passwort").token();
    refused(
        GARDEN.api(),
        "POST /api/auth/reset-password",
        "password",
        Map.of("token", token, "password", weak));
    // The refusal does not use up the link.
    GARDEN
        .api()
        .post("/api/auth/reset-password", Map.of("token", token, "password", "hedgehogs at dusk"))
        .expect(204);

    refused(
        GARDEN.api(),
        "POST /api/auth/register",
        "password",
        Map.of("email", email, "password", weak, "firstName", "Ida", "lastName", "Igel"));
  }

  private static void refused(Api api, String call, String field, Map<String, String> body) {
    String[] parts = call.split(" ", 2);
    for (String language : new String[] {"de", "en"}) {
      Api reader = api.language(language);
      Answer answer =
          (parts[0].equals("PUT") ? reader.put(parts[1], body) : reader.post(parts[1], body))
              .expect(400);
      assertThat(answer.errors(field)).as(call).hasSize(1);
      assertThat(answer.errors(field).get(0).asText())
          .contains(language.equals("de") ? "vier Wörter" : "four words");
    }
  }
}
