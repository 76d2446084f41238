package family.garden.ops.doctor;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.KeyPlace;
import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether this machine has the key of its backups. */
final class KeyCheck implements StackCheck {
  private static final String BEGINS = "AGE-SECRET-KEY-";

  @Override
  public String name() {
    return "backup-key";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus status) throws OpsException {
    KeyPlace key = new Backups(settings, new Progress(System.err, true)).key();
    long backups = backups(settings);
    if (isKey(key) || backups == 0) {
      return List.of();
    }
    return List.of(
        urgent(
            "%s is %s: nobody can open the %d backups here, and none can be made"
                .formatted(key.file(), key.isThere() ? "no key" : "missing", backups),
            "Put your copy of it there, then \"chown root:root %s\" and \"chmod 0600 %s\"."
                .formatted(key.file(), key.file())));
  }

  /** Whether the file is there and has a key in it. */
  static boolean isKey(KeyPlace place) throws OpsException {
    return Durable.read(Path.of(place.file()))
        .filter(text -> text.lines().anyMatch(line -> line.startsWith(BEGINS)))
        .isPresent();
  }

  /** How many backups this machine has, readable or not. */
  static long backups(Settings settings) throws OpsException {
    long count = 0;
    for (Path folder : Folders.in(settings.places().backups())) {
      if (Files.exists(folder.resolve("manifest.json"))) {
        count++;
      }
    }
    return count;
  }
}
