package family.garden.ops.doctor;

import family.garden.ops.backup.Backups;
import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.containers.Volume;
import family.garden.ops.disk.Folders;
import family.garden.ops.engine.Engine;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether old data of a restore takes room on the disk. */
final class OldDataCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    if (status.containers().isEmpty()) {
      return;
    }
    Optional<Path> folder =
        new Volume(new Engine(settings), settings.stack() + "_database").folder();
    if (folder.isEmpty()) {
      return;
    }
    if (!Files.isReadable(folder.get())) {
      throw OpsException.refused(
          "look into " + folder.get(),
          "this user may not",
          "Run it as root: sudo bookingctl doctor.");
    }
    found.addAll(judge(settings, folder.get()));
  }

  List<Finding> judge(Settings settings, Path folder) throws OpsException {
    List<Path> all = Folders.in(folder);
    if (Backups.quietly(settings).isAtWork()) {
      // A restore that is under way makes such folders, and takes them away again.
      return List.of();
    }
    // The live data is in a folder named by PostgreSQL's version.
    boolean isLiveHere = all.stream().anyMatch(OldDataCheck::isLive);
    return all.stream()
        .filter(each -> !isLive(each))
        .map(each -> isLiveHere ? old(each) : only(each, folder))
        .toList();
  }

  private static boolean isLive(Path each) {
    return each.getFileName().toString().matches("\\d+");
  }

  private static Finding old(Path each) {
    return Finding.hint(
        "%s is from before a restore, or of one that was killed, and takes room".formatted(each),
        "When what was restored is right, \"rm -r %s\" deletes it.".formatted(each));
  }

  /** A restore that is killed between its two moves leaves no live data. */
  private static Finding only(Path each, Path folder) {
    return Finding.urgent(
        "%s was left by a restore, and %s has no live data: it may be the only data"
            .formatted(each, folder),
        "Delete nothing there. \"bookingctl backup restore\" restores a backup and keeps the data"
            + " of before.");
  }
}
