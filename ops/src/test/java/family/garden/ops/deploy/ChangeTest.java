package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeTest {
  @Test
  void saysHowLongTheLastOneTook(@TempDir Path folder) throws Exception {
    History history = new History(folder);
    assertThat(history.lastTook(Operation.APPLY)).isEmpty();
    history.add(entry(Instant.EPOCH, Operation.APPLY, HistoryEntry.Result.DONE, 42));
    history.add(
        entry(Instant.EPOCH.plusSeconds(100), Operation.APPLY, HistoryEntry.Result.UNDONE, 7));
    history.add(
        entry(Instant.EPOCH.plusSeconds(200), Operation.DEPLOY, HistoryEntry.Result.DONE, 90));
    Optional<Duration> took = history.lastTook(Operation.APPLY);
    assertThat(took).contains(Duration.ofSeconds(42));
    assertThat(new Change(List.of(), true, List.of(), took).lines())
        .containsExactly(
            "The server is replaced by a second one, without a gap.", "The last one took 42 s.");
    assertThat(new Change(List.of(), false, List.of(), took).lines())
        .containsExactly("Everything runs with the settings of settings.env already.");
  }

  private static HistoryEntry entry(
      Instant began, Operation operation, HistoryEntry.Result result, int seconds) {
    HistoryEntry usual = StateTest.entry(began, operation);
    return new HistoryEntry(
        began,
        began.plusSeconds(seconds),
        operation,
        usual.from(),
        usual.to(),
        result,
        "",
        usual.seconds(),
        Optional.empty());
  }
}
