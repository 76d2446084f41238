package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.containers.Containers;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import family.garden.ops.site.SiteThroughProxy;
import family.garden.ops.smoke.Smoke;
import family.garden.ops.smoke.SmokeSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the steps of one deploy share: its plan, its state, and how to reach what they change. */
final class DeployContext {
  private final Settings settings;
  private final Progress progress;
  private DeployState state;
  private SmokeSession session = SmokeSession.NONE;

  DeployContext(Settings settings, Progress progress, DeployState state) {
    this.settings = settings;
    this.progress = progress;
    this.state = state;
  }

  Settings settings() {
    return settings;
  }

  Progress progress() {
    return progress;
  }

  DeployPlan plan() {
    return state.plan();
  }

  DeployState state() {
    return state;
  }

  Path stateFolder() {
    return settings.places().state();
  }

  Colour newColour() {
    return plan().newColour();
  }

  Colour oldColour() {
    return plan().newColour().other();
  }

  /** Writes the state to its file. */
  void note(DeployState changed) throws OpsException {
    changed.write(stateFolder());
    state = changed;
  }

  /** Adds the deploy to the history, and removes its state: it has ended. */
  HistoryEntry end(HistoryEntry.Result result, String reason, Optional<String> failedStep)
      throws OpsException {
    HistoryEntry entry =
        new HistoryEntry(
            plan().startedAt(),
            Instant.now(),
            plan().operation(),
            plan().versionBefore(),
            plan().version(),
            result,
            reason,
            state.seconds(),
            failedStep);
    new History(stateFolder()).add(entry);
    DeployState.remove(stateFolder());
    return entry;
  }

  void changeInstalled(UnaryOperator<Installed> change) throws OpsException {
    change.apply(Installed.read(stateFolder())).write(stateFolder());
  }

  Engine engine() {
    return new Engine(settings);
  }

  ImagesFile images() {
    return new ImagesFile(settings.places().images());
  }

  Switch toSwitch() {
    return new Switch(settings.places().live());
  }

  Containers containers() {
    return new Containers(engine());
  }

  Smoke smoke() {
    return new Smoke(settings, progress);
  }

  Site direct(Colour colour) {
    return Site.direct(settings, colour);
  }

  Site throughProxy() throws OpsException {
    return SiteThroughProxy.open(settings);
  }

  /** The session of the last log-in; every server of the garden knows it. */
  SmokeSession session() {
    return session;
  }

  void keep(SmokeSession loggedIn) {
    session = loggedIn;
  }

  /** Ends that session, at a server that runs. */
  void logOut(Colour running) {
    if (session.token().isPresent()) {
      smoke().logOut(direct(running), session);
      session = SmokeSession.NONE;
    }
  }

  String run(Command command, Duration limit, String tried, String advice) throws OpsException {
    return Processes.run(command, limit).expectSuccess(tried, advice);
  }
}
