package family.garden.ops.deploy;

import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Puts the pages and starts the server of the other colour; nobody is led there yet. */
final class StartNew implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String ADVICE = "See what the engine says of it: bookingctl doctor.";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Starting %s (%s)".formatted(attempt.journal().release().version(), attempt.fresh());
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    Map<String, String> images =
        ImagesFile.with(
            attempt.journal().imagesBefore(), attempt.fresh(), attempt.journal().release());
    attempt.images().write(ImagesFile.running(images, attempt.old(), attempt.fresh()));
    Engine engine = attempt.engine();
    // Without what they depend on: nothing of what serves is to be touched.
    attempt.run(
        engine.compose("run", "--rm", "--no-deps", "--no-TTY", attempt.fresh().pages()),
        LIMIT,
        "put the pages of " + attempt.journal().release().version(),
        ADVICE);
    attempt.run(
        engine.compose(
            "up", "--detach", "--no-deps", "--force-recreate", attempt.fresh().service()),
        LIMIT,
        "start " + attempt.journal().release().version(),
        ADVICE);
  }

  @Override
  public void undo(DeployContext attempt) throws OpsException {
    attempt.progress().step("stopping " + attempt.fresh());
    removeFresh(attempt);
    attempt.images().write(attempt.journal().imagesBefore());
  }

  /** Leaves no container of the colour that is not live, whatever it is in the middle of. */
  static void removeFresh(DeployContext attempt) throws OpsException {
    Engine engine = attempt.engine();
    for (String service : List.of(attempt.fresh().service(), attempt.fresh().pages())) {
      attempt.run(
          engine.compose("rm", "--stop", "--force", service), LIMIT, "stop " + service, ADVICE);
      String ran =
          attempt.run(engine.oneOffs(service), LIMIT, "ask what is left of " + service, ADVICE);
      if (!ran.isBlank()) {
        Command remove = engine.call("rm", "--force").with(ran.lines().toArray(String[]::new));
        attempt.run(remove, LIMIT, "remove what is left of " + service, ADVICE);
      }
    }
  }
}
