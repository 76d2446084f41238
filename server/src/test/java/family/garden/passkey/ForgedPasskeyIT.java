package family.garden.passkey;

import static family.garden.passkey.PasskeyCalls.add;
import static family.garden.passkey.PasskeyCalls.logIn;
import static family.garden.passkey.PasskeyCalls.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import family.garden.contract.Answer;
import family.garden.contract.Json;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What authenticators, pages and eavesdroppers might try. */
class ForgedPasskeyIT {
  private static final String HOME = "http://localhost:4711";

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_PUBLIC_URL", HOME));

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("another page", phone -> phone.origin = "https://evil.example"),
        lie("another port", phone -> phone.origin = "http://localhost:4712"),
        lie("without TLS or with", phone -> phone.origin = "https://localhost:4711"),
        lie("for another site", phone -> phone.rpId = "evil.example"),
        lie("the owner was not recognised", phone -> phone.recognises = false));
  }

  private static Arguments lie(String what, Consumer<Authenticator> change) {
    return Arguments.of(what, change);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void refusesToAdd(String what, Consumer<Authenticator> change) {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    change.accept(phone);
    assertThat(add(anna, phone, what).expect(400).errors("credential")).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void refusesToLetIn(String what, Consumer<Authenticator> change) {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, what).expect(201);
    logIn(GARDEN.api(), phone).expect(200);
    change.accept(phone);
    logIn(GARDEN.api(), phone).expect(401);
  }

  @Test
  void takesAChallengeOnceEvenAfterAFailure() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    JsonNode options = GARDEN.api().post("/api/auth/passkey/options").expect(200).body();
    phone.origin = "https://evil.example";
    post(phone.get(options)).expect(401);
    phone.origin = HOME;
    post(phone.get(options)).expect(401);
    logIn(GARDEN.api(), phone).expect(200);
  }

  /** A stranger who knows the id of a passkey neither waits for its owner nor delays them. */
  @Test
  void refusesWithoutALockOnThePasskey() throws SQLException {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    JsonNode options = GARDEN.api().post("/api/auth/passkey/options").expect(200).body();
    post(phone.get(options)).expect(200);
    try (Connection owner = GARDEN.database().connect();
        Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      statement.execute("SELECT 1 FROM passkey FOR UPDATE");
      post(phone.get(options)).expect(401);
      owner.rollback();
    }
  }

  @Test
  void takesAChallengeOnlyInTime() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    JsonNode options = GARDEN.api().post("/api/auth/passkey/options").expect(200).body();
    assertThat(
            GARDEN
                .sql()
                .one(
                    "SELECT max(expires_at) < now() + interval '301 s' FROM one_time_token"
                        + " WHERE purpose = 'PasskeyLogin'"))
        .isEqualTo("t");
    GARDEN.sql().run("UPDATE one_time_token SET expires_at = now() - interval '1 s'");
    post(phone.get(options)).expect(401);
  }

  @Test
  void takesNoChallengeOfAnotherPurposeOrPersonOrOwnMaking() {
    Person anna = GARDEN.member("Anna");
    Person bruno = GARDEN.member("Bruno");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    post(phone.get(options(anna).expect(200).body())).expect(401);
    ObjectNode made = (ObjectNode) GARDEN.api().post("/api/auth/passkey/options").body();
    post(phone.get(made.put("challenge", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")))
        .expect(401);

    Authenticator laptop = new Authenticator(HOME);
    JsonNode annas = options(anna).expect(200).body();
    Map<String, ?> body = Map.of("name", "Laptop", "credential", laptop.create(annas));
    bruno.api().post("/api/me/passkeys", body).expect(400);
    anna.api().post("/api/me/passkeys", body).expect(400);
    ObjectNode request = (ObjectNode) options(anna).expect(200).body();
    request.set(
        "challenge", GARDEN.api().post("/api/auth/passkey/options").body().path("challenge"));
    anna.api()
        .post("/api/me/passkeys", Map.of("name", "x", "credential", laptop.create(request)))
        .expect(400);
  }

  @Test
  void refusesAKeyThatCountsBackwards() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    phone.count = 5;
    add(anna, phone, "Telefon").expect(201);
    phone.count = 7;
    logIn(GARDEN.api(), phone).expect(200);
    logIn(GARDEN.api(), phone).expect(401);
    phone.count = 6;
    logIn(GARDEN.api(), phone).expect(401);
    assertThat(GARDEN.server().output()).contains("counts backwards");
    phone.count = 8;
    logIn(GARDEN.api(), phone).expect(200);
  }

  @Test
  void refusesAKeyThatIsAnothersOrNobodys() {
    Person anna = GARDEN.member("Anna");
    Person bruno = GARDEN.member("Bruno");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    add(bruno, phone, "Annas Telefon").expect(409);
    phone.callOwner(new byte[32]);
    String refused = logIn(GARDEN.api(), phone).expect(401).text();
    Authenticator unknown = new Authenticator(HOME);
    unknown.callOwner(new byte[32]);
    assertThat(logIn(GARDEN.api(), unknown).expect(401).text()).isEqualTo(refused);
  }

  @Test
  void refusesASignatureThatWasAltered() {
    Person anna = GARDEN.member("Anna");
    Authenticator phone = new Authenticator(HOME);
    add(anna, phone, "Telefon").expect(201);
    for (String field : new String[] {"signature", "authenticatorData", "clientDataJSON"}) {
      JsonNode options = GARDEN.api().post("/api/auth/passkey/options").expect(200).body();
      ObjectNode credential = (ObjectNode) Json.read(Json.write(phone.get(options)));
      ObjectNode response = (ObjectNode) credential.path("response");
      String honest = response.path(field).asText();
      // The middle, which is neither a header nor padding.
      int at = honest.length() / 2;
      char other = honest.charAt(at) == 'A' ? 'B' : 'A';
      response.put(field, honest.substring(0, at) + other + honest.substring(at + 1));
      GARDEN.api().post("/api/auth/passkey", Map.of("credential", credential)).expect(401);
    }
  }

  private static Answer post(Map<String, Object> credential) {
    return GARDEN.api().post("/api/auth/passkey", Map.of("credential", credential));
  }
}
