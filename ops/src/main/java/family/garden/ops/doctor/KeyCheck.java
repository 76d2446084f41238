package family.garden.ops.doctor;

import family.garden.ops.backup.Backups;
import family.garden.ops.backup.KeyPlace;
import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;

/** Whether this machine has the key of its backups. */
final class KeyCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    Backups all = Backups.quietly(settings);
    int backups = all.count();
    if (all.hasKey() || backups == 0) {
      return;
    }
    KeyPlace key = all.key();
    found.urgent(
        "%s is %s: nobody can open the %d backups here, and none can be made"
            .formatted(key.file(), key.isThere() ? "no key" : "missing", backups),
        "Put your copy of it there, then \"chown root:root %s\" and \"chmod 0600 %s\"."
            .formatted(key.file(), key.file()));
  }
}
