package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
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

/** What the steps of one deploy share: its journal, and how to reach the parts of the site. */
final class DeployContext {
  private final Settings settings;
  private final Progress progress;
  private DeployState journal;
  private SmokeSession session = SmokeSession.NONE;

  DeployContext(Settings settings, Progress progress, DeployState journal) {
    this.settings = settings;
    this.progress = progress;
    this.journal = journal;
  }

  Settings settings() {
    return settings;
  }

  Progress progress() {
    return progress;
  }

  DeployState journal() {
    return journal;
  }

  Path state() {
    return settings.places().state();
  }

  /** The colour that is to serve. */
  Colour fresh() {
    return journal.to();
  }

  /** The colour that served before. */
  Colour old() {
    return journal.to().other();
  }

  /** Writes down how far it came. */
  void note(DeployState changed) throws OpsException {
    changed.write(state());
    journal = changed;
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

  /** Runs a command that must succeed. */
  String run(Command command, Duration limit, String tried, String advice) throws OpsException {
    return Processes.run(command, limit).expectSuccess(tried, advice);
  }
}
