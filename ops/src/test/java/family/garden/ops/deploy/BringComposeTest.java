package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** compose.yaml comes with a release, and a rollback restores the previous one. */
class BringComposeTest {
  private final BringCompose step = new BringCompose();

  @TempDir private Path folder;

  @Test
  void bringsItAndPutsTheOlderOneBack() throws Exception {
    Files.writeString(compose(), "older");
    DeployContext context = context(Optional.of("newer"), 1);
    step.run(context);
    assertThat(compose()).hasContent("newer");
    step.undo(context);
    step.undo(context);
    assertThat(compose()).hasContent("older");
  }

  @Test
  void leavesNoneWhereThereWasNone() throws Exception {
    DeployContext context = context(Optional.of("first"), 1);
    step.run(context);
    assertThat(compose()).hasContent("first");
    step.undo(context);
    assertThat(compose()).doesNotExist();
  }

  @Test
  void keepsTheOlderOneThoughItBeginsAgain() throws Exception {
    Files.writeString(compose(), "older");
    step.run(context(Optional.of("newer"), 1));
    step.run(context(Optional.of("newer"), 1));
    step.undo(context(Optional.of("newer"), 1));
    assertThat(compose()).hasContent("older");
  }

  @Test
  void knowsWhatBelongsToWhichDeploy() throws Exception {
    Files.writeString(compose(), "1");
    step.run(context(Optional.of("2"), 1));
    // The deploy failed before this step, so the saved file belongs to an earlier deploy.
    step.undo(context(Optional.of("3"), 2));
    assertThat(compose()).hasContent("2");
    step.run(context(Optional.of("4"), 3));
    step.undo(context(Optional.of("4"), 3));
    assertThat(compose()).hasContent("2");
    try (var state = Files.list(folder.resolve("state"))) {
      assertThat(state).hasSize(1);
    }
  }

  @Test
  void leavesTheFileToAReleaseThatBringsNone() throws Exception {
    Files.writeString(compose(), "older");
    step.run(context(Optional.empty(), 1));
    step.undo(context(Optional.empty(), 1));
    assertThat(compose()).hasContent("older");
  }

  @Test
  void bringsAReleaseThatBroughtNoneTheFileThatItRanWith() throws Exception {
    Files.writeString(compose(), "of the keeper");
    Release none = release(Optional.empty());
    DeployContext deploy = context(release(Optional.of("newer")), Optional.of(none), 1);
    step.run(deploy);
    assertThat(compose()).hasContent("newer");
    Release goesBackTo = Installed.read(deploy.stateFolder()).of(deploy.oldColour()).orElseThrow();
    step.run(context(goesBackTo, Optional.of(release(Optional.of("newer"))), 2));
    assertThat(compose()).hasContent("of the keeper");
  }

  @Test
  void forgetsWhichFileAReleaseRanWithWhenTheNextIsUndone() throws Exception {
    Files.writeString(compose(), "of the keeper");
    Release none = release(Optional.empty());
    DeployContext deploy = context(release(Optional.of("newer")), Optional.of(none), 1);
    step.run(deploy);
    step.undo(deploy);
    assertThat(compose()).hasContent("of the keeper");
    assertThat(Installed.read(deploy.stateFolder()).of(deploy.oldColour())).contains(none);
  }

  private static Release release(Optional<String> brought) throws Exception {
    return StateTest.release("1.0.0", '1').withCompose(brought);
  }

  private Path compose() {
    return folder.resolve("compose.yaml");
  }

  private DeployContext context(Optional<String> brought, long began) throws Exception {
    return context(release(brought), Optional.empty(), began);
  }

  private DeployContext context(Release release, Optional<Release> before, long began)
      throws Exception {
    Path state = Files.createDirectories(folder.resolve("state"));
    return new DeployContext(
        SomeSettings.in(folder, "BOOKING_STATE=" + state, "BOOKING_COMPOSE_FILES=" + compose()),
        new Progress(System.err, true),
        DeployState.beginning(
                new DeployPlan(
                    Operation.DEPLOY,
                    Colour.GREEN,
                    release,
                    before,
                    Instant.ofEpochSecond(began),
                    Map.of(),
                    Optional.empty(),
                    true,
                    Optional.empty()))
            .begins("bring-compose"));
  }
}
