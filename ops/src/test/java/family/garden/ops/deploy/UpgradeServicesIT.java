package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.ops.StackWithCtl.AtWork;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Testbed;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Replaces the services of which there can be only one, and which a deploy leaves. */
@ExtendWith(OneBox.class)
class UpgradeServicesIT {
  private static final String RELEASE = "8.2.0";

  private final Box box;

  UpgradeServicesIT(Box box) {
    this.box = box;
  }

  /** It is killed half-way, so the next run undoes it first. */
  @Test
  void bringsTheOtherServicesOfARelease() throws Exception {
    box.releasing().publishWithOtherServices(RELEASE);
    assertThat(box.ctl("deploy", RELEASE, "--no-backup").expectSuccess().output())
        .contains("another PostgreSQL, Redis, nginx; what runs of these stays");
    assertThat(box.ctl("doctor", "--quiet").output()).contains("hint  upgrade: what runs of");
    Map<String, String> before = images();
    // Its restart was long ago and says nothing about the next one.
    endByItself(BackingService.CACHE);
    AtWork work = box.start("upgrade-services", "--no-backup");
    box.awaitStep(work, "replace-services");
    work.process().destroyForcibly().waitFor();
    assertThat(box.ctl("upgrade-services", "--dry-run").expectSuccess().output())
        .contains("the site is away");

    ProcessResult upgraded = box.ctl("upgrade-services").expectSuccess();
    assertThat(upgraded.output())
        .contains("was ended in step replace-services", "It is undone", "are those of " + RELEASE);
    assertThat(images()).isNotEqualTo(before);
    for (BackingService service : BackingService.values()) {
      assertThat(
              Testbed.docker(
                  "inspect", "--format={{.Config.Image}}", box.container(service.composeName())))
          .isNotEqualTo(before.get(service.setting()))
          .isEqualTo(images().get(service.setting()));
    }
    assertThat(box.served()).isEqualTo(RELEASE);
    assertThat(box.ctl("upgrade-services").expectSuccess().output()).contains("already");
    assertThat(box.ctl("doctor", "--quiet").output()).doesNotContain("upgrade:");
    box.ctl("rollback").expectSuccess();
    box.expectTidy();
  }

  private void endByItself(BackingService service) {
    String container = box.container(service.composeName());
    long process = Long.parseLong(Testbed.docker("inspect", "--format={{.State.Pid}}", container));
    ProcessHandle.of(process).orElseThrow().destroyForcibly();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                Testbed.docker(
                        "inspect", "--format={{.RestartCount}} {{.State.Health.Status}}", container)
                    .equals("1 healthy"));
  }

  private Map<String, String> images() throws Exception {
    return new ImagesFile(box.settings().places().images()).read();
  }
}
