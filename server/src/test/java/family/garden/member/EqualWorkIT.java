package family.garden.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import family.garden.contract.garden.MailServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server does the same for an address that it knows as for one that it does not know. */
class EqualWorkIT {
  @AutoClose private static final Garden GARDEN = Garden.open();
  @AutoClose private static final MailServer MAIL = MailServer.of(GARDEN);

  private final String email = UUID.randomUUID() + "@garden.example";

  @BeforeEach
  void begin() {
    GARDEN.forgiveAttempts();
    MAIL.shut();
  }

  /**
   * A server that reads one of these tables before it answers would wait for the lock, and fail.
   */
  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/forgot-password", "/api/auth/resend-verification"})
  void answersBeforeItLooksForAnybody(String path) throws SQLException {
    Person anna = GARDEN.member("Anna");
    int before = tokens();
    try (Connection connection = GARDEN.database().connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("LOCK TABLE member, one_time_token, outbox IN ACCESS EXCLUSIVE MODE");
      GARDEN.api().post(path, Map.of("email", anna.email())).expect(202);
      GARDEN.api().post(path, Map.of("email", email)).expect(202);
      connection.rollback();
    }
    // Waits for the work after the answer, so that another test does not count it.
    await().atMost(Duration.ofSeconds(40)).until(() -> tokens() > before);
  }

  @ParameterizedTest
  @EnumSource(names = "Erased", mode = EnumSource.Mode.EXCLUDE)
  void writesAsMuchForAKnownAddress(Status state) {
    int nobodys = written(email);
    String known = "known-" + email;
    GARDEN
        .sql()
        .run(
            """
            INSERT INTO member (id, email, first_name, last_name, role, status, language, created_at)
            VALUES (gen_random_uuid(), ?, 'Rosa', 'Rot', 'Member', ?, 'de', now())
            """,
            known,
            state.name());
    assertThat(written(known)).isEqualTo(nobodys);
  }

  @Test
  void writesALetterAndATokenForEachRegistration() {
    assertThat(written(email)).isEqualTo(2);
  }

  /** The number of letters and tokens that a registration with this address stores. */
  private static int written(String address) {
    int before = rows();
    GARDEN
        .api()
        .post(
            "/api/auth/register",
            Map.of(
                "email", address,
                "password", "dahlias by the gate",
                "firstName", "Rosa",
                "lastName", "Rot"))
        .expect(202);
    return rows() - before;
  }

  private static int tokens() {
    return Integer.parseInt(GARDEN.sql().one("SELECT count(*) FROM one_time_token"));
  }

  private static int rows() {
    return Integer.parseInt(
        GARDEN
            .sql()
            .one("SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM one_time_token)"));
  }
}
