package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.result.OpsException;
import family.garden.testkit.ProcessResult;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad releases are rolled back while people use the site. {@code -Dbooking.bad-rounds=8} tries each
 * of them eight times.
 */
@ExtendWith(OneBox.class)
class BadReleasesIT {
  private static final int ROUNDS = Integer.getInteger("booking.bad-rounds", 1);

  private final Box box;

  BadReleasesIT(Box box) {
    this.box = box;
  }

  @BeforeAll
  static void publish(Box box) throws Exception {
    for (Bad bad : Bad.values()) {
      box.releasing().publish(bad.version(), bad.difference());
    }
  }

  /** Bad releases, and the step that fails for each. */
  enum Bad {
    CRASHES(
        "await-healthy", script("[ \"$1\" = migrate ] && exec $java migrate; echo gone; exit 1")),
    NEVER_HEALTHY(
        "await-healthy",
        "HEALTHCHECK --interval=1s --start-period=120s --start-interval=1s CMD [\"false\"]"),
    ANOTHER_VERSION("smoke-new", "ENV BOOKING_VERSION=7.7.7"),
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
            "while :; do kill -STOP $!; busybox sleep 2; kill -CONT $!; busybox sleep 0.3; done")),
    LEAKS_AFTER_THE_SWITCH(
        "bake",
        afterTheSwitch(
            "more=$(busybox head -c 1000000 /dev/zero | busybox tr '\\0' x); "
                + "while :; do all=$all$more; busybox sleep 0.2; done"));

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

    /** Replaces the server's program, which is $java. */
    private static String script(String script) {
      return "ENTRYPOINT [\"busybox\", \"sh\", \"-c\", \"%s\", \"server\"]"
          .formatted(
              ("java='/opt/java/bin/java @jvm.options -XX:AOTCache=app.aot -jar quarkus-run.jar'; "
                      + script)
                  .replace("\\", "\\\\")
                  .replace("\"", "\\\""));
    }

    /** Some seconds after the first request of nginx, whose address ends in .2. */
    private static String afterTheSwitch(String script) {
      return script(
          "[ \"$1\" = migrate ] && exec $java migrate; $java & "
              + "until busybox grep -qE ':1F90 ([0-9A-F]*FFFF0000)?02' /proc/net/tcp /proc/net/tcp6; "
              + "do busybox sleep 0.2; done; busybox sleep 8; "
              + script);
    }
  }

  static Stream<Bad> badOnes() {
    return IntStream.range(0, ROUNDS).boxed().flatMap(_ -> Stream.of(Bad.values()));
  }

  @ParameterizedTest
  @MethodSource("badOnes")
  void goesBackFrom(Bad bad) throws OpsException {
    String before = box.served();
    Map<String, String> pollers =
        bad == Bad.NEVER_HEALTHY
            ? Map.of("BOOKING_START_LIMIT", "15")
            : Map.of("BOOKING_BAKE", "25");
    try (Visitors visitors = new Visitors(box)) {
      ProcessResult ended = box.ctl(pollers, "deploy", bad.version(), "--no-backup");
      assertThat(ended.code()).as(ended.output()).isEqualTo(4);
      assertThat(box.served()).isEqualTo(before);
      HistoryEntry last = new History(box.state()).last().orElseThrow();
      assertThat(last.result()).isEqualTo(HistoryEntry.Result.UNDONE);
      if (bad.step.equals("bake")) {
        assertThat(ended.output()).contains("Switched back");
        assertThat(ended.output())
            .containsPattern("(✗|FAILED) Watching it .*  [12]?[0-9](\\.[0-9])? s\n");
      } else {
        assertThat(last.seconds()).doesNotContainKey(bad.step).doesNotContainKey("switch");
        assertThat(visitors.failures()).isEmpty();
      }
    }
    box.expectTidy();
  }
}
