package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.access.Digest;
import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Letter;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.Stay;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationIT {
  private static final String PASSWORD = "dahlias by the gate";

  @AutoClose private static final Garden GARDEN = Garden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  @Test
  void leadsFromTheFormToABooking() {
    Answer heard = register("rosa@garden.example");
    assertThat(heard.text()).isEmpty();
    logIn("rosa@garden.example").expect(401);
    assertThat(waiting("rosa@garden.example").path("status").asText()).isEqualTo("Unverified");

    String token = MAIL.awaitLetter("rosa@garden.example", "bestätige").token();
    verify(token).expect(204);
    verify(token).expect(400);
    JsonNode rosa = waiting("rosa@garden.example");
    assertThat(rosa.path("status").asText()).isEqualTo("Pending");
    Letter requested = MAIL.awaitLetter(GARDEN.administrator().email(), "Neue Registrierung");
    assertThat(requested.subject()).contains("Rosa Rot");

    Api api = GARDEN.people().logIn("rosa@garden.example", PASSWORD).api();
    Stay stay = Stay.in(GARDEN.place("Turm", 2), 3, 2, 1);
    assertThat(api.post("/api/bookings", stay).expect(403).body().path("detail").asText())
        .contains("noch nicht freigegeben");
    GARDEN
        .administrator()
        .api()
        .post("/api/admin/users/" + rosa.path("id").asText() + "/approve")
        .expect(204);
    api.post("/api/bookings", stay).expect(201);
    MAIL.awaitLetter("rosa@garden.example", "Du kannst jetzt buchen");
  }

  @Test
  void answersTheSameForAKnownAddressAndWritesToItsOwner() {
    Person anna = GARDEN.member("Anna");
    Answer known = register(anna.email().toUpperCase(Locale.ROOT));
    assertThat(known.text()).isEqualTo(register("new@garden.example").text());
    Letter letter = MAIL.awaitLetter(anna.email(), "schon ein Konto");
    assertThat(letter.text()).contains("/forgot-password").contains("Anna");
    GARDEN.people().logIn(anna.email(), anna.password());
    logIn(anna.email()).expect(401);
  }

  @Test
  void sendsTheVerificationAgainAndVoidsTheFirst() {
    register("resi@garden.example");
    String first = MAIL.awaitLetter("resi@garden.example", "bestätige").token();
    heard("/api/auth/resend-verification", "Resi@Garden.example");
    String second = secondToken("resi@garden.example", "bestätige");
    assertThat(second).isNotEqualTo(first);
    verify(first).expect(400);
    verify(second).expect(204);
    heard("/api/auth/resend-verification", "resi@garden.example");
    heard("/api/auth/resend-verification", "nobody@garden.example");
    assertThat(
            GARDEN
                .sql()
                .column(
                    "SELECT purpose FROM one_time_token t JOIN member m"
                        + " ON m.id = t.member_id WHERE m.email = 'resi@garden.example'"))
        .isEmpty();
  }

  private static String secondToken(String to, String subject) {
    return org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> MAIL.letters(to, subject), letters -> letters.size() == 2)
        .getLast()
        .token();
  }

  @Test
  void resetsAForgottenPasswordOnce() {
    Person anna = GARDEN.member("Anna");
    heard("/api/auth/forgot-password", anna.email());
    heard("/api/auth/forgot-password", "nobody@garden.example");
    String token = MAIL.awaitLetter(anna.email(), "neues Passwort").token();
    assertThat(reset(token, "too short").expect(400).errors("password")).hasSize(1);
    reset(token, PASSWORD).expect(204);
    anna.api().get("/api/me").expect(401);
    logIn(anna.email()).expect(200);
    assertThat(reset(token, "something else again").expect(400).errors("token")).hasSize(1);
    logIn(anna.email()).expect(200);
  }

  @Test
  void takesNoTokenForAnotherPurposeNorAnExpiredOne() {
    Person anna = GARDEN.member("Anna");
    heard("/api/auth/forgot-password", anna.email());
    String token = MAIL.awaitLetter(anna.email(), "neues Passwort").token();
    verify(token).expect(400);
    GARDEN
        .api()
        .post("/api/auth/accept-invitation", Map.of("token", token, "password", PASSWORD))
        .expect(400);
    GARDEN
        .sql()
        .run(
            "UPDATE one_time_token SET expires_at = now() - interval '1 s' WHERE member_id = ?",
            anna.id());
    reset(token, PASSWORD).expect(400);
    GARDEN.people().logIn(anna.email(), anna.password());
  }

  @Test
  void takesNoTokenThatWasMadeWhileTheClockWasAhead() {
    Person anna = GARDEN.member("Anna");
    heard("/api/auth/forgot-password", anna.email());
    String token = MAIL.awaitLetter(anna.email(), "neues Passwort").token();
    GARDEN
        .sql()
        .run(
            "UPDATE one_time_token SET expires_at = expires_at + interval '1 year' WHERE member_id = ?",
            anna.id());
    reset(token, PASSWORD).expect(400);
  }

  @Test
  void keepsTokensAndPasswordsOnlyAsHashes() {
    register("hanna@garden.example");
    String token = MAIL.awaitLetter("hanna@garden.example", "bestätige").token();
    String tables = GARDEN.sql().everything();
    assertThat(tables)
        .contains(hex(Digest.of(token)))
        .doesNotContain(token, hex(token.getBytes(StandardCharsets.UTF_8)))
        .doesNotContain(PASSWORD)
        .contains("$argon2id$");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "email, not an address",
    "email, ''",
    "email, a@b@c",
    "password, 123456789",
    "firstName, ' '",
    "lastName, ''",
  })
  void namesTheFieldThatIsWrong(String field, String value) {
    Map<String, Object> form = new TreeMap<>(form("fine@garden.example"));
    form.put(field, value);
    assertThat(GARDEN.api().post("/api/auth/register", form).expect(400).errors(field)).hasSize(1);
  }

  @Test
  void countsCharactersOfAPasswordAndNotBytes() {
    Map<String, Object> form = new TreeMap<>(form("lang@garden.example"));
    String varied = "Öfen, Äpfel & Übermut: ".repeat(8);
    form.put("password", varied.substring(0, 128));
    GARDEN.api().post("/api/auth/register", form).expect(202);
    form.put("password", varied.substring(0, 129));
    GARDEN.api().post("/api/auth/register", form).expect(400);
  }

  @Test
  void writesInTheLanguageOfTheForm() {
    GARDEN
        .api()
        .language("en-GB,en;q=0.8")
        .post("/api/auth/register", form("emily@garden.example"))
        .expect(202);
    assertThat(MAIL.awaitLetter("emily@garden.example", "confirm").text()).startsWith("Hello Rosa");
  }

  private static Map<String, Object> form(String email) {
    return Map.of("email", email, "password", PASSWORD, "firstName", "Rosa", "lastName", "Rot");
  }

  private static Answer register(String email) {
    return GARDEN.api().post("/api/auth/register", form(email)).expect(202);
  }

  private static void heard(String path, String email) {
    assertThat(GARDEN.api().post(path, Map.of("email", email)).expect(202).text()).isEmpty();
  }

  private static Answer verify(String token) {
    return GARDEN.api().post("/api/auth/verify-email", Map.of("token", token));
  }

  private static Answer reset(String token, String password) {
    return GARDEN
        .api()
        .post("/api/auth/reset-password", Map.of("token", token, "password", password));
  }

  private static Answer logIn(String email) {
    return GARDEN.api().post("/api/auth/login", Map.of("email", email, "password", PASSWORD));
  }

  /** Somebody on the list of those who wait. */
  private static JsonNode waiting(String email) {
    for (JsonNode one :
        GARDEN.administrator().api().get("/api/admin/users?status=pending").expect(200).body()) {
      if (one.path("email").asText().equals(email)) {
        return one;
      }
    }
    throw new AssertionError(email + " does not wait");
  }
}
