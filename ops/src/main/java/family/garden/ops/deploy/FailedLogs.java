package family.garden.ops.deploy;

import family.garden.ops.containers.Containers;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * The logs of versions that failed, in the folder failed-logs of the state folder: the container is
 * gone when the keeper wants to know why.
 */
final class FailedLogs {
  private static final int LINES = 300;
  private static final int MOST_CHARACTERS = 100_000;
  private static final int KEPT = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private FailedLogs() {}

  /** Keeps the log of the server that is to be removed; the first start's link is for root only. */
  static Optional<Path> keep(DeployContext context) {
    if (context.plan().operation().keepsServer()) {
      return Optional.empty();
    }
    try {
      Containers containers = context.containers();
      String service = context.newColour().service();
      if (!containers.of(service).exists()) {
        return Optional.empty();
      }
      String log = containers.log(service, LINES);
      Path folder = Private.folder(context.stateFolder().resolve("failed-logs"));
      Path file =
          folder.resolve(
              "%s-%s.log"
                  .formatted(
                      TIME.format(context.plan().startedAt()),
                      context.plan().release().version().text()));
      Private.write(file, log.substring(Math.max(0, log.length() - MOST_CHARACTERS)));
      List<Path> all = Folders.in(folder);
      for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
        Folders.delete(old);
      }
      return Optional.of(file);
    } catch (OpsException e) {
      context.progress().warn("its log could not be kept: " + e.getMessage());
      return Optional.empty();
    }
  }
}
