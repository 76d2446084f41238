package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.ops.StackWithCtl;
import family.garden.ops.deploy.OneBox;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The status and the doctor on a running stack with real faults. */
@ExtendWith(OneBox.class)
class DoctorIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(3);

  private final StackWithCtl stack;

  DoctorIT(StackWithCtl stack) {
    this.stack = stack;
  }

  @Test
  void showsWhatRunsOnOneScreen() throws Exception {
    String screen = stack.ctl("status", "--quiet").expect(0).output();
    assertThat(screen.lines().count()).isLessThan(25);
    assertThat(screen).contains("Site         answers").contains("(blue)").contains("days left");
    Node status = json(stack.ctl("status", "--quiet", "--json").expect(0));
    assertThat(status.path("site", "colour").text()).isEqualTo("blue");
    assertThat(status.path("site", "version").text()).isNotEmpty();
    assertThat(status.path("unavailable").size()).isZero();
    for (Node container : status.path("containers")) {
      if (container.path("service").text().equals("server-blue")) {
        assertThat(container.path("memory").number()).isBetween(20_000_000L, 300_000_000L);
        return;
      }
    }
    throw new AssertionError("no server in " + status);
  }

  @Test
  void findsNothingWrongWithAStackThatIsWell() throws Exception {
    stack.ctl("health", "--quiet").expect(0);
    assertThat(findings("site", "services", "colours", "certificate", "images", "secrets", "ports"))
        .isEmpty();
  }

  @Test
  void findsAPartThatStopped() throws Exception {
    Testbed.docker("stop", stack.container("cache"));
    try {
      assertThat(stack.ctl("health", "--quiet").expect(1).output()).contains("cache: exited");
      assertThat(findings("services"))
          .singleElement()
          .asString()
          .startsWith("cache is exited with");
    } finally {
      Testbed.docker("start", stack.container("cache"));
    }
    awaitWell();
  }

  @Test
  void findsAPartThatStartsAgainAndAgain() throws Exception {
    for (int times = 1; times <= 3; times++) {
      String pid =
          Testbed.docker("inspect", "--format", "{{.State.Pid}}", stack.container("cache"));
      Programs.run("kill", "-9", pid).expect(0);
      int expected = times;
      await().atMost(TIMEOUT).until(() -> restarts("cache") >= expected && runs("cache"));
    }
    try {
      assertThat(findings("services"))
          .singleElement()
          .asString()
          .startsWith("cache was started again 3 times by itself");
    } finally {
      // Counts from zero again.
      Testbed.docker("restart", stack.container("cache"));
    }
    awaitWell();
  }

  @Test
  void findsAProxyWhosePortIsTaken() throws Exception {
    Testbed.docker("stop", stack.container("proxy"));
    try (ServerSocket other =
        new ServerSocket(stack.settings().httpsPort(), 5, InetAddress.getLoopbackAddress())) {
      Thread answering = Thread.ofVirtual().start(() -> hangUp(other));
      assertThat(findings("ports"))
          .singleElement()
          .asString()
          .startsWith("another program listens at port " + stack.settings().httpsPort());
      assertThat(findings("site")).singleElement().asString().startsWith("no answer comes");
      answering.interrupt();
    } finally {
      Testbed.docker("start", stack.container("proxy"));
    }
    awaitWell();
  }

  @Test
  void findsSecretsThatOthersCanRead() throws Exception {
    Path secret = stack.folder().resolve("secrets/server-secret");
    var before = Files.getPosixFilePermissions(secret);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--r--r--"));
    try {
      assertThat(findings("secrets"))
          .containsExactly("others on this machine can read or change " + secret);
    } finally {
      Files.setPosixFilePermissions(secret, before);
    }
  }

  @Test
  void findsAnImageThatIsGone() throws Exception {
    Path images = stack.folder().resolve("images.env");
    String before = Files.readString(images);
    Files.writeString(
        images,
        before.replaceAll(
            "BOOKING_GREEN_IMAGE=.*", "BOOKING_GREEN_IMAGE=sha256:" + "0".repeat(64)));
    try {
      assertThat(findings("images"))
          .singleElement()
          .asString()
          .startsWith("the image of BOOKING_GREEN_IMAGE is missing");
    } finally {
      Files.writeString(images, before);
    }
  }

  @Test
  void findsADiskThatIsNearlyFull(@TempDir Path work) throws Exception {
    Path image = work.resolve("disk.img");
    Path mounted = Files.createDirectory(work.resolve("disk"));
    Programs.run("truncate", "--size", "40M", image.toString()).expect(0);
    assume("mkfs.ext4", "-q", image.toString());
    assume("mount", "-o", "loop", image.toString(), mounted.toString());
    try {
      Map<String, String> there = Map.of("BOOKING_BACKUPS", mounted.toString());
      assertThat(findings(stack.ctl(there, "doctor", "--quiet", "--json"), "disk"))
          .anyMatch(what -> what.contains("the disk of " + mounted));
    } finally {
      Programs.run("umount", mounted.toString()).expect(0);
    }
  }

  @Test
  void tellsWhatItCanWhereTheEngineIsSilent() throws Exception {
    ProcessResult doctor = stack.ctlWithoutEngine("doctor", "--quiet").expect(1);
    assertThat(doctor.output()).contains("WRONG engine: it does not answer");
    // The containers and the site go on running without it.
    assertThat(stack.ctlWithoutEngine("status", "--quiet").expect(1).output())
        .contains("Site         answers")
        .contains("Unavailable: Tried to ask the engine what runs");
  }

  @Test
  void showsLogsOfOnePart() throws Exception {
    assertThat(stack.ctl("logs", "database", "--since", "24h").expect(0).output())
        .contains("database")
        .doesNotContain("proxy-1")
        .doesNotContain("\u001b");
    Node written = json(stack.ctl("logs", "database", "--since", "24h", "--json").expect(0));
    assertThat(written.path("lines").size()).isPositive();
  }

  @Test
  void showsTheStateAndTheNextStepWithoutAVerb() throws Exception {
    assertThat(stack.ctl().output()).contains("Site         answers").contains("Next: ");
  }

  @Test
  void reportsWithoutSecrets() throws Exception {
    String report =
        stack.ctl("report", "--quiet").output() + stack.ctl("report", "--json").output();
    assertThat(report).startsWith("# Booking, ").contains("## What is wrong");
    try (Stream<Path> secrets = Files.list(stack.folder().resolve("secrets"))) {
      for (Path secret : secrets.toList()) {
        assertThat(report).doesNotContain(Files.readString(secret).strip());
      }
    }
  }

  private static void hangUp(ServerSocket other) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        other.accept().close();
      }
    } catch (IOException e) {
      // The test is over.
      return;
    }
  }

  /** The findings of these checks. */
  private List<String> findings(String... checks) throws Exception {
    return findings(stack.ctl("doctor", "--quiet", "--json"), checks);
  }

  private static List<String> findings(ProcessResult doctor, String... checks) throws Exception {
    Node diagnosis = json(doctor);
    assertThat(diagnosis.path("unavailable")).as("what it could not see").isEmpty();
    return diagnosis.path("findings").stream()
        .filter(found -> List.of(checks).contains(found.path("check").text()))
        .map(found -> found.path("message").text())
        .toList();
  }

  private boolean runs(String service) {
    return Testbed.docker("inspect", "--format", "{{.State.Running}}", stack.container(service))
        .equals("true");
  }

  private int restarts(String service) {
    return Integer.parseInt(
        Testbed.docker("inspect", "--format", "{{.RestartCount}}", stack.container(service)));
  }

  private void awaitWell() {
    await()
        .atMost(TIMEOUT)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> stack.ctl("health", "--quiet").code() == 0);
  }

  private static void assume(String... command) {
    ProcessResult outcome = Programs.run(command);
    Assumptions.assumeTrue(
        outcome.code() == 0, () -> "No small disk can be made here: " + outcome.output());
  }

  private static Node json(ProcessResult outcome) throws OpsException {
    return Json.tree(outcome.output(), "what bookingctl says");
  }
}
