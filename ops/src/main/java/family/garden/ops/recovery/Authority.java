package family.garden.ops.recovery;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The garden's own authority, certificate and key: what the members' devices trust. It lies in the
 * volume "ca" of the stack; a recovery sheet brings it back as a file of the secrets' folder, from
 * which the first deploy takes it.
 */
public final class Authority {
  /** In the folder of the secrets. */
  static final String FILE = "authority.pem";

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Authority() {}

  /** Where a recovery sheet puts it. */
  public static Path broughtBack(Settings settings) {
    return settings.places().secrets().resolve(FILE);
  }

  /**
   * The one that devices trust now; empty where none was made yet.
   *
   * @throws OpsException if the engine does not answer or the volume cannot be read
   */
  static Optional<String> read(Settings settings) throws OpsException {
    Engine engine = new Engine(settings);
    String volume = settings.stack() + "_ca";
    ProcessResult place =
        Processes.run(
            engine.call("volume", "inspect", "--format", "{{.Mountpoint}}", volume), LIMIT);
    if (!place.isDone() && place.stderr().toLowerCase(Locale.ROOT).contains("no such volume")) {
      return Optional.empty();
    }
    return read(
        Path.of(
            place
                .expectSuccess("find the volume " + volume, "See whether the engine is started.")
                .strip()));
  }

  /** From the folder of the volume. */
  static Optional<String> read(Path folder) throws OpsException {
    Path certificate = folder.resolve("ca.crt");
    Path key = folder.resolve("ca.key");
    if (!Files.exists(certificate) || !Files.exists(key)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(certificate) + Files.readString(key));
    } catch (IOException e) {
      throw OpsException.refused(
          "read the authority in " + folder, e.toString(), "Run it with sudo.");
    }
  }
}
