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
    return "start-new";
  }

  @Override
  public String describe(DeployContext context) {
    return "Starting %s (%s)".formatted(context.plan().release().version(), context.newColour());
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Map<String, String> images =
        ImagesFile.with(
            context.plan().imagesBefore(), context.newColour(), context.plan().release());
    context.images().write(ImagesFile.running(images, context.oldColour(), context.newColour()));
    Engine engine = context.engine();
    // Without what they depend on: nothing of what serves is to be touched.
    context.run(
        engine.compose("run", "--rm", "--no-deps", "--no-TTY", context.newColour().pages()),
        LIMIT,
        "put the pages of " + context.plan().release().version(),
        ADVICE);
    context.run(
        engine.compose(
            "up", "--detach", "--no-deps", "--force-recreate", context.newColour().service()),
        LIMIT,
        "start " + context.plan().release().version(),
        ADVICE);
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    context.progress().step("stopping " + context.newColour());
    removeNew(context);
    context.images().write(context.plan().imagesBefore());
  }

  /** Leaves no container of the colour that is not live, whatever it is in the middle of. */
  static void removeNew(DeployContext context) throws OpsException {
    Engine engine = context.engine();
    for (String service : List.of(context.newColour().service(), context.newColour().pages())) {
      context.run(
          engine.compose("rm", "--stop", "--force", service), LIMIT, "stop " + service, ADVICE);
      String ran =
          context.run(engine.oneOffs(service), LIMIT, "ask what is left of " + service, ADVICE);
      if (!ran.isBlank()) {
        Command remove = engine.call("rm", "--force").with(ran.lines().toArray(String[]::new));
        context.run(remove, LIMIT, "remove what is left of " + service, ADVICE);
      }
    }
  }
}
