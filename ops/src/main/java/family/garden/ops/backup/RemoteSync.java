package family.garden.ops.backup;

import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings to the remote copy what it lacks of the backups here. */
record RemoteSync(BackupRepository repository, RemoteCopy remoteCopy, Key key, Progress progress) {

  private RemoteTarget target() {
    return RemoteTarget.of(repository, remoteCopy.target());
  }

  /** Copies a backup; its manifest last, so that what is listed there is whole. */
  Manifest copy(Manifest manifest) throws OpsException {
    progress.step("Copying " + manifest.id() + " to the remote copy");
    String others = "--exclude=" + Manifest.FILE;
    Path folder = repository.folder(manifest.id());
    remoteCopy.put(folder, manifest.id(), others);
    remoteCopy.compare(folder, manifest.id(), others);
    Manifest copied = manifest.copied(Instant.now());
    repository.write(copied, key);
    try {
      remoteCopy.putFile(repository.manifest(manifest.id()), manifest.id() + "/" + Manifest.FILE);
      return copied;
    } catch (OpsException notThere) {
      repository.write(manifest, key);
      throw notThere;
    }
  }

  /**
   * Copies the backups that never were copied because the place could not be reached, the newest
   * first. At a new place all are missing.
   */
  void copyMissing(List<Manifest> all) throws OpsException {
    if (!target().isTheSame()) {
      repair(all);
      return;
    }
    for (Manifest each : all.reversed()) {
      if (each.verifiedAt().isPresent() && each.copiedAt().isEmpty() && isHere(each)) {
        copy(each);
      }
    }
  }

  boolean hasBases() throws OpsException {
    return !remoteCopy
        .files("", "--include=*-" + BackupType.BASE.word() + "/" + Manifest.FILE)
        .isEmpty();
  }

  /** A restore from the remote copy fetches all manifests, but the data of one backup only. */
  private boolean isHere(Manifest manifest) {
    return Files.exists(repository.data(manifest));
  }

  /**
   * Copies again what the remote copy had and lacks now: it is on another disk, or somebody deleted
   * it. A backup that cannot be copied no longer counts as copied.
   */
  void repair(List<Manifest> all) throws OpsException {
    for (Path wal : repository.wal().folders()) {
      remoteCopy.putWal(wal);
    }
    Set<String> there = new HashSet<>(remoteCopy.files("", "--include=/*/*"));
    List<String> lost = new ArrayList<>();
    for (Manifest each : all.reversed()) {
      boolean isThere =
          there.contains(each.id() + "/" + Manifest.FILE)
              && there.contains(each.id() + "/" + each.type().file());
      if (isThere) {
        continue;
      }
      if (each.verifiedAt().isPresent() && isHere(each)) {
        copy(each);
      } else if (each.copiedAt().isPresent()) {
        repository.write(each.onlyHere(), key);
        if (!isHere(each)) {
          lost.add(each.id());
        }
      }
    }
    tellOf(lost);
    target().remember();
  }

  /** Warns of backups whose data is neither here nor there; they no longer count as copied. */
  private void tellOf(List<String> lost) throws OpsException {
    if (lost.isEmpty()) {
      return;
    }
    String ids = String.join(", ", lost);
    progress.warn(
        target().isTheSame()
            ? "The data of these backups is neither here nor at %s any more: %s."
                .formatted(target().target(), ids)
            : "Still only at the old place: %s. Keep them there; their data is not here, and so not at %s."
                .formatted(ids, target().target()));
  }
}
