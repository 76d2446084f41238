package family.garden.ops.containers;

import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A volume of this stack.
 *
 * @param name as the engine knows it, like {@code booking_database}
 */
public record Volume(Engine engine, String name) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * The folder of this machine that holds it; empty where there is no such volume.
   *
   * @throws OpsException if the engine does not answer
   */
  public Optional<Path> folder() throws OpsException {
    try {
      return Optional.of(
          Path.of(
              Processes.ask(
                  engine.call("volume", "inspect", "--format", "{{.Mountpoint}}", name),
                  LIMIT,
                  "find the volume " + name,
                  "See whether the engine is started, and the stack was ever started.")));
    } catch (OpsException e) {
      if (e.because().toLowerCase(Locale.ROOT).contains("no such volume")) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
