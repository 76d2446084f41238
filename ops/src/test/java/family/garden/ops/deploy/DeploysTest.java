package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.SomeSettings;
import family.garden.ops.disk.Lock;
import family.garden.ops.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploysTest {
  @TempDir private Path folder;
  private Deploys deploys;
  private Path lock;

  @BeforeEach
  void makeABoxThatCannotGoBack() throws Exception {
    Path state = Files.createDirectory(folder.resolve("state"));
    Files.writeString(folder.resolve("images.env"), "");
    deploys =
        new Deploys(
            SomeSettings.in(
                folder, "BOOKING_STATE=" + state, "BOOKING_LIVE=" + folder.resolve("live")),
            new Progress(System.out, true));
    lock = state.resolve("lock");
  }

  @Test
  void waitsForWorkThatIsSoonDone() throws Exception {
    AtomicReference<Thread> at = new AtomicReference<>();
    CompletableFuture<Void> rollback;
    try (Lock _ = Lock.take(lock, "remove images")) {
      rollback =
          CompletableFuture.runAsync(
              () -> {
                at.set(Thread.currentThread());
                run(deploys::rollback);
              });
      while (!rollback.isDone() && !isWaiting(at.get())) {
        Thread.onSpinWait();
      }
      assertThat(rollback).isNotDone();
    }
    assertThatThrownBy(() -> rollback.get(1, TimeUnit.MINUTES))
        .hasMessageContaining("it is empty or cut off");
  }

  /** After it, a rollback would be a deploy of its own. */
  @Test
  void doesNotWaitForADeploy() throws Exception {
    Files.writeString(DeployState.file(folder.resolve("state")), "{}");
    try (Lock _ = Lock.take(lock, "deploy 1.0.0")) {
      assertThatThrownBy(deploys::rollback).hasMessageContaining("another one is at work");
    }
  }

  private static boolean isWaiting(@org.jspecify.annotations.Nullable Thread thread) {
    return thread != null && thread.getState() == Thread.State.TIMED_WAITING;
  }

  private static void run(ThrowingCallable deed) {
    try {
      deed.call();
    } catch (Throwable e) {
      throw new CompletionException(e);
    }
  }
}
