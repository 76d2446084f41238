package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.engine.InspectedContainer;
import family.garden.ops.process.Poller;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.SiteThroughProxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Replaces the containers, but the servers, that run with other settings than settings.env has. */
final class ApplyServices implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration ANSWERS = Duration.ofMinutes(1);
  private static final String ADVICE = "See what the engine says of it: bookingctl doctor.";

  @Override
  public String name() {
    return "apply-services";
  }

  @Override
  public String describe(DeployContext context) {
    return "Replacing what runs with other settings";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    bring(context, context.settings());
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    Applied applied = new Applied(context.settings());
    if (applied.isKnown()) {
      // With them nginx listens somewhere else, perhaps.
      bring(context, Settings.load(applied.file()));
    }
  }

  @Override
  public List<String> remaining(DeployContext context) throws OpsException {
    if (new Applied(context.settings()).isKnown()) {
      return List.of();
    }
    Instant begun = context.plan().startedAt();
    return context.containers().all().stream()
        .filter(container -> container.createdAt().filter(at -> !at.isBefore(begun)).isPresent())
        .map(InspectedContainer::service)
        .filter(Drift::isOther)
        .distinct()
        .sorted()
        .map(service -> service + " has the new settings, for nobody knows its old ones")
        .toList();
  }

  private static void bring(DeployContext context, Settings settings) throws OpsException {
    Path values = settings.file();
    List<String> services =
        Drift.of(context.settings(), values, context.toSwitch().live()).others();
    for (String service : services) {
      context.progress().step(service);
      if (service.equals(Drift.CERTIFICATES)) {
        makeCertificates(context, values);
      } else {
        up(context, values, service);
      }
    }
    for (BackingService service : BackingService.values()) {
      if (services.contains(service.composeName())) {
        context
            .containers()
            .awaitHealthy(service.composeName(), 0, LIMIT, "start " + service.describe());
      }
    }
    if (services.contains(Drift.CERTIFICATES)
        || services.contains(BackingService.PROXY.composeName())) {
      awaitAnswer(settings);
    }
  }

  /** Also where only the path of a secret changed, which Compose does not see. */
  private static void up(DeployContext context, Path values, String service) throws OpsException {
    context.run(
        context
            .engine()
            .composeWithSettings(
                values,
                context.images().path(),
                "up",
                "--detach",
                "--no-deps",
                "--force-recreate",
                service),
        LIMIT,
        "start " + service,
        ADVICE);
  }

  /** nginx reads new certificates when it gets a signal. */
  private static void makeCertificates(DeployContext context, Path values) throws OpsException {
    Engine engine = context.engine();
    up(context, values, Drift.CERTIFICATES);
    String ended =
        context.run(
            engine.call("wait", engine.container(Drift.CERTIFICATES)),
            LIMIT,
            "wait for the certificates",
            ADVICE);
    if (!ended.strip().equals("0")) {
      throw OpsException.refused(
          "make the certificates",
          "it ended with %s; its last lines were:\n  %s\n"
              .formatted(ended.strip(), context.containers().lastLines(Drift.CERTIFICATES)),
          "Look at BOOKING_NAMES.");
    }
    if (context.containers().of(BackingService.PROXY.composeName()).isRunning()) {
      context.run(
          engine.call(
              "kill", "--signal", "HUP", engine.container(BackingService.PROXY.composeName())),
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
