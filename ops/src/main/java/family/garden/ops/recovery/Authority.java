package family.garden.ops.recovery;

import family.garden.ops.config.Settings;
import family.garden.ops.containers.Volume;
import family.garden.ops.engine.Engine;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The garden's own authority, certificate and key: what the members' devices trust. It lies in the
 * volume "ca" of the stack; a recovery sheet brings it back as a file of the secrets' folder, from
 * which the first deploy takes it.
 */
public final class Authority {
  /** In the folder of the secrets. */
  static final String FILE = "authority.pem";

  private Authority() {}

  /** Where a recovery sheet puts it. */
  public static Path broughtBack(Settings settings) {
    return settings.places().secrets().resolve(FILE);
  }

  /** The authority that devices trust now; empty where none was made yet. */
  static Optional<String> read(Settings settings) throws OpsException {
    Optional<Path> folder = new Volume(new Engine(settings), settings.stack() + "_ca").folder();
    return folder.isEmpty() ? Optional.empty() : read(folder.get());
  }

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
