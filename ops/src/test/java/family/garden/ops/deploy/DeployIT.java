package family.garden.ops.deploy;

import static family.garden.ops.deploy.OneBox.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.ops.StackCopy;
import family.garden.ops.StackCopy.AtWork;
import family.garden.ops.StackCopy.Ended;
import family.garden.ops.config.Settings;
import family.garden.ops.containers.Containers;
import family.garden.ops.engine.Engine;
import family.garden.ops.json.Node;
import family.garden.ops.preflight.Memory;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Deploys on a real copy of the stack while people use it. */
@ExtendWith(OneBox.class)
class DeployIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Box box;
  private final String first;

  DeployIT(Box box) throws OpsException {
    this.box = box;
    this.first = box.served();
  }

  @Test
  void losesNoRequest() throws OpsException {
    try (Visitors visitors = new Visitors(box)) {
      assertThat(box.ctl("deploy", GOOD).expectSuccess().output())
          .contains(GOOD + " serves (green)");
      assertThat(box.served()).isEqualTo(GOOD);
      assertThat(box.ctl("deploy", GOOD).expectSuccess().output()).contains("serves already");
      box.ctl("rollback").expectSuccess();
      assertThat(box.served()).isEqualTo(first);
      // The stopped standby server is not a finding.
      box.ctl("health").expectSuccess();
      assertThat(box.ctl("status").expectSuccess().output())
          .containsPattern("server-green +standby");
      assertThat(visitors.requests()).isGreaterThan(100);
      assertThat(visitors.failures()).isEmpty();
    }
    box.expectTidy();
  }

  @Test
  void undoesAtASignal() throws Exception {
    AtWork work = box.start("deploy", GOOD);
    box.awaitStep(work, "await-healthy");
    Ended second = box.ctl("rollback");
    assertThat(second.code()).isEqualTo(3);
    assertThat(second.output()).contains("another one is at work: process " + work.process().pid());
    work.process().destroy();
    Ended ended = work.end();
    assertThat(ended.code()).as(ended.output()).isEqualTo(4);
    assertThat(ended.output()).contains("All of it is undone");
    assertThat(box.served()).isEqualTo(first);
    box.expectTidy();
  }

  @Test
  void refusesBeforeItTouchesAnything() throws Exception {
    box.releasing().publish("8.9.0", "", 99, 99);
    Ended ended =
        box.ctl(
            Map.of("BOOKING_SERVER_MEMORY", "900000", "BOOKING_DISK_RESERVE", "90000000"),
            "deploy",
            "8.9.0");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.output())
        .contains("of 3:", "memory: ", "disk: ", "would not work on schema 99", "Nothing was");
    box.expectTidy();
  }

  /** With a service of the profile "monitoring" that uses more memory than the deploy lacks. */
  @Test
  void pausesTheMonitoringWhereMemoryIsShort(@TempDir Path folder) throws Exception {
    Path watching = folder.resolve("watching.yaml");
    Files.writeString(
        watching,
        """
        services:
          watching:
            profiles: [monitoring]
            image: ${BOOKING_CACHE_IMAGE}
            entrypoint: [sh, -c, "head -c 500000000 /dev/zero >/tmp/taken; exec sleep infinity"]
            tmpfs: ["/tmp:size=600m"]
        """);
    Path compose = box.settings().places().composeFiles().getFirst();
    Map<String, String> watched = Map.of("BOOKING_COMPOSE_FILES", compose + ":" + watching);
    Engine engine = new Engine(Settings.load(box.changed(watched)));
    run(engine.compose("up", "--detach", "--no-deps", "watching"));
    try {
      Memory memory = new Memory(engine);
      await().atMost(LIMIT).until(() -> new Containers(engine).memory(List.of("watching")) > 450);
      Map<String, String> tight = new HashMap<>(watched);
      tight.put("BOOKING_SERVER_MEMORY", String.valueOf(memory.available() + 225));
      tight.put("BOOKING_BAKE", "0");
      assertThat(box.ctl(tight, "deploy", GOOD, "--no-backup").expectSuccess().output())
          .contains("(pausing watching)", "(resuming watching)");
      assertThat(memory.monitoring()).containsExactly("watching");
      box.ctl("rollback").expectSuccess();
    } finally {
      run(engine.compose("rm", "--stop", "--force", "watching"));
    }
    box.expectTidy();
  }

  private static void run(Command command) throws OpsException {
    Processes.run(command, LIMIT).expectSuccess("call Compose", "");
  }

  /**
   * The deploy finds the newest release and pulls its images by digest; if that fails, it changes
   * nothing.
   */
  @Test
  void fetchesWhatIsNewFromARegistry(@TempDir Path folder) throws Exception {
    try (Registry registry = Registry.start(folder)) {
      box.releasing().publish("9.0.0", registry);
      Path compose = box.settings().places().composeFile();
      Files.writeString(compose, Files.readString(compose) + "# of an older release\n");
      Ended watched = box.ctl("watch").expectSuccess();
      assertThat(watched.output()).contains("9.0.0 serves (green)");
      assertThat(box.served()).isEqualTo("9.0.0");
      assertThat(compose)
          .hasSameTextualContentAs(StackCopy.ofTheStack("compose.yaml"), StandardCharsets.UTF_8);
      assertThat(
              StackCopy.docker(
                  "inspect", "--format={{.Config.Image}}", box.container("server-green")))
          .startsWith(registry.address() + "-server@sha256:");
      assertThat(box.ctl("watch").expectSuccess().output()).contains("9.0.0, serves already");
      box.ctl("rollback").expectSuccess();
      assertThat(box.ctl("watch").expectSuccess().output()).contains("was tried and taken back");
      box.releasing().publish("9.0.1", registry);
    }
    Ended ended = box.ctl("watch");
    assertThat(ended.code()).as(ended.output()).isEqualTo(3);
    assertThat(ended.output()).contains("is not here and cannot be fetched", "connection refused");
    assertThat(box.served()).isEqualTo(first);
    box.expectTidy();
  }

  @Test
  void showsThePlanAndDoesNothing() throws OpsException {
    Node before = box.version();
    assertThat(box.ctl("deploy", GOOD, "--dry-run").expectSuccess().output())
        .contains(
            GOOD + " is deployed as",
            "  pause-monitoring ",
            "  backup ",
            "  migrate ",
            "  start-new ");
    assertThat(box.version()).isEqualTo(before);
    box.expectTidy();
  }
}
