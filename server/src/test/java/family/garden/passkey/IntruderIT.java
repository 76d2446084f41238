package family.garden.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import family.garden.contract.garden.Stay;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody registers with another's address, is approved, and settles in; then the owner comes. */
class IntruderIT {
  private static final String HOME = "http://localhost:4711";
  private static final String THIEFS = "known to the thief";
  private static final String OWNERS = "only the owner knows";

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_PUBLIC_URL", HOME));

  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);
  private static final Person ANNA = GARDEN.member("Anna");

  private final String email = UUID.randomUUID() + "@garden.example";
  private final Authenticator passkey = new Authenticator(HOME);

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  /** What the intruder holds. */
  private record Loot(Person thief, String feed) {}

  private Loot settleIn() {
    GARDEN
        .api()
        .post(
            "/api/auth/register",
            Map.of("email", email, "password", THIEFS, "firstName", "Theo", "lastName", "Dieb"))
        .expect(202);
    String id = GARDEN.sql().one("SELECT id FROM member WHERE email = ?", email);
    GARDEN.administrator().api().post("/api/admin/users/" + id + "/approve").expect(204);
    Person thief = GARDEN.people().logIn(email, THIEFS);
    PasskeyCalls.add(thief, passkey, "Dietrich").expect(201);
    String url = thief.api().post("/api/me/calendar-feed").expect(201).body().path("url").asText();
    Stay taken = Stay.in(GARDEN.place("Turm " + id, 2), 3, 2, 2);
    GARDEN.book(ANNA, taken);
    thief.api().post("/api/waiting", taken).expect(201);
    String feed = URI.create(url).getPath();
    GARDEN.api().get(feed).expect(200);
    return new Loot(thief, feed);
  }

  @Test
  void goesWhenTheOwnerSetsAPasswordByALetter() {
    Loot loot = settleIn();
    resetByLetter(1);
    assertThatNothingOpens(loot);
    Person owner = GARDEN.people().logIn(email, OWNERS);
    assertThat(MAIL.awaitLetter(email, "jetzt deine").text()).contains("Warteliste");

    // Only the first proof removes anything: what the owner sets up afterwards stays.
    assertThat(owner.id()).isEqualTo(loot.thief().id());
    Stay taken = Stay.in(GARDEN.place("Stube " + owner.id(), 1), 3, 2, 1);
    GARDEN.book(ANNA, taken);
    owner.api().post("/api/waiting", taken).expect(201);
    resetByLetter(2);
    assertThat(waitingPlaces(owner.id())).hasSize(1);
  }

  @Test
  void goesWhenTheOwnerConfirmsTheAddress() {
    Loot loot = settleIn();
    verify(GARDEN.api(), MAIL.awaitLetter(email, "bestätige").token());
    assertThatNothingOpens(loot);
    // The letter lets the owner choose a new password.
    assertThat(MAIL.awaitLetter(email, "jetzt deine").text()).contains("/forgot-password");
    resetByLetter(1);
    GARDEN.people().logIn(email, OWNERS);
  }

  /** The intruder waits for the owner to register, and does so too before the link is opened. */
  @Test
  void neverComesInByRegisteringBesideTheOwner() {
    register("Rosa", OWNERS);
    String first = MAIL.awaitLetter(email, "bestätige").token();
    register("Theo", THIEFS);
    String second = MAIL.awaitLetter(email, "Wähle dein Passwort").token();
    GARDEN.api().post("/api/auth/verify-email", Map.of("token", first)).expect(400);
    reset(second).expect(204);
    String id = GARDEN.sql().one("SELECT id FROM member WHERE email = ?", email);
    GARDEN.administrator().api().post("/api/admin/users/" + id + "/approve").expect(204);
    register("Theo", THIEFS);
    GARDEN.api().post("/api/auth/login", Map.of("email", email, "password", THIEFS)).expect(401);
    Person owner = GARDEN.people().logIn(email, OWNERS);
    assertThat(owner.api().get("/api/me").expect(200).body().path("firstName").asText())
        .isEqualTo("Rosa");
  }

  private void register(String firstName, String password) {
    GARDEN
        .api()
        .post(
            "/api/auth/register",
            Map.of("email", email, "password", password, "firstName", firstName, "lastName", "Rot"))
        .expect(202);
  }

  @Test
  void keepsWhatIsSetUpWhereTheSamePersonConfirms() {
    Loot own = settleIn();
    String token = MAIL.awaitLetter(email, "bestätige").token();
    verify(GARDEN.api().cookie(own.thief().token()), token);
    own.thief().api().get("/api/me").expect(200);
    GARDEN.api().get(own.feed()).expect(200);
    PasskeyCalls.logIn(GARDEN.api(), passkey).expect(200);
    assertThat(GARDEN.sql().one("SELECT email_proven FROM member WHERE email = ?", email))
        .isEqualTo("t");
  }

  @Test
  void goesAlsoFromAnAddressThatWasProvenBefore() {
    Person bruno = GARDEN.member("Bruno");
    Authenticator another = new Authenticator(HOME);
    PasskeyCalls.add(bruno, another, "Dietrich").expect(201);
    String url = bruno.api().post("/api/me/calendar-feed").expect(201).body().path("url").asText();
    heardOfForgetting(bruno.email());
    reset(MAIL.awaitLetter(bruno.email(), "neues Passwort").token()).expect(204);
    bruno.api().get("/api/me").expect(401);
    PasskeyCalls.logIn(GARDEN.api(), another).expect(401);
    GARDEN.api().get(URI.create(url).getPath()).expect(404);
    MAIL.awaitLetter(bruno.email(), "wurde ersetzt");
  }

  private void assertThatNothingOpens(Loot loot) {
    Api thief = loot.thief().api();
    thief.get("/api/me").expect(401);
    GARDEN.api().post("/api/auth/login", Map.of("email", email, "password", THIEFS)).expect(401);
    PasskeyCalls.logIn(GARDEN.api(), passkey).expect(401);
    GARDEN.api().get(loot.feed()).expect(404);
    assertThat(waitingPlaces(loot.thief().id())).isEmpty();
    for (String table : List.of("session", "passkey", "calendar_feed", "oidc_identity")) {
      assertThat(
              GARDEN
                  .sql()
                  .one("SELECT count(*) FROM " + table + " WHERE member_id = ?", loot.thief().id()))
          .as(table)
          .isEqualTo("0");
    }
  }

  private static List<String> waitingPlaces(UUID member) {
    return GARDEN.sql().column("SELECT id FROM waiting WHERE member_id = ?", member);
  }

  private void resetByLetter(int number) {
    heardOfForgetting(email);
    String token =
        await()
            .atMost(Duration.ofSeconds(40))
            .until(() -> MAIL.letters(email, "neues Passwort"), letters -> letters.size() == number)
            .getLast()
            .token();
    reset(token).expect(204);
  }

  private static void heardOfForgetting(String address) {
    GARDEN.api().post("/api/auth/forgot-password", Map.of("email", address)).expect(202);
  }

  private static Answer reset(String token) {
    return GARDEN
        .api()
        .post("/api/auth/reset-password", Map.of("token", token, "password", OWNERS));
  }

  private static void verify(Api api, String token) {
    api.post("/api/auth/verify-email", Map.of("token", token)).expect(204);
  }
}
