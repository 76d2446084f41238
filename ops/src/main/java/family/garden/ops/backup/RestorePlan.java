package family.garden.ops.backup;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a restore will do.
 *
 * @param target where recovery stops, as postgresql.conf has it; empty for the end of the WAL
 * @param moment what that is, for people
 */
public record RestorePlan(
    Manifest backup,
    WalChain chain,
    String target,
    String moment,
    boolean isFromRemoteCopy,
    Optional<String> aside) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("From:  " + (isFromRemoteCopy ? "the copy off this machine" : "this machine"));
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
      if (target.startsWith("recovery_target_time")) {
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
    return backup.type() == BackupType.BASE && target.isEmpty();
  }

  /** Whether people can use the site until the two databases are exchanged. */
  boolean isServedUntilEnd() {
    return !isAllOfIt() || aside.isEmpty();
  }

  /** Whether exactly what the manifest tells must be there afterwards. */
  boolean isExact() {
    return backup.type() == BackupType.DUMP || target.startsWith("recovery_target_name");
  }

  /** Settings are read before PostgreSQL knows any zone by name, even Z. */
  static String targetTime(Instant time) {
    return "recovery_target_time=" + TIME.format(time) + "+00";
  }
}
