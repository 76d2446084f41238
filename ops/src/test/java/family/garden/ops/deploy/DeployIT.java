package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.ops.NeedsEngine;
import family.garden.ops.deploy.Box.AtWork;
import family.garden.ops.deploy.Box.Ended;
import family.garden.ops.report.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Deploys on a real copy of the stack, with people on it all the time. */
@ExtendWith(NeedsEngine.class)
class DeployIT {
  /** How many deploys and rollbacks; more than one also kills at every step. */
  private static final int DEPLOYS = Integer.getInteger("booking.deploys", 1);

  private static final String GOOD = "8.0.1";

  private static Box box;
  private static String first;

  @BeforeAll
  static void start() throws Exception {
    box = Box.up(System.getProperty("booking.stack", "deploy-it"));
    first = version();
    box.publish(GOOD, "");
    for (Bad bad : Bad.values()) {
      box.publish(bad.version(), bad.difference());
    }
    box.publish("8.9.0", "", 99, 99);
  }

  @AfterAll
  static void end() {
    if (box != null) {
      box.close();
    }
  }

  private static String version() throws Trouble {
    return box.version().path("version").asText();
  }

  @Test
  void losesNoRequest() throws Trouble {
    try (Visitors visitors = new Visitors(box)) {
      for (int round = 0; round < DEPLOYS; round++) {
        assertThat(box.ctl("deploy", GOOD).expectDone().said()).contains(GOOD + " serves (green)");
        assertThat(version()).isEqualTo(GOOD);
        assertThat(box.ctl("deploy", GOOD).expectDone().said()).contains("serves already");
        box.ctl("rollback").expectDone();
        assertThat(version()).isEqualTo(first);
      }
      assertThat(visitors.requests()).isGreaterThan(100);
      assertThat(visitors.failures()).isEmpty();
    }
    assertTidy();
  }

  /** Releases that are no good, and the step that finds out. */
  enum Bad {
    CRASHES("healthy", script("[ \"$1\" = migrate ] && exec $java migrate; echo gone; exit 1")),
    NEVER_HEALTHY(
        "healthy",
        "HEALTHCHECK --interval=1s --start-period=120s --start-interval=1s CMD [\"false\"]"),
    ANOTHER_VERSION("smoke", "ENV BOOKING_VERSION=7.7.7"),
    MIGRATION_FAILS(
        "migrate", script("[ \"$1\" = migrate ] && echo no such column && exit 69; exec $java")),
    FAILS_AFTER_THE_SWITCH(
        "bake",
        afterTheSwitch(
            "kill -9 $!; while :; do printf \"HTTP/1.1 500 No\\r\\nContent-Length: 2\\r\\n"
                + "Connection: close\\r\\n\\r\\nno\" | busybox nc -l -p 8080; done")),
    SLOW_AFTER_THE_SWITCH(
        "bake",
        afterTheSwitch(
            "while :; do kill -STOP $!; busybox sleep 2; kill -CONT $!; busybox sleep 0.3; done"));

    private final String step;
    private final String difference;

    Bad(String step, String difference) {
      this.step = step;
      this.difference = difference;
    }

    String version() {
      return "8.1.0-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String difference() {
      return difference;
    }

    /** In place of the server's program, which is $java. */
    private static String script(String script) {
      return "ENTRYPOINT [\"busybox\", \"sh\", \"-c\", \"%s\", \"server\"]"
          .formatted(
              ("java='/opt/java/bin/java @jvm.options -XX:AOTCache=app.aot -jar quarkus-run.jar'; "
                      + script)
                  .replace("\\", "\\\\")
                  .replace("\"", "\\\""));
    }

    /** Some seconds after nginx, whose address ends in .2, has asked for the first time. */
    private static String afterTheSwitch(String script) {
      return script(
          "[ \"$1\" = migrate ] && exec $java migrate; $java & "
              + "until busybox grep -qE ':1F90 ([0-9A-F]*FFFF0000)?02' /proc/net/tcp /proc/net/tcp6; "
              + "do busybox sleep 0.2; done; busybox sleep 8; "
              + script);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesBackFrom(Bad bad) throws Trouble {
    String before = version();
    Map<String, String> patience =
        bad == Bad.NEVER_HEALTHY ? Map.of("BOOKING_START_LIMIT", "15") : Map.of();
    try (Visitors visitors = new Visitors(box)) {
      Ended ended = box.ctl(patience, "deploy", bad.version());
      assertThat(ended.code()).as(ended.said()).isEqualTo(4);
      assertThat(version()).isEqualTo(before);
      HistoryEntry last = new History(box.state()).last().orElseThrow();
      assertThat(last.ended()).isEqualTo(HistoryEntry.Ended.UNDONE);
      if (bad.step.equals("bake")) {
        assertThat(ended.said()).contains("switched back");
        double reached = seconds(ended.said(), "Watching it");
        double found = seconds(ended.said(), "Failed:");
        assertThat(found - reached).as(ended.said()).isLessThan(30);
      } else {
        assertThat(last.seconds()).doesNotContainKey(bad.step).doesNotContainKey("switch");
        assertThat(visitors.failures()).isEmpty();
      }
    }
    assertTidy();
  }

  private static double seconds(String said, String line) {
    return said.lines()
        .filter(each -> each.contains(line))
        .mapToDouble(each -> Double.parseDouble(each.strip().split("s ", -1)[0]))
        .findFirst()
        .orElseThrow();
  }

  static List<String> stepsToKillAt() {
    return DEPLOYS == 1
        ? List.of("migrate", "switch", "stop-old")
        : Steps.of(Kind.DEPLOY).stream().map(Step::name).toList();
  }

  @ParameterizedTest
  @MethodSource("stepsToKillAt")
  void survivesAKillIn(String step) throws Exception {
    try (Visitors visitors = new Visitors(box)) {
      AtWork work = box.start(Map.of(), "deploy", GOOD);
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofMillis(1))
          .until(() -> !work.process().isAlive() || box.step().filter(step::equals).isPresent());
      work.process().destroyForcibly().waitFor();
      // Some steps are over in milliseconds: it may have died in the one that follows.
      Optional<String> died = box.step();
      assertThat(died).as("killed in time").isPresent();
      version();
      // Whoever finished it has nothing left to deploy; whoever undid it begins again.
      Ended next = box.ctl("deploy", GOOD).expectDone();
      assertThat(next.said()).contains("was ended in step " + died.get());
      assertThat(version()).isEqualTo(GOOD);
      assertTidy();
      box.ctl("rollback").expectDone();
      assertThat(visitors.failures()).isEmpty();
    }
    assertTidy();
  }

  @Test
  void undoesAtASignal() throws Exception {
    AtWork work = box.start(Map.of(), "deploy", GOOD);
    await()
        .atMost(Duration.ofMinutes(3))
        .until(() -> box.step().filter("healthy"::equals).isPresent());
    Ended second = box.ctl("rollback");
    assertThat(second.code()).isEqualTo(3);
    assertThat(second.said()).contains("another one is at work: process " + work.process().pid());
    work.process().destroy();
    Ended ended = work.end();
    assertThat(ended.code()).as(ended.said()).isEqualTo(4);
    assertThat(ended.said()).contains("All of it is undone");
    assertThat(version()).isEqualTo(first);
    assertTidy();
  }

  @Test
  void refusesBeforeItTouchesAnything() throws Trouble {
    Ended ended =
        box.ctl(
            Map.of("BOOKING_SERVER_MEMORY", "900000", "BOOKING_DISK_RESERVE", "90000000"),
            "deploy",
            "8.9.0");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.said())
        .contains("of 3:", "memory: ", "disk: ", "would not work on schema 99", "Nothing was");
    assertTidy();
  }

  @Test
  void showsThePlanAndDoesNothing() throws Trouble {
    JsonNode before = box.version();
    assertThat(box.ctl("deploy", GOOD, "--dry-run").expectDone().said())
        .contains(GOOD + " is deployed as", "Steps: make-room, backup, migrate, start");
    assertThat(box.version()).isEqualTo(before);
    assertTidy();
  }

  /** Nothing is under way, and one server runs: the one that people get. */
  private static void assertTidy() throws Trouble {
    assertThat(box.step()).isEmpty();
    assertThat(box.running())
        .containsExactly(box.container("server-" + box.version().path("colour").asText()));
  }
}
