package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.Lane;
import family.garden.testkit.NeedsEngine;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes are killed while people book: every service comes back by itself, and no acknowledged
 * booking is lost. {@code -Dbooking.faults=50} kills fifty times; without it kills each process
 * once.
 */
@ExtendWith(NeedsEngine.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {
  private static final List<List<String>> VICTIMS =
      List.of(
          List.of("server-blue"),
          List.of("database"),
          List.of("proxy"),
          List.of("cache"),
          List.of("proxy", "server-blue", "database", "cache"));

  @AutoClose private static Stack stack;
  private static Bookings bookings;

  @BeforeAll
  static void start() {
    stack = Stack.up(Lane.NAME + "-faults", "--override", Testbed.file("compose.load.yaml"));
    bookings = Bookings.of(stack);
  }

  @BeforeEach
  void canKillThem() {
    Assumptions.assumeTrue(
        ProcessHandle.of(stack.process("database")).isPresent(),
        "The engine runs its containers on another machine.");
  }

  static Stream<List<String>> victims() {
    int times = Integer.getInteger("booking.faults", VICTIMS.size());
    return IntStream.range(0, times).mapToObj(time -> VICTIMS.get(time % VICTIMS.size()));
  }

  @ParameterizedTest
  @MethodSource("victims")
  @Order(1)
  void losesNothingWhenKilled(List<String> services) {
    try (Bookings.Writer writer = bookings.write()) {
      writer.awaitMore(10);
      List<ProcessHandle> processes =
          services.stream()
              .flatMap(each -> ProcessHandle.of(stack.process(each)).stream())
              .toList();
      assertThat(processes).hasSize(services.size());
      Programs.kill(processes);
      writer.awaitMore(10);
    }
    assertThat(bookings.lost()).isEmpty();
    assertThat(bookings.overbookedNights()).isZero();
  }

  @Test
  @Order(2)
  void leavesNoPageDamaged() {
    stack.compose("stop", "server-blue", "database");
    String output =
        stack.compose(
            "run", "--rm", "--no-deps", "--entrypoint", "pg_checksums", "database", "--check");
    assertThat(output).contains("Bad checksums:  0", "Data checksum version: 1");
  }
}
