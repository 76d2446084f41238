package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.config.SettingsFile;
import family.garden.ops.containers.Volume;
import family.garden.ops.database.Postgres;
import family.garden.ops.disk.Durable;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The running database of the stack and its volumes. */
final class LiveDatabase {
  static final String SERVICE = "database";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Settings settings;
  private final Engine engine;

  LiveDatabase(Settings settings) {
    this.settings = settings;
    this.engine = new Engine(settings);
  }

  Engine engine() {
    return engine;
  }

  PsqlSession session() throws OpsException {
    return PsqlSession.open(psql());
  }

  Command psql() {
    return engine.feeding(SERVICE, Postgres.psql());
  }

  boolean answers() throws OpsException {
    return Processes.run(program(Postgres.query("SELECT 1")), LIMIT).isSuccess();
  }

  /** A program of PostgreSQL beside the running database. */
  Command program(String... arguments) {
    return engine.in(SERVICE, arguments);
  }

  String image() throws OpsException {
    return named("BOOKING_DATABASE_IMAGE")
        .orElseThrow(
            () ->
                OpsException.refused(
                    "find the image of the database",
                    "there is no BOOKING_DATABASE_IMAGE in " + settings.places().images(),
                    "Deploy a release first."));
  }

  /** The image of the server that people get; empty where none was deployed. */
  Optional<String> serverImage() throws OpsException {
    return named(colour().setting("IMAGE"));
  }

  private Optional<String> named(String setting) throws OpsException {
    Path images = settings.places().images();
    return Files.exists(images)
        ? Optional.ofNullable(SettingsFile.read(images).get(setting))
            .filter(image -> !image.isEmpty())
        : Optional.empty();
  }

  /** The password of the service; refused if it has characters that no statement may have. */
  String servicePassword() throws OpsException {
    Path file = settings.places().secrets().resolve("database-password");
    String password = Durable.read(file).orElse("").strip();
    if (!password.matches("[A-Za-z0-9+/=_-]+")) {
      throw OpsException.refused(
          "read the password of the database in " + file,
          "it is missing, or has other characters than A-Z a-z 0-9 + / = _ -",
          "Put it right.");
    }
    return password;
  }

  /** Removes all containers of scratch databases. The caller holds the lock of the backups. */
  void removeSandboxes() throws OpsException {
    SandboxContainer.removeAll(engine, settings.stack());
  }

  Site server() {
    return Site.direct(settings, colour());
  }

  private Colour colour() {
    return new Switch(settings.places().live()).live();
  }

  String volume(String name) {
    return settings.stack() + "_" + name;
  }

  boolean hasVolume(String name) throws OpsException {
    return Processes.run(engine.call("volume", "inspect", volume(name)), LIMIT).isSuccess();
  }

  /** Where a volume lies on this machine. */
  Path mountpoint(String name) throws OpsException {
    return new Volume(engine, volume(name))
        .folder()
        .orElseThrow(
            () ->
                OpsException.refused(
                    "find the volume " + volume(name),
                    "there is none",
                    "See whether the stack was ever started."));
  }

  int majorVersion(String image) throws OpsException {
    return Postgres.major(
        Processes.ask(
            engine.databaseVersion(image),
            LIMIT,
            "ask the image of the database for its version",
            "See whether it is there."));
  }
}
