package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.release.Version;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State files are read as they were written. */
class StateTest {
  @TempDir private Path state;

  @Test
  void keepsTheStateOfADeployUnderWay() throws OpsException {
    assertThat(DeployState.read(state)).isEmpty();
    DeployState deploy =
        deployState()
            .begins("start-new")
            .ends(1.23)
            .pausing(List.of("prometheus"))
            .switched(Instant.EPOCH);
    deploy.write(state);
    assertThat(DeployState.read(state)).contains(deploy);
    assertThat(deploy.seconds()).containsExactly(Map.entry("start-new", 1.2));
    DeployState.remove(state);
    assertThat(DeployState.read(state)).isEmpty();
  }

  @Test
  void writesAnEndOnceAndPassesOverHalfALine() throws Exception {
    History history = new History(state);
    HistoryEntry first = entry(Instant.EPOCH);
    history.add(first);
    history.add(first);
    assertThat(history.read()).containsExactly(first);
    Files.writeString(state.resolve("history.jsonl"), "{\"startedAt\":", StandardOpenOption.APPEND);
    HistoryEntry second = entry(Instant.EPOCH.plusSeconds(1));
    history.add(second);
    assertThat(history.read()).containsExactly(first, second);
  }

  @Test
  void knowsWhatEachColourRunsAndWhatWasBroughtHere() throws OpsException {
    Installed installed =
        Installed.NOTHING
            .bringing(Colour.BLUE, release("1.0.0", '1'))
            .bringing(Colour.GREEN, release("1.1.0", '2'))
            .bringing(Colour.BLUE, release("1.2.0", '3'))
            .migrated(new Release.Schema(7, 3))
            .migrated(new Release.Schema(6, 1));
    installed.write(state);
    Installed read = Installed.read(state);
    assertThat(read).isEqualTo(installed);
    assertThat(read.schema()).contains(new Release.Schema(7, 3));
    assertThat(read.images()).hasSize(3);
    assertThat(PruneImages.needed(Map.of("COMPOSE_PROFILES", "blue"), read))
        .contains(image('2'), image('3'))
        .doesNotContain(image('1'));
  }

  static DeployState deployState() {
    return DeployState.beginning(
        new DeployPlan(
            Operation.DEPLOY,
            Colour.GREEN,
            release("1.1.0", '2'),
            Optional.of(release("1.0.0", '1')),
            Instant.EPOCH,
            Map.of("COMPOSE_PROFILES", "blue"),
            Optional.empty(),
            true,
            Optional.empty()));
  }

  static HistoryEntry entry(Instant began) {
    return entry(began, Operation.DEPLOY);
  }

  static HistoryEntry entry(Instant began, Operation operation) {
    return new HistoryEntry(
        began,
        began,
        operation,
        Optional.empty(),
        "1.0.0",
        HistoryEntry.Result.DONE,
        "",
        Map.of("start-new", 1.5),
        Optional.empty());
  }

  static Release release(String version, char digit) {
    return new Release(
        new Version(version),
        "abcdef1",
        Instant.EPOCH,
        new Release.Images(image(digit), image(digit), image('8'), image('9'), image('9')),
        new Release.Schema(5, 1));
  }

  private static String image(char digit) {
    return "sha256:" + Character.toString(digit).repeat(64);
  }
}
