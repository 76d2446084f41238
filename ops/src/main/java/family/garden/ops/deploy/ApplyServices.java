package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Poller;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.SiteThroughProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Replaces the containers, but the servers, that run with other settings than settings.env has. */
final class ApplyServices implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration ANSWERS = Duration.ofMinutes(1);
  private static final String ADVICE = "See what the engine says of it: bookingctl doctor.";

  @Override
  public String name() {
    return "apply-parts";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Replacing what runs with other settings";
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    bring(attempt, attempt.settings());
  }

  @Override
  public void undo(DeployContext attempt) throws OpsException {
    Applied applied = new Applied(attempt.settings());
    if (applied.isKnown()) {
      // With them nginx listens somewhere else, perhaps.
      bring(attempt, Settings.load(applied.file()));
    }
  }

  @Override
  public List<String> remaining(DeployContext attempt) throws OpsException {
    if (new Applied(attempt.settings()).isKnown()) {
      return List.of();
    }
    return attempt.containers().madeSince(attempt.journal().began()).stream()
        .filter(Drift::isOther)
        .map(service -> service + " has the new settings, for nobody knows its old ones")
        .toList();
  }

  private static void bring(DeployContext attempt, Settings settings) throws OpsException {
    Path values = settings.file();
    List<String> services =
        Drift.of(attempt.settings(), values, attempt.toSwitch().live()).others();
    for (String service : services) {
      attempt.progress().step(service);
      if (service.equals(Drift.CERTIFICATES)) {
        makeCertificates(attempt, values);
      } else {
        up(attempt, values, service);
      }
    }
    for (BackingService part : BackingService.values()) {
      if (services.contains(part.service())) {
        attempt.containers().awaitHealthy(part.service(), 0, LIMIT, "start " + part.describe());
      }
    }
    if (services.contains(Drift.CERTIFICATES)
        || services.contains(BackingService.PROXY.service())) {
      awaitAnswer(settings);
    }
  }

  /** Also where only the path of a secret changed, which Compose does not see. */
  private static void up(DeployContext attempt, Path values, String service) throws OpsException {
    attempt.run(
        attempt
            .engine()
            .composeWithSettings(
                values,
                attempt.images().path(),
                "up",
                "--detach",
                "--no-deps",
                "--force-recreate",
                service),
        LIMIT,
        "start " + service,
        ADVICE);
  }

  /** nginx reads what was made when it is told to. */
  private static void makeCertificates(DeployContext attempt, Path values) throws OpsException {
    Engine engine = attempt.engine();
    up(attempt, values, Drift.CERTIFICATES);
    String ended =
        attempt.run(
            engine.call("wait", engine.container(Drift.CERTIFICATES)),
            LIMIT,
            "wait for the certificates",
            ADVICE);
    if (!ended.strip().equals("0")) {
      throw OpsException.refused(
          "make the certificates",
          "it ended with %s; its last words were:\n  %s\n"
              .formatted(ended.strip(), attempt.containers().lastWords(Drift.CERTIFICATES)),
          "Look at BOOKING_NAMES.");
    }
    if (attempt.containers().state(BackingService.PROXY.service()).status().equals("running")) {
      attempt.run(
          engine.call("kill", "--signal", "HUP", engine.container(BackingService.PROXY.service())),
          LIMIT,
          "have nginx read the certificates",
          ADVICE);
    }
  }

  /** Whatever it answers: that the live server is down may be why settings are applied. */
  private static void awaitAnswer(Settings settings) throws OpsException {
    Poller poller = new Poller(ANSWERS, Duration.ofMillis(500));
    while (true) {
      try {
        SiteThroughProxy.open(settings).get("/api/version", Optional.empty());
        return;
      } catch (OpsException e) {
        if (!poller.lookAgain()) {
          throw e;
        }
      }
    }
  }
}
