package family.garden.ops.deploy;

import static family.garden.ops.deploy.OneBox.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import family.garden.ops.StackWithCtl.AtWork;
import family.garden.ops.site.Site;
import family.garden.testkit.OwnEngine;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.RunAlone;
import family.garden.testkit.Testbed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine dies in the middle of a deploy; the next run finishes it or undoes it. {@code
 * -Dbooking.every-step} kills it at every step.
 */
@RunAlone("It kills the engine that all stacks run on.")
@ExtendWith(OneBox.class)
class EngineKilledIT {
  private final Box box;

  EngineKilledIT(Box box) {
    this.box = box;
  }

  static List<String> steps() {
    return KilledIT.EVERY ? KilledIT.every() : List.of("await-healthy");
  }

  /** Containers live on without it, and bookingctl can do nothing more until it is back. */
  @ParameterizedTest
  @MethodSource("steps")
  void survivesTheEnginesEndIn(String step) throws Exception {
    assumeTrue(
        OwnEngine.isThere(), "The engine is not the testbed's own, so it is not ours to kill.");
    Site site = box.site();
    AtWork work = KilledIT.begin(box, step);
    box.awaitStep(work, step);
    OwnEngine.kill();
    site.get("/api/version", Optional.empty()).expect(200);
    // On the box the system starts it again.
    Testbed.docker("version");
    ProcessResult ended = work.end();
    site.get("/api/version", Optional.empty()).expect(200);
    assertThat(box.ctl("deploy", GOOD, "--no-backup").expectSuccess().output())
        .as(ended.output())
        .contains("serves");
    assertThat(box.served()).isEqualTo(GOOD);
    box.expectTidy();
    box.ctl("rollback").expectSuccess();
    box.expectTidy();
  }
}
