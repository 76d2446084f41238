package family.garden.stack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine dies, as on the night of an update: what it started goes on without it. */
class EngineKilledIT {
  private static @Nullable Stack stack;
  private static Bookings bookings;

  @BeforeAll
  static void start() {
    Testbed.requireEngine();
    Assumptions.assumeTrue(
        Testbed.docker("info", "--format", "{{.LiveRestoreEnabled}} {{.DockerRootDir}}")
            .matches("(?s)true .*/booking/engine/.*"),
        "The engine is not the testbed's own, so it is not ours to kill.");
    Stack started = Stack.up("engine", "--override", Testbed.file("compose.load.yaml"));
    stack = started;
    bookings = Bookings.of(started);
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void servesWithoutItAndIsLookedAfterAgain() {
    List<ProcessHandle> engine =
        ProcessHandle.allProcesses()
            .filter(each -> each.info().command().orElse("").endsWith("/engine/usr/sbin/dockerd"))
            .toList();
    assertThat(engine).hasSize(1);
    try (Bookings.Writer writer = bookings.write()) {
      writer.awaitMore(10);
      engine.getFirst().destroyForcibly();
      await().atMost(Duration.ofSeconds(10)).until(() -> !engine.getFirst().isAlive());
      long unanswered = writer.unanswered();
      writer.awaitMore(30);
      assertThat(writer.unanswered()).isEqualTo(unanswered);

      // On the box the system starts it again.
      Testbed.docker("version");
      ProcessHandle server =
          ProcessHandle.of(requireNonNull(stack).process("server-blue")).orElseThrow();
      server.destroyForcibly();
      await().atMost(Duration.ofSeconds(10)).until(() -> !server.isAlive());
      writer.awaitMore(10);
    }
    assertThat(bookings.lost()).isEmpty();
  }
}
