package family.garden.ops.watch;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deployed;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.Kind;
import family.garden.ops.deploy.Options;
import family.garden.ops.release.Release;
import family.garden.ops.release.Releases;
import family.garden.ops.release.Version;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Looks once for a newer release and installs it. */
public final class Watch {
  private final Settings settings;
  private final Progress progress;

  public Watch(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Looks, and deploys where there is something to deploy and the hour is right.
   *
   * @throws Trouble if it cannot look, or the deploy fails
   */
  public Watched once() throws Trouble {
    progress.step("Looking for a newer release");
    Release newest = new Releases(settings).newest();
    Deploys deploys = new Deploys(settings, progress);
    Optional<Version> serving = deploys.live().release().map(Release::version);
    LocalTime time = LocalTime.ofInstant(Instant.now(), settings.watch().zone());
    Optional<String> reason =
        reasonToWait(
            newest.version(), serving, deploys.history(), Hours.of(settings.watch().hours()), time);
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
      LocalTime time) {
    if (serving.isPresent() && newest.equals(serving.get())) {
      return Optional.of("The newest release, %s, serves already.".formatted(newest));
    }
    if (serving.isPresent() && newest.compareTo(serving.get()) < 0) {
      return Optional.of(
          "The newest release, %s, is older than %s, which serves; \"bookingctl deploy %s\" goes back."
              .formatted(newest, serving.get(), newest));
    }
    if (history.stream().anyMatch(entry -> speaksAgainst(entry, newest))) {
      return Optional.of(
          "%s was tried and taken back; \"bookingctl deploy %s\" tries it again."
              .formatted(newest, newest));
    }
    if (!hours.contain(time)) {
      return Optional.of(
          "%s waits for the hours in BOOKING_WATCH_HOURS; \"bookingctl deploy %s\" installs it now."
              .formatted(newest, newest));
    }
    return Optional.empty();
  }

  private static boolean speaksAgainst(HistoryEntry entry, Version version) {
    boolean undone =
        entry.ended() == HistoryEntry.Ended.UNDONE
            && entry.what() == Kind.DEPLOY
            && entry.to().equals(version.text());
    boolean left =
        entry.what() == Kind.ROLLBACK
            && entry.ended() == HistoryEntry.Ended.DONE
            && entry.from().filter(version.text()::equals).isPresent();
    return undone || left;
  }
}
