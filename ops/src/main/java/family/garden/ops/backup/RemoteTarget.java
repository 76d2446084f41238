package family.garden.ops.backup;

import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Private;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;

/**
 * Which place has the remote copies that the manifests here tell of. After a change of {@code
 * BOOKING_BACKUP_TARGET} the new place has none of them.
 *
 * @param file that remembers the place
 * @param target the place of the settings, as rclone names it
 */
record RemoteTarget(Path file, String target) {
  static RemoteTarget of(BackupRepository repository, String target) {
    return new RemoteTarget(repository.remoteTarget(), target);
  }

  boolean isTheSame() throws OpsException {
    return Durable.read(file).filter(target::equals).isPresent();
  }

  /** From now on the manifests tell of this place. */
  void remember() throws OpsException {
    if (!isTheSame()) {
      Private.write(file, target);
    }
  }
}
