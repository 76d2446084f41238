package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits and rights of the running containers, as the kernel enforces them. */
@ExtendWith(OneStack.class)
class ContainersIT {
  private final Stack stack;

  ContainersIT(Stack stack) {
    this.stack = stack;
  }

  @ParameterizedTest
  @CsvSource({"proxy,10001", "server-blue,10002", "database,10003", "cache,10004"})
  void runsAsNobodyWithoutAnyPower(String service, String user) {
    Map<String, String> status = status(service);
    assertThat(status.get("Uid")).isEqualTo(String.join("\t", user, user, user, user));
    assertThat(status.get("Gid")).isEqualTo("10000\t10000\t10000\t10000");
    for (String set : new String[] {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"}) {
      assertThat(status).containsEntry(set, "0000000000000000");
    }
    assertThat(status).containsEntry("NoNewPrivs", "1").containsEntry("Seccomp", "2");
  }

  private Map<String, String> status(String service) {
    return stack
        .in(service, "busybox", "cat", "/proc/1/status")
        .expectSuccess()
        .lines()
        .map(line -> line.split(":", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].strip()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy", "server-blue", "database", "cache"})
  void refusesToBeChangedEvenByRoot(String service) {
    Testbed.ProcessResult outcome =
        Testbed.tryDocker(
            "exec", "--user", "0", stack.container(service), "busybox", "touch", "/changed");
    assertThat(outcome.code()).isNotZero();
    assertThat(outcome.output()).contains("Read-only file system");
  }

  /** All other writable places are small and mounted noexec. */
  @ParameterizedTest
  @CsvSource({
    "proxy, /tmp /dev/shm",
    "server-blue, /tmp /dev/shm",
    "database, /tmp /dev/shm /var/lib/postgresql /var/lib/wal",
    "cache, /tmp /dev/shm"
  })
  void canWriteWhereItMustOnly(String service, String folders) {
    // Without the kernel's own file systems: devices, processes, control groups.
    Map<String, String> writable =
        stack
            .in(service, "busybox", "cat", "/proc/1/mounts")
            .expectSuccess()
            .lines()
            .map(line -> line.split(" "))
            .filter(mount -> mount[3].startsWith("rw"))
            .filter(mount -> !mount[1].matches("/(proc|sys)(/.*)?|/dev|/dev/(pts|mqueue)"))
            .collect(Collectors.toMap(mount -> mount[1], mount -> mount[3]));
    assertThat(writable.keySet()).containsExactlyInAnyOrder(folders.split(" "));
    for (String folder : new String[] {"/tmp", "/dev/shm"}) {
      assertThat(writable.get(folder)).contains("noexec", "nosuid", "nodev", "size=");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "proxy, 40, 64, 20, 1.0",
    "server-blue, 144, 288, 120, 2.0",
    "database, 96, 192, 60, 2.0",
    "cache, 16, 32, 20, 0.5"
  })
  void mayUseSoMuchAndNoMore(
      String service, long megabytes, long withSwap, int processes, double processors) {
    JsonNode limits = stack.inspect(service).path("HostConfig");
    assertThat(limits.path("Memory").asLong()).isEqualTo(megabytes << 20);
    assertThat(limits.path("MemorySwap").asLong()).isEqualTo(withSwap << 20);
    assertThat(limits.path("PidsLimit").asInt()).isEqualTo(processes);
    assertThat(limits.path("NanoCpus").asLong()).isEqualTo((long) (processors * 1e9));
    assertThat(limits.at("/LogConfig/Type").asText()).isEqualTo("local");
    assertThat(limits.at("/LogConfig/Config/max-size").asText()).isEqualTo("5m");
    assertThat(limits.at("/LogConfig/Config/max-file").asText()).isEqualTo("3");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy, volume:/etc/nginx/tls:ro volume:/pages:ro bind:/etc/nginx/live:ro",
    "server-blue, bind:/run/secrets/database-password:ro bind:/run/secrets/server-secret:ro"
        + " bind:/run/secrets/oidc-client-secret:ro bind:/run/live:ro",
    "database, volume:/var/lib/postgresql:rw volume:/var/lib/wal:rw"
        + " bind:/run/secrets/database-password:ro",
    "cache, ''"
  })
  void seesOfTheHostWhatItNeedsOnly(String service, String expected) {
    assertThat(
            stack
                .inspect(service)
                .path("Mounts")
                .valueStream()
                .map(ContainersIT::mount)
                .collect(Collectors.joining(" "))
                .split(" "))
        .containsExactlyInAnyOrder(expected.split(" "));
  }

  private static String mount(JsonNode mount) {
    return String.join(
        ":",
        mount.path("Type").asText(),
        mount.path("Destination").asText(),
        mount.path("RW").asBoolean() ? "rw" : "ro");
  }

  @Test
  void hidesTheAuthorityFromTheProxy() {
    assertThat(stack.in("proxy", "busybox", "ls", "-A", "/ca").expectSuccess()).isBlank();
    assertThat(stack.in("proxy", "busybox", "ls", "/etc/nginx/tls/current/").expectSuccess())
        .contains("site.key")
        .doesNotContain("ca.key");
  }
}
