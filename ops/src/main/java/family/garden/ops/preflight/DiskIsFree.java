package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.result.Sizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Whether there is room for images, for backups and for the state of bookingctl. */
record DiskIsFree(Settings settings, Engine engine) implements DeployCheck {
  @Override
  public Finding look() throws OpsException {
    String images =
        Processes.ask(
            engine.call("info", "--format", "{{.DockerRootDir}}"),
            Duration.ofSeconds(20),
            "ask where the images lie",
            "Start the engine.");
    Path fullest = settings.places().state();
    long least = Long.MAX_VALUE;
    for (Path path :
        List.of(Path.of(images), settings.places().state(), settings.places().backups())) {
      long free = free(path);
      if (free < least) {
        least = free;
        fullest = path;
      }
    }
    long needed = settings.deploys().diskReserve() * 1_000_000L;
    return least >= needed
        ? ok(Sizes.format(least) + " are free")
        : urgent(
            "%s are free at %s, and %s should be"
                .formatted(Sizes.format(least), fullest, Sizes.format(needed)),
            "Remove what is not needed: bookingctl prune, bookingctl backup prune.");
  }

  private static long free(Path path) throws OpsException {
    Path there =
        Stream.iterate(path.toAbsolutePath(), p -> p != null, Path::getParent)
            .filter(Files::exists)
            .findFirst()
            .orElse(Path.of("/"));
    try {
      return Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      throw OpsException.refused(
          "see how much of " + path + " is free", e.toString(), "See whether the disk is well.");
    }
  }
}
