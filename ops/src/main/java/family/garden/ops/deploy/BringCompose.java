package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Puts the release's own compose.yaml in its place. What was there is kept for the way back; a
 * rollback brings the file of the release that it goes back to, and for one that brought none the
 * file that it ran with.
 */
final class BringCompose implements Step {
  private static final String PREFIX = "compose-before-";

  @Override
  public String name() {
    return "bring-compose";
  }

  @Override
  public String describe(DeployContext context) {
    return context.plan().release().compose().isPresent()
        ? "Bringing compose.yaml of " + context.plan().release().version()
        : "Leaving compose.yaml as it is, for this release brings none";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Optional<String> brought = context.plan().release().compose();
    if (brought.isEmpty()) {
      return;
    }
    Path file = context.settings().places().composeFile();
    Path copy = copyBefore(context);
    // One that was killed here and goes on must not keep its own file as the one before.
    if (!Files.exists(copy)) {
      forgetOlder(context.stateFolder());
      Durable.write(copy, Durable.read(file).orElse(""));
    }
    Optional<String> before = Durable.read(copy).filter(text -> !text.isBlank());
    if (before.isPresent()) {
      rememberOfOld(context, before);
    }
    Durable.write(file, brought.get());
  }

  /** A release that brought no file ran with the one that was there. */
  private static void rememberOfOld(DeployContext context, Optional<String> compose)
      throws OpsException {
    Optional<Release> old = context.plan().before().filter(release -> release.compose().isEmpty());
    if (old.isPresent()) {
      context.changeInstalled(
          installed ->
              installed.with(context.oldColour(), Optional.of(old.get().withCompose(compose))));
    }
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    Optional<String> before = Durable.read(copyBefore(context));
    if (before.isEmpty()) {
      return;
    }
    rememberOfOld(context, Optional.empty());
    Path file = context.settings().places().composeFile();
    if (before.get().isEmpty()) {
      Durable.remove(file);
    } else {
      Durable.write(file, before.get());
    }
  }

  /** What was there before this very deploy; empty where there was no file. */
  private static Path copyBefore(DeployContext context) {
    return context
        .stateFolder()
        .resolve(PREFIX + context.plan().startedAt().toEpochMilli() + ".yaml");
  }

  private static void forgetOlder(Path state) throws OpsException {
    try (DirectoryStream<Path> older = Files.newDirectoryStream(state, PREFIX + "*")) {
      for (Path each : older) {
        Durable.remove(each);
      }
    } catch (IOException e) {
      throw Durable.failed("clear " + state, e);
    }
  }
}
