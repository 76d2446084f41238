package family.garden.ops.backup;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.Sizes;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Backups, the oldest first. */
public record Listed(List<Backup> backups) implements CommandResult {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  @Override
  public List<String> lines() {
    if (backups.isEmpty()) {
      return List.of("There is no backup. Make one: bookingctl backup create --base");
    }
    List<String> lines = new ArrayList<>();
    for (Backup each : backups) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-21s  %9s  %-26s  %-10s  %s",
              each.id(),
              Sizes.format(each.bytes()),
              each.verifiedAt().map(at -> "verified " + TIME.format(at)).orElse("NOT VERIFIED"),
              each.copiedAt().isPresent() ? "copied" : "here only",
              each.reason()));
      each.fault().ifPresent(fault -> lines.add("  " + fault.replace("\n", "\n  ")));
    }
    return lines;
  }

  @Override
  public ExitCode exitCode() {
    return backups.stream().anyMatch(each -> each.fault().isPresent())
        ? ExitCode.NOT_WELL
        : ExitCode.DONE;
  }
}
