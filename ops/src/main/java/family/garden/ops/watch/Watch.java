package family.garden.ops.watch;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deployed;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.Maintenance;
import family.garden.ops.deploy.Operation;
import family.garden.ops.deploy.Options;
import family.garden.ops.progress.Progress;
import family.garden.ops.release.Release;
import family.garden.ops.release.Releases;
import family.garden.ops.release.Version;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks once for a newer release and installs it. */
public final class Watch {
  /** Steps that fail because of the new version; the others fail because of this machine. */
  private static final Set<String> OF_THE_VERSION =
      Set.of("migrate", "start-new", "await-healthy", "smoke-new", "warm-up", "read-back", "bake");

  /** They also fail where memory is short, or the smoke account cannot log in. */
  private static final int FAILURES_OF_THE_VERSION = 3;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Settings settings;
  private final Progress progress;

  public Watch(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Looks for a newer release, and deploys it if the hour is right.
   *
   * @throws OpsException if it cannot look, or the deploy fails
   */
  public Watched once() throws OpsException {
    Deploys deploys = new Deploys(settings, progress);
    // A rotation that was killed may keep the server from its database.
    new Maintenance(settings, progress).settleWhatIsLeft();
    progress.step("Looking for a newer release");
    Optional<Release> published = new Releases(settings).newestIfAny();
    if (published.isEmpty()) {
      return new Watched("", false, "No release is published that is installed unasked.");
    }
    Release newest = published.get();
    Optional<Version> serving = deploys.live().release().map(Release::version);
    Optional<String> reason =
        reasonToWait(
            newest.version(),
            serving,
            deploys.history(),
            Hours.of(settings.watch().hours()),
            ZonedDateTime.now(settings.watch().zone()));
    if (reason.isPresent()) {
      return new Watched(newest.version().text(), false, reason.get());
    }
    Deployed deployed = deploys.deploy(newest, Options.USUAL);
    return new Watched(newest.version().text(), true, String.join(" ", deployed.lines()));
  }

  /** Why nothing is deployed now; empty where it is. */
  static Optional<String> reasonToWait(
      Version newest,
      Optional<Version> serving,
      List<HistoryEntry> history,
      Hours hours,
      ZonedDateTime now) {
    if (serving.isPresent() && newest.equals(serving.get())) {
      return Optional.of("The newest release, %s, serves already.".formatted(newest));
    }
    if (serving.isPresent() && newest.compareTo(serving.get()) < 0) {
      return Optional.of(
          "The newest release, %s, is older than %s, which serves; \"bookingctl deploy %s\" goes back."
              .formatted(newest, serving.get(), newest));
    }
    if (speaksAgainst(history, newest)) {
      return Optional.of(
          "%s was tried and taken back; \"bookingctl deploy %s\" tries it again."
              .formatted(newest, newest));
    }
    Optional<Instant> next = nextTry(history, newest).filter(now.toInstant()::isBefore);
    if (next.isPresent()) {
      return Optional.of(
          "%s failed for a reason that may pass; it is tried again after %s, or by \"bookingctl deploy %s\"."
              .formatted(newest, next.get().truncatedTo(ChronoUnit.SECONDS), newest));
    }
    if (!hours.contain(now.toLocalTime())) {
      return Optional.of(
          "%s waits for the hours in BOOKING_WATCH_HOURS; \"bookingctl deploy %s\" installs it now."
              .formatted(newest, newest));
    }
    return Optional.empty();
  }

  /** The version failed several times by itself, or the keeper rolled it back. */
  private static boolean speaksAgainst(List<HistoryEntry> history, Version version) {
    long failures =
        history.stream()
            .filter(entry -> isUndone(entry, version))
            .filter(entry -> entry.failedStep().filter(OF_THE_VERSION::contains).isPresent())
            .count();
    return failures >= FAILURES_OF_THE_VERSION
        || history.stream().anyMatch(entry -> isRolledBack(entry, version));
  }

  private static boolean isRolledBack(HistoryEntry entry, Version version) {
    return entry.operation() == Operation.ROLLBACK
        && entry.result() == HistoryEntry.Result.DONE
        && entry.from().filter(version.text()::equals).isPresent();
  }

  /** Waits longer after each failure, so that a lasting reason costs one backup a day. */
  private static Optional<Instant> nextTry(List<HistoryEntry> history, Version version) {
    List<HistoryEntry> undone = history.stream().filter(entry -> isUndone(entry, version)).toList();
    if (undone.isEmpty()) {
      return Optional.empty();
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(undone.size() - 1, 10));
    return Optional.of(
        undone.getLast().finishedAt().plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST));
  }

  private static boolean isUndone(HistoryEntry entry, Version version) {
    return entry.result() == HistoryEntry.Result.UNDONE
        && (entry.operation() == Operation.DEPLOY || entry.operation() == Operation.FIRST)
        && entry.to().equals(version.text());
  }
}
