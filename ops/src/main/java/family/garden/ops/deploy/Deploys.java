package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.disk.SecretFile;
import family.garden.ops.engine.Engine;
import family.garden.ops.preflight.DeployRequest;
import family.garden.ops.preflight.Preflight;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deploys, goes back, and puts right what a killed one left. */
public final class Deploys {
  /** A deploy, and a rollback above all, must not fail because of work that is soon done. */
  private static final Duration OTHERS_WORK = Duration.ofSeconds(30);

  private final Settings settings;
  private final Progress progress;
  private final Path state;

  public Deploys(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.state = settings.places().state();
  }

  /** What serves, and what served before it. */
  public LiveReleases live() throws OpsException {
    Colour colour = new Switch(settings.places().live()).live();
    return new ServingRelease(settings).live(colour, Installed.read(state), images());
  }

  /** What was deployed, the newest last. */
  public List<HistoryEntry> history() throws OpsException {
    return new History(state).read();
  }

  /** What a deploy would do; changes nothing. */
  public Explained plan(Release release) throws OpsException {
    LiveReleases live = live();
    Map<String, String> images = images();
    return Explained.of(
        Plan.of(kind(images), live.release(), release, to(live, images), images), history());
  }

  /** Whether a deploy may begin; fetches images that are missing, and changes nothing else. */
  public Preflight preflight(Release release) throws OpsException {
    settings.expectFitForStack();
    LiveReleases live = live();
    return Preflight.of(settings, wanted(live, release, kind(images()), to(live, images())));
  }

  /**
   * Deploys a release; done when it serves alone.
   *
   * @throws OpsException refused before anything was touched, failed and undone, or in need of a
   *     person
   */
  public Deployed deploy(Release release, Options options) throws OpsException {
    String what = "deploy " + release.version();
    settings.expectFitForStack();
    try (Lock _ = lock(what)) {
      settle();
      LiveReleases live = live();
      Operation kind = kind(images());
      if (kind != Operation.FIRST && serves(live, release)) {
        return new Deployed(
            kind,
            Optional.of(release.version().text()),
            release.version().text(),
            live.colour(),
            false,
            progress.elapsed());
      }
      return begin(kind, live, release, to(live, images()), options, what);
    }
  }

  /**
   * Goes back to what the other colour ran last; done when that serves alone.
   *
   * @throws OpsException as {@link #deploy}; refused as well where that is unknown, or was done
   *     last
   */
  public Deployed rollback() throws OpsException {
    String what = "go back to the version before";
    try (Lock _ = lock(what)) {
      settle();
      LiveReleases live = live();
      if (live.previous().isEmpty()) {
        throw OpsException.refused(
            what, "there is none on this machine", "Deploy the version that you want by its name.");
      }
      if (history().stream()
          .filter(
              entry -> entry.ended() == HistoryEntry.Ended.DONE && entry.what().changesRelease())
          .reduce((first, second) -> second)
          .filter(entry -> entry.what() == Operation.ROLLBACK)
          .isPresent()) {
        throw OpsException.refused(
            what,
            "the last thing done was to go back already",
            "Deploy the version that you want by its name.");
      }
      return begin(
          Operation.ROLLBACK, live, live.previous().get(), to(live, images()), Options.USUAL, what);
    }
  }

  /** What a renewal would do; changes nothing. */
  public Explained planOfRenewal() throws OpsException {
    LiveReleases live = live();
    return Explained.of(
        Plan.of(
            Operation.RENEW,
            live.release(),
            known(live, "renew the parts"),
            live.colour(),
            images()),
        history());
  }

  /** What a renewal would replace, as people call it; nothing where nobody knows what serves. */
  public List<String> older() throws OpsException {
    Map<String, String> images = images();
    return live().release().map(release -> Plan.others(release, images)).orElse(List.of());
  }

  /**
   * Replaces nginx, PostgreSQL and Redis where the release that serves was made with others than
   * run: what a deploy leaves, since it is felt. The site is away for some seconds.
   *
   * @throws OpsException as {@link #deploy}
   */
  public Deployed renew(Options options) throws OpsException {
    String what = "renew the parts";
    try (Lock _ = lock(what)) {
      settle();
      LiveReleases live = live();
      Release release = known(live, what);
      if (Plan.others(release, images()).isEmpty()) {
        String version = release.version().text();
        return new Deployed(
            Operation.RENEW,
            Optional.of(version),
            version,
            live.colour(),
            false,
            progress.elapsed());
      }
      return begin(Operation.RENEW, live, release, live.colour(), options, what);
    }
  }

  /** What "apply" would do; changes nothing. */
  public Change change(boolean force) throws OpsException {
    Colour live = live().colour();
    Drift drift = Drift.of(settings, settings.file(), live);
    boolean server = drift.server() || force;
    return new Change(
        new Applied(settings).changes(),
        server,
        drift.others(),
        new History(state).lastTook(server ? Operation.APPLY : Operation.APPLY_PARTS));
  }

  /**
   * Brings what settings.env says to the containers that run with something else: to the server
   * without a gap, to the others by replacing them.
   *
   * @param force replaces the server also where nothing differs, for a secret's file that changed
   * @return what was done; empty where no container was concerned
   * @throws OpsException as {@link #deploy}
   */
  public Optional<Deployed> apply(boolean force) throws OpsException {
    String what = "apply the settings";
    settings.expectFitForStack();
    try (Lock _ = lock(what)) {
      Optional<DeployState> left = DeployState.read(state);
      if (left.isPresent() && left.get().what().changesRelease()) {
        throw OpsException.refused(
            what,
            "the %s of %s is half done"
                .formatted(left.get().what(), left.get().release().version()),
            "\"bookingctl rollback\" or \"bookingctl deploy\" finishes or undoes it first.");
      }
      settle();
      new FrontNetwork(settings).expectSame(what);
      LiveReleases live = live();
      Change change = change(force);
      change.lines().forEach(progress::info);
      if (!change.concernsContainers()) {
        new Applied(settings).remember(progress);
        return Optional.empty();
      }
      if (!change.services().isEmpty() && !new Applied(settings).isKnown()) {
        progress.warn(
            "nobody knows with which settings %s runs: where it fails, these are not undone"
                .formatted(String.join(", ", change.services())));
      }
      Release release = known(live, what);
      return Optional.of(
          change.server()
              ? begin(Operation.APPLY, live, release, live.colour().other(), Options.USUAL, what)
              : begin(Operation.APPLY_PARTS, live, release, live.colour(), Options.USUAL, what));
    }
  }

  /**
   * Makes a secret of the server anew, without a gap.
   *
   * @param evenSo whether what is lost with it may be lost
   * @throws OpsException as {@link #deploy}
   */
  public Deployed rotate(String name, boolean evenSo) throws OpsException {
    String what = "make " + name + " anew";
    Secrets.expectRotatable(name, evenSo);
    try (Lock _ = lock(what)) {
      settle();
      SecretFile.in(settings.places().secrets(), name).read();
      LiveReleases live = live();
      return begin(
          Operation.ROTATE,
          live,
          known(live, what),
          live.colour().other(),
          Options.USUAL,
          what,
          Optional.of(name));
    }
  }

  private static Release known(LiveReleases live, String what) throws OpsException {
    return live.release()
        .orElseThrow(
            () ->
                OpsException.refused(
                    what, "nobody knows which release serves", "Deploy a release first."));
  }

  /** Removes images that no release here needs. */
  public Pruned prune() throws OpsException {
    try (Lock _ = lock("remove images")) {
      settle();
      progress.touches();
      PruneImages.Pruned pruned = PruneImages.prune(new Engine(settings), images(), state);
      pruned.problems().forEach(progress::warn);
      return new Pruned(pruned.removed());
    }
  }

  /**
   * Rebuilds images.env and the files of the state folder where they are lost or damaged, and
   * finishes or undoes what a killed deploy left.
   *
   * @param release the source of what nothing on this machine knows
   */
  public Repaired repair(Optional<Release> release) throws OpsException {
    try (Lock _ = lock("repair what is damaged")) {
      Repaired repaired = new Repair(settings, progress, release).run();
      settle();
      return repaired;
    }
  }

  private Deployed begin(
      Operation kind, LiveReleases live, Release release, Colour to, Options options, String what)
      throws OpsException {
    return begin(kind, live, release, to, options, what, Optional.empty());
  }

  private Deployed begin(
      Operation kind,
      LiveReleases live,
      Release release,
      Colour to,
      Options options,
      String what,
      Optional<String> secret)
      throws OpsException {
    Map<String, String> images = images();
    Plan.of(kind, live.release(), release, to, images).lines().forEach(progress::info);
    progress.step("Looking whether all is ready");
    DeployRequest wanted = wanted(live, release, kind, to);
    (kind.keepsServer()
            ? Preflight.ofRenewal(settings, wanted, images.get(BackingService.DATABASE.setting()))
            : Preflight.of(settings, wanted))
        .expectWell(what);
    DeployState journal =
        new DeployState(
            kind,
            to,
            release,
            live.release(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            Steps.of(kind).getFirst().name(),
            false,
            images,
            Installed.read(state).of(to),
            options.backup(),
            List.of(),
            Optional.empty(),
            Map.of(),
            secret);
    DeployContext attempt = new DeployContext(settings, progress, journal);
    if (kind == Operation.DEPLOY || kind == Operation.ROLLBACK) {
      // It may leave parts that differ, and then nothing could be remembered.
      new Applied(settings).rememberBefore(progress);
    }
    progress.touches();
    attempt.note(journal);
    return new StepsRunner(attempt).take(0);
  }

  /**
   * Finishes or undoes what a killed one left, unless somebody is at work.
   *
   * @throws OpsException if it can be neither finished nor undone
   */
  public void settleWhatIsLeft() throws OpsException {
    if (DeployState.read(state).isPresent()) {
      Lock.ifFree(
          state.resolve("lock"),
          "settle what was left",
          () -> {
            settle();
            return Optional.<Boolean>empty();
          });
    }
  }

  private Lock lock(String what) throws OpsException {
    // What is wanted may be another thing after a deploy that is under way.
    boolean isDeploying = Files.exists(DeployState.file(state));
    return Lock.await(state.resolve("lock"), what, isDeploying ? Duration.ZERO : OTHERS_WORK);
  }

  /** Finishes or undoes what a killed one left. */
  private void settle() throws OpsException {
    // One that cannot be read could not be added to at the end, when it is too late.
    history();
    new DeployRecovery(settings, progress).settle();
  }

  private DeployRequest wanted(LiveReleases live, Release release, Operation kind, Colour to)
      throws OpsException {
    Map<String, String> images = images();
    Map<String, String> would =
        switch (kind) {
          case FIRST -> ImagesFile.first(to, release);
          case APPLY_PARTS -> images;
          case DEPLOY, ROLLBACK, APPLY, ROTATE ->
              ImagesFile.running(ImagesFile.with(images, to, release), live.colour(), to);
          case RENEW -> ImagesFile.withParts(images, release);
        };
    Optional<Release.Schema> schema = Installed.read(state).schema();
    return new DeployRequest(
        release, live.release(), schema.or(() -> live.release().map(Release::schema)), would);
  }

  private Map<String, String> images() throws OpsException {
    Map<String, String> images = new ImagesFile(settings.places().images()).read();
    if (images.isEmpty()) {
      new Leftovers(settings).expectNone();
    }
    return images;
  }

  private static Operation kind(Map<String, String> images) {
    return images.isEmpty() ? Operation.FIRST : Operation.DEPLOY;
  }

  private static Colour to(LiveReleases live, Map<String, String> images) {
    return images.isEmpty() ? Colour.BLUE : live.colour().other();
  }

  private static boolean serves(LiveReleases live, Release release) {
    return live.release()
        .filter(
            running ->
                running.version().equals(release.version())
                    && running.images().server().equals(release.images().server())
                    && running.images().web().equals(release.images().web()))
        .isPresent();
  }
}
