package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Patience;
import family.garden.ops.report.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Replaces the containers, but the servers, that run with other settings than settings.env has. */
final class ApplyParts implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration ANSWERS = Duration.ofMinutes(1);
  private static final String ADVICE = "See what the engine says of it: bookingctl doctor.";

  @Override
  public String name() {
    return "apply-parts";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Replacing what runs with other settings";
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
    bring(attempt, attempt.settings());
  }

  @Override
  public void undo(Attempt attempt) throws Trouble {
    Applied applied = new Applied(attempt.settings());
    if (applied.isKnown()) {
      // With them nginx listens somewhere else, perhaps.
      bring(attempt, Settings.load(applied.file()));
    }
  }

  @Override
  public List<String> remaining(Attempt attempt) throws Trouble {
    if (new Applied(attempt.settings()).isKnown()) {
      return List.of();
    }
    return attempt.containers().madeSince(attempt.journal().began()).stream()
        .filter(Drift::isOther)
        .map(service -> service + " has the new settings, for nobody knows its old ones")
        .toList();
  }

  private static void bring(Attempt attempt, Settings settings) throws Trouble {
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
    for (Part part : Part.values()) {
      if (services.contains(part.service())) {
        attempt.containers().awaitHealthy(part.service(), 0, LIMIT, "start " + part.told());
      }
    }
    if (services.contains(Drift.CERTIFICATES) || services.contains(Part.PROXY.service())) {
      awaitAnswer(settings);
    }
  }

  /** Also where only the path of a secret changed, which Compose does not see. */
  private static void up(Attempt attempt, Path values, String service) throws Trouble {
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
  private static void makeCertificates(Attempt attempt, Path values) throws Trouble {
    Engine engine = attempt.engine();
    up(attempt, values, Drift.CERTIFICATES);
    String ended =
        attempt.run(
            engine.call("wait", engine.container(Drift.CERTIFICATES)),
            LIMIT,
            "wait for the certificates",
            ADVICE);
    if (!ended.strip().equals("0")) {
      throw Trouble.refused(
          "make the certificates",
          "it ended with %s; its last words were:\n  %s\n"
              .formatted(ended.strip(), attempt.containers().lastWords(Drift.CERTIFICATES)),
          "Look at BOOKING_NAMES.");
    }
    if (attempt.containers().state(Part.PROXY.service()).status().equals("running")) {
      attempt.run(
          engine.call("kill", "--signal", "HUP", engine.container(Part.PROXY.service())),
          LIMIT,
          "have nginx read the certificates",
          ADVICE);
    }
  }

  /** Whatever it answers: that the live server is down may be why settings are applied. */
  private static void awaitAnswer(Settings settings) throws Trouble {
    Patience patience = new Patience(ANSWERS, Duration.ofMillis(500));
    while (true) {
      try {
        ThroughProxy.open(settings).get("/api/version", Optional.empty());
        return;
      } catch (Trouble e) {
        if (!patience.lookAgain()) {
          throw e;
        }
      }
    }
  }
}
