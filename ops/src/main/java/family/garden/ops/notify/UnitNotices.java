package family.garden.ops.notify;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.ops.process.Command;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notifies the keeper once when a unit of systemd begins to fail, and once when it works again; a
 * unit that fails now has a file in {@code failing} of the state folder.
 */
public final class UnitNotices {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int MOST_OF_JOURNAL = 1200;

  /**
   * A unit that runs every few minutes may fail for a moment, as while the internet is away: the
   * keeper is notified only when it fails for longer.
   */
  private static final Map<String, Duration> GRACE =
      Map.of(
          "booking-ship.service", Duration.ofMinutes(15),
          "booking-watch.service", Duration.ofMinutes(50));

  private final Notifications notifications;
  private final Path settings;
  private final List<String> problems;
  private final Path folder;

  /** Takes settings with faults too: they may be why a unit fails, and are reported with it. */
  public UnitNotices(Settings.Partial read, Progress progress) {
    this(read.settings(), read.problems(), new Notifications(read.settings(), progress));
  }

  UnitNotices(Settings settings, List<String> problems, Notifications notifications) {
    this.notifications = notifications;
    this.settings = settings.file();
    this.problems = problems;
    this.folder = settings.places().state().resolve("failing");
  }

  /** A unit that fails since then, and whether the keeper was notified. */
  record Failing(Instant since, boolean notified) {}

  /**
   * The unit failed.
   *
   * @throws OpsException if that cannot be remembered, or is not the name of a unit
   */
  public Deliveries failed(String unit, Instant now) throws OpsException {
    Path file = file(unit);
    Failing known = read(file).filter(failing -> !failing.since().isAfter(now)).orElse(null);
    Failing failing = known == null ? new Failing(now, false) : known;
    Deliveries deliveries = new Deliveries(List.of());
    Duration age = Duration.between(failing.since(), now);
    if (!failing.notified() && age.compareTo(GRACE.getOrDefault(unit, Duration.ZERO)) >= 0) {
      deliveries =
          notifications.send(
              new Notification(
                  unit + " fails",
                  false,
                  "It failed%s. Its last lines:\n%s%s"
                      .formatted(
                          age.isZero() ? "" : " since " + failing.since(),
                          lastLines(unit),
                          faults()),
                  Duration.ZERO,
                  "Run \"sudo bookingctl doctor\". You hear of it once more, when it works"
                      + " again."));
      // Where no channel accepted it, the next failure tries again.
      failing = new Failing(failing.since(), deliveries.isSomewhere());
    }
    Durable.write(file, Json.write(failing));
    return deliveries;
  }

  /**
   * The unit worked; notifies the keeper where a notification said that it failed.
   *
   * @throws OpsException if that cannot be remembered, or is not the name of a unit
   */
  public Deliveries recovered(String unit) throws OpsException {
    Path file = file(unit);
    Optional<Failing> failing = read(file);
    Deliveries deliveries = new Deliveries(List.of());
    if (failing.filter(Failing::notified).isPresent()) {
      deliveries =
          notifications.send(
              new Notification(
                  unit + " works again",
                  true,
                  "It had failed since " + failing.get().since() + ".",
                  Duration.ZERO,
                  "Nothing; \"sudo bookingctl doctor\" looks whether all else is well."));
      if (!deliveries.isSomewhere()) {
        return deliveries;
      }
    }
    Durable.remove(file);
    return deliveries;
  }

  private Path file(String unit) throws OpsException {
    if (!unit.matches("[A-Za-z0-9][A-Za-z0-9:_@.-]{0,100}\\.(service|timer)")) {
      throw OpsException.refused(
          "report the unit \"" + unit + "\"",
          "that is no name like booking-backup.service",
          "Name a unit of systemd.");
    }
    return folder.resolve(unit);
  }

  /** A file that cannot be read counts as a failure that nobody was notified of. */
  private static Optional<Failing> read(Path file) throws OpsException {
    Optional<String> text = Durable.read(file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(text.get(), Failing.class, file.toString()));
    } catch (OpsException e) {
      return Optional.empty();
    }
  }

  private String faults() {
    return problems.isEmpty()
        ? ""
        : "\nIn %s is wrong:\n  %s".formatted(settings, String.join("\n  ", problems));
  }

  private static String lastLines(String unit) {
    try {
      ProcessResult journal =
          Processes.run(
              Command.of(
                  "journalctl", "_SYSTEMD_UNIT=" + unit, "--lines=6", "--output=cat", "--no-pager"),
              LIMIT);
      String lines = journal.stdout().strip();
      return lines.length() <= MOST_OF_JOURNAL
          ? lines
          : "…" + lines.substring(lines.length() - MOST_OF_JOURNAL);
    } catch (OpsException e) {
      return "(its journal cannot be read)";
    }
  }
}
