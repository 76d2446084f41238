package family.garden.ops.doctor;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.KeyPlace;
import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.List;

/** Whether this machine has the key of its backups. */
final class KeyCheck implements StackCheck {
  @Override
  public String name() {
    return "backup-key";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus status) throws OpsException {
    Backups all = Backups.quietly(settings);
    int backups = all.count();
    if (all.hasKey() || backups == 0) {
      return List.of();
    }
    KeyPlace key = all.key();
    return List.of(
        urgent(
            "%s is %s: nobody can open the %d backups here, and none can be made"
                .formatted(key.file(), key.isThere() ? "no key" : "missing", backups),
            "Put your copy of it there, then \"chown root:root %s\" and \"chmod 0600 %s\"."
                .formatted(key.file(), key.file())));
  }
}
