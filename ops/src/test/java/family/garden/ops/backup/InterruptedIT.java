package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.ops.NeedsEngine;
import family.garden.ops.StackWithCtl;
import family.garden.ops.StackWithCtl.AtWork;
import family.garden.ops.result.ExitCode;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A signal interrupts commands for backups at each step: the site serves as before, and no copy of
 * the data remains. {@code -Dbooking.every-step=true} sends each signal at each step, twice.
 */
@ExtendWith(NeedsEngine.class)
class InterruptedIT {
  private static final boolean ALL = Boolean.getBoolean("booking.every-step");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final List<String> SIGNALS = List.of("INT", "HUP", "TERM");

  private static final List<String> CREATE =
      List.of(
          "Copying the files of the database",
          "Waiting until the WAL up to then is archived",
          "Unpacking the base",
          "Recovering",
          "Comparing it",
          "Starting Booking on it");
  private static final List<String> RESTORE =
      List.of(
          "Stopping the servers",
          "beside what is there",
          "Recovering",
          "Looking at what was restored",
          "Stopping the servers and the database",
          "Exchanging the data",
          "Starting everything");

  private static StackWithCtl box;
  private static Guest guest;

  @BeforeAll
  static void start() throws Exception {
    box = new StackWithCtl("interrupted", "BOOKING_BACKUP_TARGET={remote-copy}");
    guest = new Guest(box);
    guest.book();
    box.backups().create(BackupType.BASE, "a test");
  }

  @AfterAll
  static void stop() {
    if (box != null) {
      box.close();
    }
  }

  /** A signal that is sent after a line of bookingctl's output, and how often. */
  record Signal(String step, String name, int times) {}

  static Stream<Signal> whileCreating() {
    return signals(
        CREATE,
        List.of(
            new Signal("Recovering", "TERM", 1), new Signal("Starting Booking on it", "INT", 2)));
  }

  static Stream<Signal> whileRestoring() {
    return signals(
        RESTORE,
        List.of(
            new Signal("Recovering", "INT", 2),
            new Signal("Stopping the servers and the database", "TERM", 1),
            new Signal("Starting everything", "HUP", 1)));
  }

  private static Stream<Signal> signals(List<String> steps, List<Signal> some) {
    if (!ALL) {
      return some.stream();
    }
    List<Signal> all = new ArrayList<>();
    for (String step : steps) {
      for (String name : SIGNALS) {
        all.add(new Signal(step, name, 1));
        all.add(new Signal(step, name, 2));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("whileCreating")
  void leavesNothingOfABackup(Signal signal) throws Exception {
    int before = box.backups().list().size();
    AtWork work = box.start("backup", "create", "--base", "--verbose");
    assertThat(interrupted(work, signal).code()).isNotIn(0, 137);
    // Each complete backup is listed, without a fault.
    assertThat(box.backups().list())
        .hasSizeBetween(before, before + 1)
        .allSatisfy(each -> assertThat(each.fault()).isEmpty());
    expectAsBefore();
  }

  @ParameterizedTest
  @MethodSource("whileRestoring")
  void servesAsBeforeARestore(Signal signal) throws Exception {
    String booking = guest.book();
    AtWork work = box.start("backup", "restore", "--yes", "--verbose");
    assertThat(interrupted(work, signal).code()).isEqualTo(ExitCode.UNDONE.code());
    assertThat(box.sql("SELECT id FROM booking").lines()).contains(booking);
    expectAsBefore();
    // After the exchange the old data may remain aside, but nothing incomplete.
    assertThat(
            Testbed.docker("exec", box.container("database"), "ls", "-A", "/var/lib/postgresql")
                .lines())
        .contains("17")
        .noneMatch(each -> each.contains("restoring"));
  }

  private static ProcessResult interrupted(AtWork work, Signal signal) throws Exception {
    try {
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> !work.process().isAlive() || isAt(work, signal.step()));
      assertThat(work.process().isAlive()).as("it got to the step").isTrue();
      send(work, signal.name());
      if (signal.times() > 1) {
        await()
            .atMost(LONG)
            .pollInterval(Duration.ofMillis(5))
            .until(() -> !work.process().isAlive() || isUndoing(work));
        send(work, signal.name());
      }
      return work.end();
    } finally {
      work.process().destroyForcibly();
    }
  }

  private static boolean isUndoing(AtWork work) throws IOException {
    return isAt(work, "Undoing what was done") || isAt(work, "Putting the old data back");
  }

  private static boolean isAt(AtWork work, String step) throws IOException {
    return Files.readString(work.output()).lines().anyMatch(line -> line.contains(step));
  }

  private static void send(AtWork work, String signal) {
    Programs.run("kill", "-" + signal, Long.toString(work.process().pid()));
  }

  private static void expectAsBefore() throws Exception {
    guest.book();
    assertThat(
            Testbed.docker(
                "ps", "--all", "--quiet", "--filter", "label=family.garden.sandbox=" + stack()))
        .isEmpty();
    assertThat(Testbed.docker("volume", "ls", "--quiet")).doesNotContain(stack() + "-scratch");
    assertThat(Testbed.docker("ps", "--format={{.Names}}").lines())
        .contains(box.container("database"), box.container("server-blue"));
  }

  private static String stack() throws Exception {
    return box.settings().stack();
  }
}
