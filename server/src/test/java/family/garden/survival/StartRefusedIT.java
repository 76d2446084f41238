package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.Launch;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server refuses to start with a wrong configuration, says why, and changes nothing. */
class StartRefusedIT {
  private static final int UNUSABLE_DATABASE = 69;
  private static final int WRONG_CONFIGURATION = 78;
  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";

  private final FreshDatabase database = TestDatabase.shared().fresh();

  private static Ended run(Launch launch) {
    return Ended.of(launch);
  }

  @Test
  void everyProblemOfTheConfigurationIsReportedAtOnce() throws SQLException {
    Ended ended =
        run(
            GardenServer.on(database)
                .env("BOOKING_SECRET", "tooshort-4711")
                .env("BOOKING_PORT", "eighty")
                .env("BOOKING_MANAGEMENT_PORT", "70000")
                .env("BOOKING_ZONE", "Europe/Gartenstadt")
                .env("BOOKING_PUBLIC_URL", "garden")
                .env("BOOKING_DATABASE_URL", "postgres://gerda:sesame-4712@localhost/garden")
                .env("BOOKING_REDIS_URL", "http://:sesame-4713@localhost")
                .env("BOOKING_ADMIN_PASSWORD", "rose-4714")
                .env("BOOKING_DATABASE_POOL", "0")
                .without("BOOKING_DATABASE_PASSWORD"));
    assertThat(ended.exitCode()).isEqualTo(WRONG_CONFIGURATION);
    assertThat(ended.output())
        .contains(
            "BOOKING_SECRET:",
            "BOOKING_PORT:",
            "BOOKING_MANAGEMENT_PORT:",
            "BOOKING_ZONE:",
            "BOOKING_PUBLIC_URL:",
            "BOOKING_DATABASE_URL:",
            "BOOKING_DATABASE_POOL:",
            "BOOKING_DATABASE_PASSWORD:",
            "BOOKING_REDIS_URL:",
            "BOOKING_ADMIN_PASSWORD:")
        .doesNotContain("4711", "4712", "4713", "4714")
        .doesNotContain("Exception");
    assertThat(new Books(database).column(TABLES)).as("tables made").isEmpty();
  }

  @Test
  void aWrongPasswordIsReportedAtOnceAndNotRepeated() throws IOException, SQLException {
    try (TestDatabase own = TestDatabase.own()) {
      FreshDatabase strict = own.fresh();
      askForPasswords(strict);
      Ended ended =
          run(GardenServer.on(strict).env("BOOKING_DATABASE_PASSWORD", "wrong-password-4711"));
      assertThat(ended.exitCode()).isEqualTo(UNUSABLE_DATABASE);
      assertThat(ended.output())
          .contains("Tried to use the database", "password authentication failed", strict.user())
          .doesNotContain("4711");
    }
  }

  private static void askForPasswords(FreshDatabase database) throws IOException, SQLException {
    Books superuser = new Books(new FreshDatabase(database.jdbcUrl(), "postgres", ""));
    Path rules = Path.of(superuser.column("SHOW hba_file").getFirst());
    Files.writeString(rules, "host all postgres all trust\nhost all all all scram-sha-256\n");
    superuser.execute("SELECT pg_reload_conf()");
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    for (String setting : List.of("BOOKING_PORT", "BOOKING_MANAGEMENT_PORT")) {
      try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.ofLiteral("0.0.0.0"))) {
        String port = Integer.toString(occupied.getLocalPort());
        Ended ended = run(GardenServer.on(database).env(setting, port));
        assertThat(ended.exitCode()).as(setting).isNotZero();
        assertThat(ended.output()).contains(port).containsPattern("in use|bound");
        assertThat(ended.output()).as("no stack trace").doesNotContain("\tat ");
      }
    }
  }

  @Test
  void migrateMayBeRepeated() throws SQLException {
    for (int i = 0; i < 2; i++) {
      assertThat(run(GardenServer.on(database).command("migrate")).exitCode()).isZero();
    }
    assertThat(
            new Books(database).column("SELECT version FROM flyway_schema_history WHERE success"))
        .doesNotHaveDuplicates()
        .isNotEmpty();
  }

  @Test
  void twoMayMigrateAtOnce() throws SQLException {
    List<Ended> both = Storm.atOnce(2, i -> run(GardenServer.on(database).command("migrate")));
    assertThat(both).as(both.toString()).allMatch(ended -> ended.exitCode() == 0);
    assertThat(
            new Books(database).column("SELECT version FROM flyway_schema_history WHERE success"))
        .doesNotHaveDuplicates()
        .isNotEmpty();
  }

  @Test
  void anEasilyGuessedPasswordOfTheFirstAdministratorIsNamed() {
    FreshDatabase fresh = TestDatabase.shared().fresh();
    for (String weak : List.of("1234567890", "gerda.garden")) {
      Ended ended = run(GardenServer.on(fresh).env("BOOKING_ADMIN_PASSWORD", weak));
      assertThat(ended.exitCode()).isEqualTo(WRONG_CONFIGURATION);
      assertThat(ended.output())
          .contains("BOOKING_ADMIN_PASSWORD: easily guessed", "four words")
          .doesNotContain(weak, "serves at");
    }
    try (GardenServer server = GardenServer.on(fresh).start()) {
      server.people().administrator();
    }
    // Once there is an administrator the setting is not looked at any more.
    GardenServer.on(fresh).env("BOOKING_ADMIN_PASSWORD", "1234567890").start().close();
  }

  @Test
  void secretsComeFromFilesToo(@TempDir Path folder) throws IOException {
    Path secret =
        Files.writeString(folder.resolve("secret"), "a secret in a file ".repeat(3) + "\n");
    Path admin = Files.writeString(folder.resolve("admin"), Launch.ADMIN_PASSWORD + "\n");
    Path password = Files.writeString(folder.resolve("password"), database.password() + "\n");
    try (GardenServer server =
        GardenServer.on(database)
            .without("BOOKING_SECRET")
            .env("BOOKING_SECRET_FILE", secret.toString())
            .without("BOOKING_ADMIN_PASSWORD")
            .env("BOOKING_ADMIN_PASSWORD_FILE", admin.toString())
            .without("BOOKING_DATABASE_PASSWORD")
            .env("BOOKING_DATABASE_PASSWORD_FILE", password.toString())
            .start()) {
      server.people().administrator();
    }
  }

  @Test
  void aSecretFileThatIsNotThereIsNamed(@TempDir Path folder) {
    Ended ended =
        run(
            GardenServer.on(database)
                .without("BOOKING_SECRET")
                .env("BOOKING_SECRET_FILE", folder.resolve("nowhere").toString()));
    assertThat(ended.exitCode()).isEqualTo(WRONG_CONFIGURATION);
    assertThat(ended.output()).contains("BOOKING_SECRET_FILE", "nowhere");
  }

  @Test
  void anUnknownVerbIsRefused() {
    Ended ended = run(GardenServer.on(database).command("dance"));
    assertThat(ended.exitCode()).isEqualTo(64);
    assertThat(ended.output()).contains("dance", "serve, migrate, demo and schema");
  }
}
