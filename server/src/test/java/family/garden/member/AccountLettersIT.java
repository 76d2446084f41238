package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Answer;
import family.garden.contract.People;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.Letter;
import family.garden.contract.garden.MailServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each letter that a person can request, in each state of the account: the test follows its link to
 * the end.
 */
class AccountLettersIT {
  private static final String HOME = "http://localhost:4711";
  private static final Pattern LINK = Pattern.compile(HOME + "(/[a-z-]*)(#token=(\\S+))?");
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  @AutoClose
  private static final Garden GARDEN =
      Garden.open(launch -> launch.env("BOOKING_PUBLIC_URL", HOME));

  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);
  private static final Person ANNA = GARDEN.member("Anna");
  private static final String PASSWORD = ANNA.password();
  private static final String STRANGERS = "four words that differ";

  private final String email = UUID.randomUUID() + "@garden.example";

  /** The requests that make the server write a letter. */
  enum Trigger {
    REGISTER("/api/auth/register"),
    RESEND("/api/auth/resend-verification"),
    FORGOT("/api/auth/forgot-password"),
    INVITE("/api/admin/users");

    private final String path;

    Trigger(String path) {
      this.path = path;
    }
  }

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
  }

  /** Every state there is, and nobody (null), with every letter. */
  static Stream<Arguments> statesAndTriggers() {
    List<@Nullable Status> states = new ArrayList<>(Arrays.asList(Status.values()));
    states.add(null);
    return states.stream()
        .flatMap(
            state -> Arrays.stream(Trigger.values()).map(trigger -> Arguments.of(state, trigger)));
  }

  @ParameterizedTest
  @MethodSource("statesAndTriggers")
  void leadsOn(@Nullable Status state, Trigger trigger) {
    boolean known = state != null && state != Status.Erased;
    if (state != null) {
      bringTo(state);
    }
    boolean invitable = state == Status.Invited || state == Status.Revoked;
    if (trigger == Trigger.INVITE && known && !invitable) {
      // The administrator has the person in the list already, and the answer names the status.
      assertThat(post(trigger).expect(409).errors("email")).hasSize(1);
      return;
    }
    post(trigger);
    if (!known && (trigger == Trigger.RESEND || trigger == Trigger.FORGOT)) {
      // An unknown address gets no letter.
      GARDEN.people().invite("next-" + email, "Ida");
      MAIL.awaitLetter("next-" + email, "Einladung");
      assertThat(MAIL.letters(email, "")).isEmpty();
      return;
    }
    boolean in = follow(letters(1).getLast(), 1);
    boolean lockedOut = state == Status.Revoked && trigger != Trigger.INVITE;
    assertThat(in).isEqualTo(state != Status.Rejected && !lockedOut);
  }

  /** Whether the person is in at the end of the letter's link. */
  private boolean follow(Letter letter, int read) {
    Matcher link = LINK.matcher(letter.text());
    if (!link.find()) {
      assertThat(letter.text()).contains("Verwaltung");
      return false;
    }
    Map<String, String> body = Map.of("token", String.valueOf(link.group(3)), "password", PASSWORD);
    switch (link.group(1)) {
      case "/forgot-password" -> {
        post(Trigger.FORGOT);
        return follow(letters(read + 1).getLast(), read + 1);
      }
      case "/verify-email" ->
          GARDEN.api().post("/api/auth/verify-email", Map.of("token", link.group(3))).expect(204);
      case "/reset-password" -> GARDEN.api().post("/api/auth/reset-password", body).expect(204);
      case "/invitation" -> GARDEN.api().post("/api/auth/accept-invitation", body).expect(200);
      default -> throw new AssertionError("A letter leads to " + link.group(1));
    }
    GARDEN.people().logIn(email, PASSWORD);
    return true;
  }

  @Test
  void leadsTheOwnerToAPasswordWhereAStrangerRegistersToo() {
    post(Trigger.REGISTER);
    String first = letters(1).getLast().token();
    registerAsStranger();
    Letter second = letters(2).getLast();
    assertThat(second.text()).contains("/reset-password");
    GARDEN.api().post("/api/auth/verify-email", Map.of("token", first)).expect(400);
    assertThat(follow(second, 2)).isTrue();
    refusesTheStranger();
    assertThat(GARDEN.sql().one("SELECT status || last_name FROM member WHERE email = ?", email))
        .isEqualTo("PendingRot");
  }

  @Test
  void leadsOnAgainWhereTheLetterToChooseAPasswordIsLost() {
    post(Trigger.REGISTER);
    letters(1);
    registerAsStranger();
    letters(2);
    post(Trigger.RESEND);
    assertThat(follow(letters(3).getLast(), 3)).isTrue();
    refusesTheStranger();
  }

  @Test
  void changesNothingByAnotherApplicationWhereNoLetterMayBeWritten() {
    post(Trigger.REGISTER);
    Letter only = letters(1).getLast();
    assertThat(GARDEN.sql().run("UPDATE rate_limit SET attempts = 10 WHERE scope = 'Letters'"))
        .isPositive();
    registerAsStranger();
    assertThat(follow(only, 1)).isTrue();
    refusesTheStranger();
    assertThat(MAIL.letters(email, "Passwort")).isEmpty();
  }

  private void registerAsStranger() {
    Map<String, String> form =
        Map.of("email", email, "password", STRANGERS, "firstName", "Theo", "lastName", "Dieb");
    GARDEN.api().post("/api/auth/register", form).expect(202);
    refusesTheStranger();
  }

  private void refusesTheStranger() {
    GARDEN.api().post("/api/auth/login", Map.of("email", email, "password", STRANGERS)).expect(401);
  }

  @Test
  void keepsTheLinkThatTheAdministratorPassedOn() {
    Answer invited = post(Trigger.INVITE);
    for (int i = 0; i < 3; i++) {
      post(Trigger.FORGOT);
      letters(i + 2);
    }
    assertThat(
            GARDEN
                .sql()
                .one(
                    "SELECT count(*) FROM one_time_token WHERE member_id = ?"
                        + " AND purpose = 'Invitation'",
                    invited.id()))
        .isEqualTo("2");
    GARDEN
        .api()
        .post(
            "/api/auth/accept-invitation",
            Map.of("token", People.token(invited), "password", PASSWORD))
        .expect(200);
  }

  @Test
  void waitsForApprovalAfterAResetBeforeTheAddressWasConfirmed() {
    post(Trigger.REGISTER);
    letters(1);
    post(Trigger.FORGOT);
    follow(letters(2).getLast(), 2);
    assertThat(GARDEN.sql().one("SELECT status FROM member WHERE email = ?", email))
        .isEqualTo("Pending");
    MAIL.awaitLetter(GARDEN.administrator().email(), "Neue Registrierung: Rosa Rot");
  }

  private List<Letter> letters(int count) {
    return await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                MAIL.letters(email, "").stream()
                    // Letters also report what was done; only requested letters have a link.
                    .filter(letter -> !letter.subject().matches(".*(ersetzt|jetzt deine).*"))
                    .toList(),
            found -> found.size() >= count);
  }

  private Answer post(Trigger trigger) {
    Map<String, String> body =
        switch (trigger) {
          case REGISTER ->
              Map.of("email", email, "password", PASSWORD, "firstName", "Rosa", "lastName", "Rot");
          case INVITE -> Map.of("email", email, "firstName", "Rosa", "lastName", "Rot");
          case RESEND, FORGOT -> Map.of("email", email);
        };
    return (trigger == Trigger.INVITE ? GARDEN.administrator().api() : GARDEN.api())
        .post(trigger.path, body);
  }

  private void bringTo(Status state) {
    GARDEN
        .sql()
        .run(
            """
            INSERT INTO member (id, email, first_name, last_name, password_hash, role, status,
                                language, created_at, email_proven)
            SELECT gen_random_uuid(), CAST(? AS text), 'Rosa', 'Rot', CASE WHEN ? THEN password_hash END,
                   'Member', ?, 'de', now(), ?
            FROM member WHERE id = ?
            """,
            state == Status.Erased ? null : email,
            state != Status.Invited && state != Status.Erased,
            state.name(),
            state == Status.Pending || state == Status.Active,
            ANNA.id());
  }
}
