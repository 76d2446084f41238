package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.contract.FreshDatabase;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import family.garden.platform.database.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that a newer version has migrated, as after a rollback. */
class NewerSchemaIT {
  private static final int NEWER = Schema.VERSION + 1;
  private static final String HISTORY =
      "SELECT t::text FROM flyway_schema_history t ORDER BY installed_rank";

  private final FreshDatabase database = TestDatabase.shared().fresh();
  private final Books books = new Books(database);

  @BeforeEach
  void aNewerProgramWasHere() throws SQLException {
    assertThat(Ended.of(GardenServer.on(database).command("migrate")).exitCode()).isZero();
    books.execute(
        """
        INSERT INTO flyway_schema_history
            (installed_rank, version, description, type, script, installed_by, execution_time, success)
        VALUES (999, '%1$d', 'of the future', 'SQL', 'V%1$d.sql', 'future', 1, true)
        """
            .formatted(NEWER));
  }

  private void worksFrom(int version) throws SQLException {
    books.execute("UPDATE schema_compatibility SET works_from = " + version);
  }

  @Test
  void whatStillSuitsIsServedAndLeftAsItIs() throws SQLException {
    worksFrom(Schema.VERSION);
    books.execute("ALTER TABLE accommodation ADD COLUMN colour text NOT NULL DEFAULT 'green'");
    List<String> before = books.column(HISTORY);
    try (GardenServer server = GardenServer.on(database).start()) {
      assertThat(server.output())
          .containsOnlyOnce("schema version " + NEWER + ", which still suits");
      server
          .people()
          .administrator()
          .api()
          .post(
              "/api/sleeping-accommodations",
              Map.of("name", "Turm", "type", "Room", "maxCapacity", 4))
          .expect(201);
      assertThat(server.api().get("/api/version").expect(200).body().path("schema").asInt())
          .isEqualTo(Schema.VERSION);
    }
    assertThat(books.column("SELECT colour FROM accommodation")).containsExactly("green");
    assertThat(books.column(HISTORY)).isEqualTo(before);
  }

  @Test
  void migrateHasNothingToDoWhereItStillSuits() throws SQLException {
    worksFrom(Schema.VERSION);
    List<String> before = books.column(HISTORY);
    Ended ended = Ended.of(GardenServer.on(database).command("migrate"));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(books.column(HISTORY)).isEqualTo(before);
  }

  @Test
  void whatDoesNotSuitIsRefusedAndNotTouched() throws SQLException {
    worksFrom(NEWER);
    refused();
  }

  @Test
  void whatTellsNothingIsRefusedAndNotTouched() throws SQLException {
    books.execute("DROP TABLE schema_compatibility");
    refused();
  }

  private void refused() throws SQLException {
    List<String> before = books.column(HISTORY);
    for (String command : List.of("serve", "migrate", "demo")) {
      Ended ended = Ended.of(GardenServer.on(database).command(command));
      assertThat(ended.exitCode()).as(command).isEqualTo(69);
      assertThat(ended.output())
          .contains("schema version " + NEWER, "newer program", "Nothing was changed")
          .doesNotContain("Exception");
    }
    assertThat(books.column(HISTORY)).isEqualTo(before);
    assertThat(books.column("SELECT id FROM member")).isEmpty();
  }

  @Test
  void theProgramTellsWithoutADatabaseWhatItsMigrationsLeave() throws SQLException {
    FreshDatabase own = TestDatabase.shared().fresh();
    assertThat(Ended.of(GardenServer.on(own).command("migrate")).exitCode()).isZero();
    String worksFrom =
        new Books(own).column("SELECT works_from FROM schema_compatibility").getFirst();
    Ended ended =
        Ended.of(
            GardenServer.on(own)
                .without("BOOKING_DATABASE_URL")
                .without("BOOKING_SECRET")
                .command("schema"));
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.output())
        .isEqualTo("{\"version\":%d,\"worksFrom\":%s}".formatted(Schema.VERSION, worksFrom));
  }
}
