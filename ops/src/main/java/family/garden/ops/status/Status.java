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

/** What runs and its state, on one screen. */
public record Status(StackStatus status) implements CommandResult {
  private static final double MIB = 1024 * 1024;

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("Site", status.site().describe()));
    lines.add(line("Serves", serves()));
    lines.add(
        line(
            "Certificate", status.site().certificateEnds().map(this::remaining).orElse("unknown")));
    lines.add(line("Backup", backup()));
    lines.add(line("Deploy", status.lastDeploy().map(this::deploy).orElse("none yet")));
    for (Alert alert : status.alerts()) {
      lines.add(
          line("Alert", "%s (%s): %s".formatted(alert.name(), alert.severity(), alert.summary())));
    }
    status.machine().ifPresent(machine -> lines.addAll(machine(machine)));
    lines.add("");
    for (ContainerStatus container : status.containers()) {
      lines.add(container(container));
    }
    if (status.containers().isEmpty()) {
      lines.add("No container of the site exists.");
    }
    status.unavailable().forEach(why -> lines.add("Unavailable: " + why));
    return lines;
  }

  @Override
  public Object json() {
    return status;
  }

  private static String line(String name, String what) {
    return "%-12s %s".formatted(name, what);
  }

  private String serves() {
    String version = status.site().version().orElse("unknown");
    String colour =
        status.site().colour().or(() -> status.live().map(String::valueOf)).orElse("unknown");
    return version
        + " (%s)".formatted(colour)
        + status.previous().map(before -> "; to go back to: " + before).orElse("");
  }

  private String remaining(Instant end) {
    return "%d days left".formatted(Duration.between(status.at(), end).toDays());
  }

  private String backup() {
    if (status.backups().isEmpty()) {
      return "none";
    }
    return status
        .lastBackup()
        .map(
            last ->
                "verified, %s old%s"
                    .formatted(
                        age(last.madeAt()),
                        last.copiedAt().isPresent() ? ", off the box too" : ", on this box only"))
        .orElse("none that was verified, of " + status.backups().size());
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
    Duration age = Duration.between(then, status.at());
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

  private String container(ContainerStatus container) {
    String memory = container.memory().map(Status::mib).orElse("");
    String restarts = container.restarts() == 0 ? "" : container.restarts() + " restarts";
    return "%-14s %-10s %9s  %s"
        .formatted(
            container.service(),
            status.isStandby(container) ? "standby" : container.describe(),
            memory,
            restarts)
        .strip();
  }

  @Override
  public ExitCode exitCode() {
    boolean well =
        status.site().well()
            && !status.containers().isEmpty()
            && status.containers().stream().allMatch(status::isWell);
    return well ? ExitCode.DONE : ExitCode.NOT_WELL;
  }
}
