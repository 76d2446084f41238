package family.garden.access;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.Api;
import family.garden.contract.People.Person;
import family.garden.contract.garden.Garden;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A session that nobody uses ends before its time. */
class IdleSessionIT {
  @AutoClose private static final Garden GARDEN = Garden.open();

  @Test
  void endsWhatWasNotUsedForEightHours() {
    Person anna = GARDEN.member("Anna");
    lastUsed(anna, "7 hours 55 minutes");
    anna.api().get("/api/me").expect(200);

    lastUsed(anna, "8 hours 1 minute");
    anna.api().get("/api/me").expect(401);
    Api browser = GARDEN.api().cookie(anna.token());
    browser.get("/api/me").expect(401);
    assertThat(browser.get("/api/auth/methods").expect(200).body().path("signedIn").asBoolean())
        .isFalse();
    Person again = GARDEN.people().logIn(anna.email(), anna.password());
    assertThat(again.api().get("/api/me/sessions").expect(200).body()).hasSize(1);
  }

  @Test
  void livesOnByUse() {
    Person anna = GARDEN.member("Anna");
    lastUsed(anna, "7 hours");
    anna.api().get("/api/me").expect(200);
    assertThat(usedWithin(anna, "1 minute")).isTrue();
  }

  @Test
  void writesTheTimeOfUseOnceInSomeMinutesOnly() {
    Person anna = GARDEN.member("Anna");
    lastUsed(anna, "4 minutes");
    anna.api().get("/api/me").expect(200);
    assertThat(usedWithin(anna, "1 minute")).isFalse();

    lastUsed(anna, "6 minutes");
    anna.api().get("/api/me").expect(200);
    assertThat(usedWithin(anna, "1 minute")).isTrue();
  }

  /** A clock that was ahead has left a time that is to come. */
  @Test
  void correctsATimeOfUseThatIsToCome() {
    Person anna = GARDEN.member("Anna");
    lastUsed(anna, "-3 hours");
    anna.api().get("/api/me").expect(200);
    assertThat(usedWithin(anna, "1 minute")).isTrue();
  }

  /** What ends the session at this moment, say, keeps no reader waiting. */
  @Test
  void waitsForNobodyToWriteTheTimeOfUse() throws SQLException {
    Person anna = GARDEN.member("Anna");
    lastUsed(anna, "6 minutes");
    try (Connection other = GARDEN.database().connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("UPDATE session SET browser = 'x' WHERE member_id = '" + anna.id() + "'");
      anna.api().get("/api/me").expect(200);
      other.rollback();
    }
    assertThat(usedWithin(anna, "1 minute")).isFalse();
    anna.api().get("/api/me").expect(200);
    assertThat(usedWithin(anna, "1 minute")).isTrue();
  }

  private static void lastUsed(Person person, String ago) {
    GARDEN
        .sql()
        .run(
            "UPDATE session SET last_used_at = now() - CAST(? AS interval) WHERE member_id = ?",
            ago,
            person.id());
  }

  private static boolean usedWithin(Person person, String interval) {
    return GARDEN
        .sql()
        .one(
            """
            SELECT abs(extract(epoch FROM now() - last_used_at))
                   < extract(epoch FROM CAST(? AS interval))
            FROM session WHERE member_id = ?
            """,
            interval,
            person.id())
        .equals("t");
  }
}
