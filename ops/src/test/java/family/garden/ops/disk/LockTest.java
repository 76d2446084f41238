package family.garden.ops.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
  @TempDir Path folder;

  @Test
  void letsOnlyOneIn() throws Exception {
    Path file = folder.resolve("state/lock");
    try (Lock _ = Lock.take(file, "deploy 1.0.0")) {
      assertThat(file).content().contains("to deploy 1.0.0");
    }
    // A lock of another process, which the kernel releases when the process ends.
    Process other =
        new ProcessBuilder(
                "python3",
                "-c",
                "import fcntl,sys; f=open(sys.argv[1],'r+'); fcntl.lockf(f,fcntl.LOCK_EX);"
                    + " print('held',flush=True); sys.stdin.read()",
                file.toString())
            .start();
    assertThat(other.inputReader().readLine()).isEqualTo("held");
    Files.writeString(file, "process 7, since noon, to deploy 2.0.0\n");
    assertThatThrownBy(() -> Lock.take(file, "roll back"))
        .isInstanceOf(OpsException.class)
        .hasMessageContaining("process 7, since noon, to deploy 2.0.0");
    other.destroyForcibly().waitFor();
    Lock.take(file, "roll back").close();
  }

  @Test
  void waitsForWhoeverHasIt() throws Exception {
    Path file = folder.resolve("lock");
    Lock first = Lock.take(file, "be first");
    CompletableFuture<String> reported = new CompletableFuture<>();
    CompletableFuture<Void> next =
        CompletableFuture.runAsync(
            () -> {
              try {
                Lock.await(file, "be next", Duration.ofMinutes(1), reported::complete).close();
              } catch (OpsException e) {
                throw new AssertionError(e);
              }
            });
    assertThatThrownBy(() -> Lock.await(file, "be third", Duration.ofMillis(300)))
        .hasMessageContaining("to be first");
    assertThat(reported.get(1, TimeUnit.MINUTES)).contains("to be first");
    first.close();
    next.get(1, TimeUnit.MINUTES);
  }
}
