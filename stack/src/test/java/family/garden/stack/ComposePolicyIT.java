package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rules that every service of the Compose file follows, in each profile. */
@ExtendWith(OneStack.class)
class ComposePolicyIT {
  private static final Set<String> SERVICES =
      Set.of(
          "proxy",
          "server-blue",
          "server-green",
          "pages-blue",
          "pages-green",
          "database",
          "cache",
          "certificates",
          "victoriametrics",
          "vmalert",
          "alertmanager",
          "node-exporter");

  /** They run only where the keeper chose the monitoring. */
  private static final Set<String> MONITORING =
      Set.of("victoriametrics", "vmalert", "alertmanager", "node-exporter");

  /** These services run one task and exit. */
  private static final Set<String> ONE_SHOT = Set.of("certificates", "pages-blue", "pages-green");

  private final JsonNode config;

  ComposePolicyIT(Stack stack) {
    config = stack.config();
  }

  /** Without this the other tests would pass for a file without services. */
  @Test
  void knowsEveryService() {
    assertThat(services().keySet()).isEqualTo(SERVICES);
  }

  @Test
  void letsNoServiceDoMoreThanItMust() {
    forEachService(
        (service, soft) -> {
          soft.assertThat(service.path("read_only").asBoolean()).as("read-only").isTrue();
          soft.assertThat(texts(service.path("cap_drop"))).as("cap_drop").containsExactly("ALL");
          soft.assertThat(texts(service.path("cap_add"))).as("cap_add").isEmpty();
          soft.assertThat(texts(service.path("security_opt")))
              .as("security_opt")
              .containsExactly("no-new-privileges:true");
          soft.assertThat(service.path("user").asText())
              .as("user")
              .matches("[1-9][0-9]{3,}:[1-9][0-9]{3,}");
          soft.assertThat(service.path("privileged").asBoolean()).as("privileged").isFalse();
          soft.assertThat(texts(service.path("group_add"))).as("group_add").isEmpty();
        });
  }

  @Test
  void sharesNothingOfTheHost() {
    forEachService(
        (service, soft) -> {
          for (String shared : List.of("network_mode", "pid", "ipc", "uts", "userns_mode")) {
            soft.assertThat(service.path(shared).asText("none")).as(shared).isEqualTo("none");
          }
          for (String handed : List.of("devices", "device_cgroup_rules", "sysctls", "gpus")) {
            soft.assertThat(service.path(handed)).as(handed).isEmpty();
          }
          soft.assertThat(
                  items(service.path("volumes"))
                      .filter(each -> each.path("type").asText().equals("bind"))
                      .map(each -> each.path("target").asText() + each.path("read_only")))
              .as("folders of the host")
              .isSubsetOf(
                  "/etc/nginx/livetrue",
                  "/run/livetrue",
                  "/etc/alertmanagertrue",
                  "/var/lib/metricstrue");
          soft.assertThat(service.toString()).as("the engine's socket").doesNotContain(".sock");
        });
  }

  @Test
  void limitsWhatEachMayUse() {
    forEachService(
        (service, soft) -> {
          soft.assertThat(service.path("mem_limit").asLong())
              .as("mem_limit")
              .isBetween(1L << 20, 256L << 20);
          soft.assertThat(service.path("pids_limit").asInt()).as("pids_limit").isBetween(1, 200);
          soft.assertThat(service.path("cpus").asDouble()).as("cpus").isBetween(0.1, 2.0);
          JsonNode logging = service.path("logging");
          soft.assertThat(logging.path("driver").asText()).as("log driver").isEqualTo("local");
          soft.assertThat(logging.at("/options/max-size").asText())
              .as("size of a log")
              .matches("[0-9]m");
          soft.assertThat(logging.at("/options/max-file").asInt()).as("logs").isBetween(1, 5);
        });
  }

  @Test
  void startsTheMonitoringOnlyWhereItIsChosenAndBoundsItsMemory() throws IOException {
    String slice = "booking-monitoring.slice";
    for (String name : MONITORING) {
      JsonNode service = config.path("services").path(name);
      assertThat(texts(service.path("profiles"))).as(name).containsExactly("monitoring");
      assertThat(service.path("cgroup_parent").asText()).as(name).isEqualTo(slice);
    }
    assertThat(Files.readString(Path.of("systemd", slice))).contains("MemoryMax=112M");
  }

  @Test
  void bringsBackWhatFellButNotWhatEnds() {
    services()
        .forEach(
            (name, service) ->
                assertThat(service.path("restart").asText())
                    .as(name)
                    .isEqualTo(ONE_SHOT.contains(name) ? "no" : "unless-stopped"));
  }

  @Test
  void namesImagesByWhatIsInThem() {
    forEachService(
        (service, soft) -> {
          // Without the monitoring its image is not named.
          String unnamed = texts(service.path("profiles")).contains("monitoring") ? "none|" : "";
          soft.assertThat(service.path("image").asText())
              .matches(unnamed + "([a-z0-9./:_-]+@)?sha256:[0-9a-f]{64}");
          soft.assertThat(service.has("build")).as("is built on the box").isFalse();
        });
  }

  @Test
  void opensTheProxyOnly() {
    services()
        .forEach(
            (name, service) ->
                assertThat(
                        items(service.path("ports"))
                            .map(each -> each.path("target").asInt())
                            .toList())
                    .as(name)
                    .isEqualTo(name.equals("proxy") ? List.of(8080, 8443) : List.of()));
  }

  @Test
  void handsSecretsOverAsFiles() {
    assertThat(config.path("secrets").properties())
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.getValue().path("file").asText())
                    .as(each.getKey())
                    .startsWith("/"));
    forEachService(
        (service, soft) ->
            soft.assertThat(
                    service.path("environment").properties().stream()
                        .filter(each -> soundsSecret(each.getKey()))
                        .map(each -> each.getValue().asText()))
                .as("secrets in the environment")
                .allMatch(value -> value.startsWith("/run/secrets/")));
  }

  private static boolean soundsSecret(String variable) {
    return variable.matches("(?i).*(password|passwd|secret|token|_key|credential).*");
  }

  @Test
  void keepsTheDataAwayFromTheWorld() {
    assertThat(config.at("/networks/data/internal").asBoolean()).isTrue();
    assertThat(
            services().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> networks(each.getValue()))))
        .isEqualTo(
            Map.ofEntries(
                Map.entry("proxy", Set.of("front")),
                Map.entry("server-blue", Set.of("front", "data")),
                Map.entry("server-green", Set.of("front", "data")),
                Map.entry("database", Set.of("data")),
                Map.entry("cache", Set.of("data")),
                Map.entry("victoriametrics", Set.of("front")),
                Map.entry("vmalert", Set.of("front")),
                Map.entry("alertmanager", Set.of("front")),
                Map.entry("node-exporter", Set.of("front")),
                Map.entry("pages-blue", Set.of()),
                Map.entry("pages-green", Set.of()),
                Map.entry("certificates", Set.of())));
    assertThat(ONE_SHOT)
        .allSatisfy(
            name ->
                assertThat(config.path("services").path(name).path("network_mode").asText())
                    .as(name)
                    .isEqualTo("none"));
  }

  /**
   * The engine chooses networks in turn and may choose one that overlaps with a copy's addresses.
   */
  @Test
  void leavesNoNetworksAddressesToTheEngine() {
    assertThat(config.path("networks").properties())
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(each.getValue().at("/ipam/config/0/subnet").asText())
                    .as(each.getKey())
                    .endsWith("/25"));
  }

  private static Set<String> networks(JsonNode service) {
    return service.path("networks").properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Map<String, JsonNode> services() {
    return config.path("services").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Checks all services and reports all errors together. */
  private void forEachService(BiConsumer<JsonNode, SoftAssertions> check) {
    SoftAssertions all = new SoftAssertions();
    services()
        .forEach(
            (name, service) -> {
              SoftAssertions soft = new SoftAssertions();
              check.accept(service, soft);
              soft.assertionErrorsCollected()
                  .forEach(error -> all.fail(name + ": " + error.getMessage()));
            });
    all.assertAll();
  }

  private static List<String> texts(JsonNode list) {
    return items(list).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> items(JsonNode list) {
    return list.valueStream();
  }
}
