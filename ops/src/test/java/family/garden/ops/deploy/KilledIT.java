package family.garden.ops.deploy;

import static family.garden.ops.deploy.OneBox.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.StackWithCtl.AtWork;
import family.garden.testkit.ProcessResult;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * bookingctl is killed in the middle of a deploy; the next run finishes the deploy or undoes it.
 * {@code -Dbooking.every-step} does so at every step.
 */
@ExtendWith(OneBox.class)
class KilledIT {
  static final boolean EVERY = Boolean.getBoolean("booking.every-step");

  private final Box box;

  KilledIT(Box box) {
    this.box = box;
  }

  static List<String> steps() {
    return EVERY ? every() : List.of("switch", "stop-old");
  }

  static List<String> every() {
    return Steps.of(Operation.DEPLOY).stream().map(Step::name).toList();
  }

  /** Only a kill during the backup needs a backup. */
  static AtWork begin(Box box, String step) {
    return step.equals("backup")
        ? box.start("deploy", GOOD)
        : box.start("deploy", GOOD, "--no-backup");
  }

  @ParameterizedTest
  @MethodSource("steps")
  void survivesAKillIn(String step) throws Exception {
    try (Visitors visitors = new Visitors(box)) {
      AtWork work = begin(box, step);
      box.awaitStep(work, step);
      work.process().destroyForcibly().waitFor();
      // Some steps take milliseconds, so it may have died in the next one.
      Optional<String> died = box.step();
      assertThat(died).as("killed in time").isPresent();
      box.served();
      // After a finished deploy there is nothing to deploy; after an undone one the deploy begins
      // again.
      ProcessResult next = box.ctl("deploy", GOOD, "--no-backup").expectSuccess();
      assertThat(next.output()).contains("was ended in step " + died.get());
      assertThat(box.served()).isEqualTo(GOOD);
      box.expectTidy();
      box.ctl("rollback").expectSuccess();
      assertThat(visitors.failures()).isEmpty();
    }
    box.expectTidy();
  }
}
