package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.Lane;
import family.garden.testkit.NeedsEngine;
import family.garden.testkit.OwnEngine;
import family.garden.testkit.Programs;
import family.garden.testkit.RunAlone;
import family.garden.testkit.Testbed;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine is killed, as an update may do: its containers go on running without it, and
 * containers that die meanwhile start with it again. {@code -Dbooking.faults=50} kills it ten
 * times; without it twice.
 */
@RunAlone("It kills the engine that all stacks run on.")
@ExtendWith(EngineKilledIT.NeedsEngineOfItsOwn.class)
class EngineKilledIT {
  private static final List<List<String>> VICTIMS =
      List.of(List.of(), List.of("proxy", "server-blue", "database", "cache"));

  @AutoClose private static Stack stack;
  private static Bookings bookings;

  @BeforeAll
  static void start() {
    stack = Stack.up(Lane.NAME + "-engine", "--override", Testbed.file("compose.load.yaml"));
    bookings = Bookings.of(stack);
  }

  /** Both cases in turn: all containers go on running, and all die with the engine. */
  static Stream<List<String>> victims() {
    int times = Math.max(VICTIMS.size(), Integer.getInteger("booking.faults", 0) / 5);
    return IntStream.range(0, times).mapToObj(time -> VICTIMS.get(time % VICTIMS.size()));
  }

  @ParameterizedTest
  @MethodSource("victims")
  void comesBackAndEverythingWithIt(List<String> services) {
    try (Bookings.Writer writer = bookings.write()) {
      writer.awaitMore(10);
      List<ProcessHandle> victims = processes(services);
      OwnEngine.kill();
      if (services.isEmpty()) {
        long unanswered = writer.unanswered();
        writer.awaitMore(30);
        assertThat(writer.unanswered()).isEqualTo(unanswered);
      } else {
        Programs.kill(victims);
      }

      // On the box systemd starts the engine again.
      Testbed.docker("version");
      if (services.isEmpty()) {
        // The new engine manages containers that it did not start.
        Programs.kill(processes(List.of("server-blue")));
      }
      writer.awaitMore(10);
    }
    assertThat(bookings.lost()).isEmpty();
    assertThat(bookings.overbookedNights()).isZero();
  }

  private static List<ProcessHandle> processes(List<String> services) {
    return services.stream()
        .map(each -> ProcessHandle.of(stack.process(each)).orElseThrow())
        .toList();
  }

  /** Only the testbed's own engine; the test must not kill another. */
  static final class NeedsEngineOfItsOwn extends NeedsEngine {
    @Override
    protected Optional<String> missing() {
      return OwnEngine.isThere()
          ? Optional.empty()
          : Optional.of("The engine is not the testbed's own, so it is not ours to kill.");
    }
  }
}
