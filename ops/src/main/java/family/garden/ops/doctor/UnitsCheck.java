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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether systemd runs the service and the timers of Booking, and how each ended last. */
final class UnitsCheck implements StackCheck {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Path SYSTEMD = Path.of("/run/systemd/system");
  private static final Path UNITS = Path.of("/etc/systemd/system");
  private static final String STACK = "booking.service";

  private static final Pattern MOMENT =
      Pattern.compile("\\S+ (\\d{4}-[01]\\d-[0-3]\\d) ([0-2]\\d:[0-5]\\d:[0-5]\\d) UTC");

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
    timers.put("booking-doctor", Duration.ofHours(2));
    timers.put("booking-ship", Duration.ofHours(2));
    timers.put("booking-watch", Duration.ofHours(3));
    return timers;
  }

  @Override
  public String name() {
    return "units";
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
  public List<Finding> look(Settings settings, StackStatus status) throws OpsException {
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
    return judge(
        // systemd ignores "--timestamp" for some of the times and prints those in the local zone.
        Processes.run(Command.of(show).withEnvironment(Map.of("TZ", "UTC")), LIMIT)
            .expectSuccess("ask systemd about the units of Booking", "See \"systemctl status\"."),
        status.at(),
        uptime());
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
  List<Finding> judge(String said, Instant now, Duration uptime) {
    Map<String, Map<String, String>> all = parse(said);
    List<Finding> found = new ArrayList<>();
    service(STACK, all, "restart").ifPresent(found::add);
    if (value(all, STACK, "ActiveState").equals("inactive")) {
      found.add(
          urgent(
              STACK + " is not started: backups and certificates wait for it",
              "\"systemctl restart %s\" starts it.".formatted(STACK)));
    }
    notEnabled(STACK, all).ifPresent(found::add);
    for (Map.Entry<String, Duration> timer : TIMERS.entrySet()) {
      service(timer.getKey() + ".service", all, "start").ifPresent(found::add);
      timer(timer.getKey(), all).ifPresent(found::add);
      if (uptime.compareTo(CATCHING_UP) > 0 || startsOnlyLater(timer.getKey(), all, now)) {
        late(timer.getKey(), timer.getValue(), all, now).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> service(
      String unit, Map<String, Map<String, String>> units, String again) {
    if (!isThere(units.getOrDefault(unit, Map.of()))) {
      return Optional.of(missing(unit));
    }
    String result = value(units, unit, "Result");
    boolean failed = value(units, unit, "ActiveState").equals("failed");
    // A unit that systemd restarts at once is never "failed"; its last result tells.
    if (!failed && (result.isEmpty() || result.matches("success|exec-condition"))) {
      return Optional.empty();
    }
    return Optional.of(
        urgent(
            "%s failed when it ran last (%s)".formatted(unit, result),
            "\"journalctl --unit %s --lines 30 --no-pager\" says why; \"systemctl %s %s\" tries again."
                .formatted(unit, again, unit)));
  }

  private Optional<Finding> timer(String name, Map<String, Map<String, String>> units) {
    String unit = name + ".timer";
    if (!isThere(units.getOrDefault(unit, Map.of()))) {
      return Optional.of(missing(unit));
    }
    if (!value(units, unit, "ActiveState").equals("active")) {
      // The keeper may disable automatic updates.
      return name.equals("booking-watch") && value(units, unit, "UnitFileState").equals("disabled")
          ? Optional.empty()
          : Optional.of(
              urgent(
                  unit + " does not run, so nothing starts " + name + ".service",
                  "\"systemctl enable --now %s\" starts it.".formatted(unit)));
    }
    return name.equals("booking-watch") ? Optional.empty() : notEnabled(unit, units);
  }

  /** Whether a timer starts its unit only after the time in which others catch up. */
  private static boolean startsOnlyLater(
      String name, Map<String, Map<String, String>> units, Instant now) {
    return moment(value(units, name + ".timer", "NextElapseUSecRealtime"))
        .filter(next -> next.isAfter(now.plus(CATCHING_UP)))
        .isPresent();
  }

  private Optional<Finding> late(
      String name, Duration longest, Map<String, Map<String, String>> units, Instant now) {
    String unit = name + ".timer";
    if (!value(units, unit, "ActiveState").equals("active")) {
      return Optional.empty();
    }
    boolean runsNow = value(units, name + ".service", "ActiveState").equals("activating");
    // The keeper may have started the service by hand.
    return Stream.of(
            value(units, unit, "LastTriggerUSec"),
            value(units, name + ".service", "ExecMainStartTimestamp"))
        .flatMap(time -> moment(time).stream())
        .max(Comparator.naturalOrder())
        .map(last -> Duration.between(last, now))
        .filter(age -> !runsNow && age.compareTo(longest) > 0)
        .map(
            age ->
                urgent(
                    "%s started %s.service last %d hours ago".formatted(unit, name, age.toHours()),
                    "\"systemctl restart %s\" starts the timer again; \"systemctl start %s.service\" does now what it missed."
                        .formatted(unit, name)));
  }

  /** A unit that runs and will not start at the next boot. */
  private Optional<Finding> notEnabled(String unit, Map<String, Map<String, String>> units) {
    return value(units, unit, "ActiveState").equals("active")
            && value(units, unit, "UnitFileState").equals("disabled")
        ? Optional.of(
            urgent(
                unit + " runs, and will not after the next start of this machine",
                "\"systemctl enable %s\" makes it start then.".formatted(unit)))
        : Optional.empty();
  }

  private Finding missing(String unit) {
    return urgent(unit + " is not installed", "Provision this machine again.");
  }

  private static boolean isThere(Map<String, String> unit) {
    return unit.getOrDefault("LoadState", "not-found").equals("loaded");
  }

  private static String value(
      Map<String, Map<String, String>> units, String unit, String property) {
    return units.getOrDefault(unit, Map.of()).getOrDefault(property, "");
  }

  /** Like {@code @1796073068}, or {@code Sun 2026-11-29 05:14:38 UTC}. */
  private static Optional<Instant> moment(String time) {
    if (time.matches("@\\d{1,12}")) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(time.substring(1))));
    }
    Matcher matcher = MOMENT.matcher(time);
    return matcher.matches()
        ? Optional.of(Instant.parse(matcher.group(1) + "T" + matcher.group(2) + "Z"))
        : Optional.empty();
  }

  private static Map<String, Map<String, String>> parse(String said) {
    Map<String, Map<String, String>> units = new HashMap<>();
    for (String block : said.split("\n\\s*\n", -1)) {
      Map<String, String> properties = new HashMap<>();
      for (String line : block.lines().toList()) {
        int equals = line.indexOf('=');
        if (equals > 0) {
          properties.put(line.substring(0, equals), line.substring(equals + 1));
        }
      }
      units.put(properties.getOrDefault("Id", ""), properties);
    }
    return units;
  }
}
