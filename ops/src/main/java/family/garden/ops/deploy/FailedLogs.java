package family.garden.ops.deploy;

import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What a version wrote that failed, in the folder last-words of the state folder: its container is
 * gone when somebody wants to know why.
 */
final class FailedLogs {
  private static final int LINES = 300;
  private static final int MOST_CHARACTERS = 100_000;
  private static final int KEPT = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private FailedLogs() {}

  /**
   * Keeps those of the server that is to be removed; only root reads them, for the first start's
   * link may be among them.
   *
   * @return where; empty where there is no such server, or it cannot be asked
   */
  static Optional<Path> keep(DeployContext attempt) {
    if (attempt.journal().what().keepsServer()) {
      return Optional.empty();
    }
    try {
      Containers containers = attempt.containers();
      String service = attempt.fresh().service();
      if (containers.state(service).status().equals("gone")) {
        return Optional.empty();
      }
      String words = containers.written(service, LINES);
      Path folder = Private.folder(attempt.state().resolve("last-words"));
      Path file =
          folder.resolve(
              "%s-%s.log"
                  .formatted(
                      TIME.format(attempt.journal().began()),
                      attempt.journal().release().version().text()));
      Private.write(file, words.substring(Math.max(0, words.length() - MOST_CHARACTERS)));
      List<Path> all = Folders.in(folder);
      for (Path old : all.subList(0, Math.max(0, all.size() - KEPT))) {
        Folders.delete(old);
      }
      return Optional.of(file);
    } catch (OpsException e) {
      attempt.progress().warn("its last words are lost: " + e.getMessage());
      return Optional.empty();
    }
  }
}
