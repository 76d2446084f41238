package family.garden.ops.progress;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.result.Times;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
  private static final String ESCAPE = "\u001b";
  private static final String TOOK = "  \\d+\\.\\d s\n";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void isALineForEachFinishedStep() {
    Progress progress = new Progress(out, false);
    progress.step("One");
    assertThat(printed()).isEmpty();
    progress.step("Two");
    progress.detail("of three");
    progress.done();
    progress.done();
    assertThat(printed()).matches("✓ One" + TOOK + "✓ Two \\(of three\\)" + TOOK);
  }

  @Test
  void holdsTheStepsOfAnother() {
    Progress progress = new Progress(out, false);
    progress.begin("Deploying");
    progress.step("a part of it");
    progress.undoes("undoing that part");
    progress.stepDone();
    progress.failed();
    progress.begin("Undoing what was done");
    progress.done();
    assertThat(printed()).matches("✗ Deploying" + TOOK + "✓ Undoing what was done" + TOOK);
  }

  @Test
  void saysThatWhatIsUndoneHasFailed() {
    Progress progress = new Progress(out, false);
    progress.step("Exchanging the data");
    progress.undoes("Putting the old data back");
    progress.stepDone();
    // As every failure ends.
    progress.failed();
    assertThat(printed())
        .matches("✗ Exchanging the data" + TOOK + "✓ Putting the old data back" + TOOK);
  }

  @Test
  void saysMoreWhereThatIsWanted() {
    Progress progress = Progress.verbose(out);
    progress.begin("Deploying");
    progress.step("a part of it");
    progress.info("$ docker version");
    progress.done();
    assertThat(printed())
        .matches("> Deploying\n>   a part of it\n\\$ docker version\n✓ Deploying" + TOOK);
  }

  @Test
  void saysOnlyWarningsWhereItIsToBeQuiet() {
    Progress progress = new Progress(out, true);
    progress.step("One");
    progress.info("Something");
    progress.warn("the disk is nearly full");
    progress.failed();
    assertThat(printed()).isEqualTo("warning: the disk is nearly full\n");
  }

  @ParameterizedTest
  @CsvSource({"US-ASCII, ok One, FAILED Two", "ISO-8859-1, ok One, FAILED Two"})
  void needsNoCharacterThatTheStreamHasNot(String charset, String good, String bad) {
    Progress progress = new Progress(new PrintStream(bytes, true, Charset.forName(charset)), false);
    progress.step("One");
    progress.step("Two");
    progress.failed();
    assertThat(printed()).matches(good + TOOK + bad + TOOK);
  }

  @Test
  void redrawsTheLineOfTheRunningStepAtATerminal() {
    AtomicLong clock = new AtomicLong();
    TerminalTicks ticks = new TerminalTicks(out, clock::get);
    ticks.begins("Starting everything");
    clock.set(Duration.ofSeconds(1).toNanos());
    ticks.turn();
    assertThat(printed()).contains("Starting everything").doesNotContain(" s" + ESCAPE);
    clock.set(Duration.ofSeconds(7).toNanos());
    ticks.part("nginx");
    assertThat(printed()).contains("Starting everything  7 s  nginx").doesNotContain("\n");
    ticks.warning("warning: slow");
    ticks.ends(true, "Starting everything", Duration.ofSeconds(8));
    assertThat(printed().split("\n", -1))
        .satisfiesExactly(
            first -> assertThat(first).endsWith(ESCAPE + "[2Kwarning: slow"),
            last -> assertThat(last).endsWith(ESCAPE + "[2K✓ Starting everything  8.0 s"),
            rest -> assertThat(rest).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "1240, 1.2 s",
    "9999, 10.0 s",
    "10000, 10 s",
    "59999, 59 s",
    "185000, 3 min 5 s"
  })
  void tellsTimesAsPeopleReadThem(long millis, String written) {
    assertThat(Times.format(Duration.ofMillis(millis))).isEqualTo(written);
  }
}
