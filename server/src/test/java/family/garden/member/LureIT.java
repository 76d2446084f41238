package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody registers with another's address and a name that is an advert. */
class LureIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  private final String email = UUID.randomUUID() + "@garden.example";

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Win at casino.example",
        "https://casino.example/x",
        "www.casino",
        "casino．example",
        "casino。example",
        "ca\u200bsino\u2060.example",
        "mail me: a@casino.example",
        "a＠casino",
        "Anna\u202eelpmaxe.onisac",
        "Anna\u2066x\u2069",
        "Anna\u200b",
        "Anna\u2028Casino",
        "\u200fAnna"
      })
  void isRefused(String name) {
    for (String field : new String[] {"firstName", "lastName"}) {
      Answer refused = GARDEN.api().post("/api/auth/register", form(field, name)).expect(400);
      assertThat(refused.errors(field)).isNotEmpty();
    }
    MAIL.awaitAllSent(GARDEN);
    assertThat(MAIL.letters(email, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dr. Änne",
        "J. R. R.",
        "O’Neill-Grün",
        "Zoë \"Zo\" Ünal 🌻",
        "می\u200cخواهم",
        "St. Anna 2."
      })
  void letsNamesBe(String name) {
    GARDEN.api().post("/api/auth/register", form("firstName", name)).expect(202);
    assertThat(MAIL.awaitLetter(email, "bestätige").text()).startsWith("Hallo " + name + ",");
  }

  @Test
  void isRefusedLaterTooUntilTheAddressIsProven() {
    Person anna = GARDEN.member("Anna");
    Map<String, String> lure = Map.of("firstName", "casino.example");
    anna.api().patch("/api/me", lure).expect(200);
    GARDEN.sql().run("UPDATE member SET email_proven = false WHERE id = ?", anna.id());
    Api api = anna.api();
    assertThat(api.patch("/api/me", lure).expect(400).errors("firstName")).hasSize(1);
    assertThat(
            api.patch("/api/me", Map.of("firstName", "a\u202eb")).expect(400).errors("firstName"))
        .isNotEmpty();
  }

  @Test
  void readsInALetterAsItIs() {
    Person anna = GARDEN.member("Anna");
    GARDEN
        .sql()
        .run("UPDATE member SET first_name = ? WHERE id = ?", "An\u202ena\u2069", anna.id());
    GARDEN.api().post("/api/auth/forgot-password", Map.of("email", anna.email())).expect(202);
    assertThat(MAIL.awaitLetter(anna.email(), "neues Passwort").text()).startsWith("Hallo Anna,");
  }

  private Map<String, String> form(String field, String value) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "email", email,
                "password", "dahlias by the gate",
                "firstName", "Rosa",
                "lastName", "Rot"));
    form.put(field, value);
    return form;
  }
}
