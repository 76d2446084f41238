package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.ops.StackCopy;
import family.garden.ops.StackCopy.AtWork;
import family.garden.ops.StackCopy.Ended;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a deploy leaves, since it cannot be there twice. */
@ExtendWith(OneBox.class)
class RenewIT {
  private static final String RELEASE = "8.2.0";

  private final Box box;

  RenewIT(Box box) {
    this.box = box;
  }

  /** Half-way it is killed, so the next one goes back first. */
  @Test
  void bringsTheOtherPartsOfARelease() throws Exception {
    box.releasing().publishWithParts(RELEASE);
    assertThat(box.ctl("deploy", RELEASE, "--no-backup").expectSuccess().output())
        .contains("another PostgreSQL, Redis, nginx; what runs of these stays");
    assertThat(box.ctl("doctor", "--quiet").output()).contains("hint  renewal: what runs of");
    Map<String, String> before = images();
    // It was started again long ago, which says nothing of what comes.
    endByItself(BackingService.CACHE);
    AtWork work = box.start("renew", "--no-backup");
    box.awaitStep(work, "replace");
    work.process().destroyForcibly().waitFor();
    assertThat(box.ctl("renew", "--dry-run").expectSuccess().output()).contains("the site is away");

    Ended renewed = box.ctl("renew").expectSuccess();
    assertThat(renewed.output())
        .contains("was ended in step replace", "It is undone", "are those of " + RELEASE);
    assertThat(images()).isNotEqualTo(before);
    for (BackingService part : BackingService.values()) {
      assertThat(
              StackCopy.docker(
                  "inspect", "--format={{.Config.Image}}", box.container(part.service())))
          .isNotEqualTo(before.get(part.setting()))
          .isEqualTo(images().get(part.setting()));
    }
    assertThat(box.served()).isEqualTo(RELEASE);
    assertThat(box.ctl("renew").expectSuccess().output()).contains("already");
    assertThat(box.ctl("doctor", "--quiet").output()).doesNotContain("renewal");
    box.ctl("rollback").expectSuccess();
    box.expectTidy();
  }

  private void endByItself(BackingService part) {
    String container = box.container(part.service());
    long process =
        Long.parseLong(StackCopy.docker("inspect", "--format={{.State.Pid}}", container));
    ProcessHandle.of(process).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                StackCopy.docker(
                        "inspect", "--format={{.RestartCount}} {{.State.Health.Status}}", container)
                    .equals("1 healthy"));
  }

  private Map<String, String> images() throws Exception {
    return new ImagesFile(box.settings().places().images()).read();
  }
}
