package family.garden.ops.status;

import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.host.Machine;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What runs and how it is, on one screen. */
public record Status(StackStatus seen) implements CommandResult {
  private static final double MIB = 1024 * 1024;

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("Site", seen.front().describe()));
    lines.add(line("Serves", serves()));
    lines.add(
        line("Certificate", seen.front().certificateEnds().map(this::left).orElse("unknown")));
    lines.add(line("Backup", backup()));
    lines.add(line("Deploy", seen.lastDeploy().map(this::deploy).orElse("none yet")));
    for (Alert alert : seen.alerts()) {
      lines.add(
          line("Alert", "%s (%s): %s".formatted(alert.name(), alert.severity(), alert.summary())));
    }
    seen.machine().ifPresent(machine -> lines.addAll(machine(machine)));
    lines.add("");
    for (ContainerStatus part : seen.parts()) {
      lines.add(part(part));
    }
    if (seen.parts().isEmpty()) {
      lines.add("Nothing of it runs.");
    }
    seen.blind().forEach(why -> lines.add("Not seen: " + why));
    return lines;
  }

  @Override
  public Object json() {
    return seen;
  }

  private static String line(String name, String what) {
    return "%-12s %s".formatted(name, what);
  }

  private String serves() {
    String version = seen.front().version().orElse("unknown");
    String colour =
        seen.front().colour().or(() -> seen.live().map(String::valueOf)).orElse("unknown");
    return version
        + " (%s)".formatted(colour)
        + seen.previous().map(before -> "; to go back to: " + before).orElse("");
  }

  private String left(Instant end) {
    return "%d days left".formatted(Duration.between(seen.at(), end).toDays());
  }

  private String backup() {
    if (seen.backups().isEmpty()) {
      return "none";
    }
    return seen.lastBackup()
        .map(
            last ->
                "proven, %s old%s"
                    .formatted(
                        age(last.madeAt()),
                        last.offBoxAt().isPresent() ? ", off the box too" : ", on this box only"))
        .orElse("none that was proven, of " + seen.backups().size());
  }

  private String deploy(HistoryEntry last) {
    String why = last.reason().isEmpty() ? "" : ": " + last.reason();
    return "%s of %s %s, %s ago%s"
        .formatted(
            last.operation(),
            last.to(),
            last.result().name().toLowerCase(Locale.ROOT),
            age(last.finishedAt()),
            why);
  }

  private String age(Instant then) {
    Duration age = Duration.between(then, seen.at());
    if (age.toMinutes() < 0) {
      return "an unknown time";
    }
    if (age.toDays() >= 2) {
      return age.toDays() + " days";
    }
    return age.toHours() >= 2 ? age.toHours() + " hours" : age.toMinutes() + " minutes";
  }

  private static List<String> machine(Machine machine) {
    List<String> lines = new ArrayList<>();
    lines.add(
        line(
            "Memory",
            "%s of %s free; swap %s of %s used"
                .formatted(
                    mib(machine.available()),
                    mib(machine.memory()),
                    mib(machine.swapUsed()),
                    mib(machine.swap()))));
    for (Machine.Disk disk : machine.disks()) {
      lines.add(
          line(
              "Disk",
              String.format(
                  Locale.ROOT,
                  "%.1f of %.1f GB free at %s",
                  disk.free() / 1e9,
                  disk.bytes() / 1e9,
                  disk.folder())));
    }
    return lines;
  }

  private static String mib(long bytes) {
    return String.format(Locale.ROOT, "%,.0f MiB", bytes / MIB);
  }

  private String part(ContainerStatus part) {
    String memory = part.memory().map(Status::mib).orElse("");
    String restarts = part.restarts() == 0 ? "" : part.restarts() + " restarts";
    return "%-14s %-10s %9s  %s"
        .formatted(
            part.service(), seen.isResting(part) ? "resting" : part.describe(), memory, restarts)
        .strip();
  }

  @Override
  public ExitCode exitCode() {
    boolean well =
        seen.front().well()
            && !seen.parts().isEmpty()
            && seen.parts().stream().allMatch(seen::isWell);
    return well ? ExitCode.DONE : ExitCode.NOT_WELL;
  }
}
