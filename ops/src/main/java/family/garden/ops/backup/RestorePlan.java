package family.garden.ops.backup;

import family.garden.ops.backup.RecoveryTarget.Latest;
import family.garden.ops.backup.RecoveryTarget.RestorePoint;
import family.garden.ops.backup.RecoveryTarget.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a restore will do.
 *
 * @param target where the recovery of a base ends
 * @param moment what that is, for people
 * @param aside the folder that today's data is moved to; empty where there is none
 */
public record RestorePlan(
    Manifest backup,
    WalChain chain,
    RecoveryTarget target,
    String moment,
    boolean isFromRemoteCopy,
    Optional<String> aside) {
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("From:  " + (isFromRemoteCopy ? "the remote copy" : "this machine"));
    lines.add(
        "Back:  %s (%s backup %s%s)"
            .formatted(
                moment,
                backup.type().word(),
                backup.id(),
                backup.verifiedAt().isPresent() ? ", verified" : ", NOT VERIFIED"));
    if (backup.type() == BackupType.BASE) {
      lines.add("       with %d WAL segments".formatted(chain.segments().size()));
      chain
          .missing()
          .ifPresent(gap -> lines.add("       up to the gap at " + gap + "; nothing after it"));
      if (target instanceof Time) {
        lines.add("       or as late as there is, if nothing was written after that moment");
      }
    }
    lines.add(
        "Aside: "
            + aside
                .map(folder -> "today's data stays, as " + folder + " in the volume database")
                .orElse("nothing; there is no database here yet"));
    lines.add(
        isAllOfIt()
            ? "The site is down from the beginning, so that nothing is booked that would be lost."
            : "The site is down only while the two are exchanged.");
    return lines;
  }

  /** Whether nothing that was acknowledged is meant to be left behind. */
  boolean isAllOfIt() {
    return backup.type() == BackupType.BASE && target instanceof Latest;
  }

  /** Whether people can use the site until the two databases are exchanged. */
  boolean isServedUntilEnd() {
    return !isAllOfIt() || aside.isEmpty();
  }

  /** Whether exactly what the manifest tells must be there afterwards. */
  boolean isExact() {
    return backup.type() == BackupType.DUMP || target instanceof RestorePoint;
  }
}
