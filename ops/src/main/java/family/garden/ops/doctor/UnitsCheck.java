package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether systemd runs the service and the timers of Booking, and how each ended last. */
final class UnitsCheck implements StackCheck {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Path SYSTEMD = Path.of("/run/systemd/system");
  private static final Path UNITS = Path.of("/etc/systemd/system");
  private static final String STACK = "booking.service";

  /** A timer that missed its time waits up to half an hour after the start of the machine. */
  private static final Duration CATCHING_UP = Duration.ofMinutes(45);

  /** The units with a timer, each with the longest time between two starts. */
  private static final Map<String, Duration> TIMERS = timers();

  private final Path systemd;
  private final Path units;

  UnitsCheck() {
    this(SYSTEMD, UNITS);
  }

  UnitsCheck(Path systemd, Path units) {
    this.systemd = systemd;
    this.units = units;
  }

  private static Map<String, Duration> timers() {
    Map<String, Duration> timers = new LinkedHashMap<>();
    timers.put("booking-backup", Duration.ofHours(27));
    timers.put("booking-certificates", Duration.ofHours(27));
    timers.put("booking-ship", Duration.ofHours(2));
    timers.put("booking-watch", Duration.ofHours(3));
    return timers;
  }

  @Override
  public Optional<String> absent() {
    if (!Files.isDirectory(systemd)) {
      return Optional.of("systemd does not run here, and starts no backups and updates.");
    }
    boolean isProvisioned =
        Files.exists(units.resolve(STACK))
            || TIMERS.keySet().stream().anyMatch(u -> Files.exists(units.resolve(u + ".service")));
    return isProvisioned
        ? Optional.empty()
        : Optional.of("none is installed; provision this machine, or nothing starts by itself.");
  }

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    List<String> show =
        new ArrayList<>(
            List.of(
                "systemctl",
                "show",
                "--timestamp=unix",
                "--property=Id,LoadState,ActiveState,UnitFileState,Result,LastTriggerUSec,"
                    + "NextElapseUSecRealtime,ExecMainStartTimestamp"));
    show.add(STACK);
    for (String unit : TIMERS.keySet()) {
      show.addAll(List.of(unit + ".service", unit + ".timer"));
    }
    found.addAll(
        judge(
            // systemd ignores "--timestamp" for some of the times and prints those in the local
            // zone.
            Processes.run(Command.of(show).withEnvironment(Map.of("TZ", "UTC")), LIMIT)
                .expectSuccess(
                    "ask systemd about the units of Booking", "See \"systemctl status\"."),
            status.at(),
            uptime()));
  }

  /** How long systemd runs; in a container, that is shorter than its machine runs. */
  private static Duration uptime() throws OpsException {
    return ProcessHandle.of(1)
        .flatMap(first -> first.info().startInstant())
        .map(start -> Duration.between(start, Instant.now()))
        .orElseThrow(
            () ->
                OpsException.refused(
                    "see since when this machine runs",
                    "nothing says when its first process began",
                    "See what \"ps -o etime -p 1\" says."));
  }

  /**
   * Judges the output of "systemctl show".
   *
   * @param uptime of the machine: soon after it starts, the timers start what they missed while it
   *     was off
   */
  List<Finding> judge(String shown, Instant now, Duration uptime) {
    SystemdUnits units = SystemdUnits.parse(shown);
    Findings found = new Findings();
    service(STACK, units, "restart", found);
    if (units.value(STACK, "ActiveState").equals("inactive")) {
      found.urgent(
          STACK + " is not started: backups and certificates wait for it",
          "\"systemctl restart %s\" starts it.".formatted(STACK));
    }
    notEnabled(STACK, units, found);
    TIMERS.forEach(
        (name, longest) -> {
          service(name + ".service", units, "start", found);
          timer(name, units, found);
          if (uptime.compareTo(CATCHING_UP) > 0 || startsOnlyLater(name, units, now)) {
            late(name, longest, units, now, found);
          }
        });
    return found.all();
  }

  private static void service(String unit, SystemdUnits units, String again, Findings found) {
    if (!units.isInstalled(unit)) {
      missing(unit, found);
      return;
    }
    String result = units.value(unit, "Result");
    boolean failed = units.value(unit, "ActiveState").equals("failed");
    // A unit that systemd restarts at once is never "failed"; its last result tells.
    if (failed || !result.matches("|success|exec-condition")) {
      found.urgent(
          "%s failed when it ran last (%s)".formatted(unit, result),
          "\"journalctl --unit %s --lines 30 --no-pager\" says why; \"systemctl %s %s\" tries again."
              .formatted(unit, again, unit));
    }
  }

  private static void timer(String name, SystemdUnits units, Findings found) {
    String unit = name + ".timer";
    // The keeper may disable automatic updates.
    boolean mayBeDisabled = name.equals("booking-watch");
    if (!units.isInstalled(unit)) {
      missing(unit, found);
    } else if (!units.isActive(unit)) {
      if (!mayBeDisabled || !units.isDisabled(unit)) {
        found.urgent(
            unit + " does not run, so nothing starts " + name + ".service",
            "\"systemctl enable --now %s\" starts it.".formatted(unit));
      }
    } else if (!mayBeDisabled) {
      notEnabled(unit, units, found);
    }
  }

  /** Whether a timer starts its unit only after the time in which others catch up. */
  private static boolean startsOnlyLater(String name, SystemdUnits units, Instant now) {
    return units
        .moment(name + ".timer", "NextElapseUSecRealtime")
        .filter(next -> next.isAfter(now.plus(CATCHING_UP)))
        .isPresent();
  }

  private static void late(
      String name, Duration longest, SystemdUnits units, Instant now, Findings found) {
    String unit = name + ".timer";
    boolean runsNow = units.value(name + ".service", "ActiveState").equals("activating");
    if (!units.isActive(unit) || runsNow) {
      return;
    }
    // The keeper may have started the service by hand.
    Stream.of(
            units.moment(unit, "LastTriggerUSec"),
            units.moment(name + ".service", "ExecMainStartTimestamp"))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder())
        .map(last -> Duration.between(last, now))
        .filter(age -> age.compareTo(longest) > 0)
        .ifPresent(
            age ->
                found.urgent(
                    "%s started %s.service last %d hours ago".formatted(unit, name, age.toHours()),
                    "\"systemctl restart %s\" starts the timer again; \"systemctl start %s.service\" does now what it missed."
                        .formatted(unit, name)));
  }

  private static void notEnabled(String unit, SystemdUnits units, Findings found) {
    if (units.isActive(unit) && units.isDisabled(unit)) {
      found.urgent(
          unit + " runs, and will not after the next start of this machine",
          "\"systemctl enable %s\" makes it start then.".formatted(unit));
    }
  }

  private static void missing(String unit, Findings found) {
    found.urgent(unit + " is not installed", "Provision this machine again.");
  }
}
