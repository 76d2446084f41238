package family.garden.ops.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndoTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @AfterEach
  void forget() {
    Thread.interrupted();
  }

  @Test
  void runsProgramsThoughTheWorkWasInterruptedAndRemembersThat() throws OpsException {
    Thread.currentThread().interrupt();
    String output = Undo.call(() -> Processes.run(Command.of("echo", "undone"), LONG).stdout());
    assertThat(output).isEqualTo("undone\n");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void isNotStoppedByAnInterruptInBetween() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    AtomicReference<String> output = new AtomicReference<>("");
    Thread work =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Undo.run(
                        () -> {
                          begun.countDown();
                          awaitIt(interrupted);
                          output.set(Processes.run(Command.of("echo", "undone"), LONG).stdout());
                        });
                  } catch (OpsException e) {
                    output.set(String.valueOf(e.getMessage()));
                  }
                });
    begun.await();
    work.interrupt();
    interrupted.countDown();
    work.join();
    assertThat(output.get()).isEqualTo("undone\n");
  }

  private static void awaitIt(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("An undo was interrupted.", e);
    }
  }

  @Test
  void itsProgramsAreInASessionThatNoTerminalReaches() throws OpsException {
    Command asks = Command.of("sh", "-c", "cut -d' ' -f6 </proc/$$/stat; echo $$");
    List<String> usual = Processes.run(asks, LONG).stdout().lines().toList();
    List<String> undoing = Undo.call(() -> Processes.run(asks, LONG).stdout().lines().toList());
    assertThat(usual.getFirst()).isNotEqualTo(usual.getLast());
    assertThat(undoing.getFirst()).isEqualTo(undoing.getLast());
    Command pipes = Command.of("cat", "/proc/self/stat");
    assertThat(
            Undo.call(() -> Pipeline.run(null, List.of(pipes), null, LONG).stdout())
                .split(" ", -1)[5])
        .isNotEqualTo(Pipeline.run(null, List.of(pipes), null, LONG).stdout().split(" ", -1)[5]);
  }

  @Test
  void throwsWhatTheWorkThrows() {
    assertThatThrownBy(
            () ->
                Undo.run(
                    () -> {
                      throw OpsException.needsAPerson("go back", "of a test", "Nothing.");
                    }))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("of a test");
    assertThatThrownBy(
            () ->
                Undo.run(
                    () -> {
                      throw new IllegalArgumentException("a fault");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
