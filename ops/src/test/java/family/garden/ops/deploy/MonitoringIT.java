package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import family.garden.ops.NeedsEngine;
import family.garden.ops.StackWithCtl;
import family.garden.ops.json.Json;
import family.garden.ops.process.Poller;
import family.garden.ops.site.SiteThroughProxy;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The monitoring on a copy of the stack: started by a setting, it sees the server, nginx and the
 * machine, sends an alert to a topic that really listens, and goes without a trace.
 */
@ExtendWith(NeedsEngine.class)
class MonitoringIT {
  private static final String VERSION = System.getenv().getOrDefault("VERSION", "0.1.0-SNAPSHOT");
  private static final Duration PATIENT = Duration.ofMinutes(6);

  /** Several times the largest of the programs, in bytes. */
  private static final long MOST_READ = 150_000_000;

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Map<String, String> small = new HashMap<>(Map.of("BOOKING_MONITORING", "small"));

  @Test
  void watchesAndSendsAlertsFromTheSettingOnUntilItIsOff() throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    try (StackWithCtl stack = new StackWithCtl("monitoring")) {
      HttpServer topic = listen(received);
      try {
        nameTheImage(stack);
        small.put(
            "BOOKING_NOTIFY_NTFY",
            "http://%s:%d/garden".formatted(gateway(stack), topic.getAddress().getPort()));
        evictProgramsFromMemory();
        assertThat(stack.ctl(small, "apply").expectSuccess().output())
            .contains("Starting the monitoring");
        // Nothing is done twice.
        assertThat(stack.ctl(small, "apply").expectSuccess().output())
            .doesNotContain("Starting the monitoring");
        seesEachJob(stack);
        readsItsProgramsOnce(stack);
        refusesChannelsThatAlertmanagerCannotUse(stack);
        sendsAnAlert(stack, received);
        goesWithoutATrace(stack);
      } finally {
        topic.stop(0);
      }
    }
  }

  /** This machine, as the containers see it. */
  private static String gateway(StackWithCtl stack) {
    return Testbed.docker(
        "inspect",
        "--format",
        "{{range .NetworkSettings.Networks}}{{.Gateway}}{{end}}",
        stack.container("proxy"));
  }

  /** A release would name it. */
  private static void nameTheImage(StackWithCtl stack) throws IOException {
    String image =
        Testbed.docker("image", "inspect", "--format", "{{.Id}}", "booking-monitoring:" + VERSION);
    Files.writeString(
        stack.folder().resolve("images.env"),
        "BOOKING_MONITORING_IMAGE=" + image + "\n",
        StandardOpenOption.APPEND);
  }

  /** As after a start of the machine: the limits of the containers then count their pages too. */
  private static void evictProgramsFromMemory() {
    Testbed.docker(
        "run",
        "--rm",
        "--network=none",
        "--entrypoint=sh",
        "booking-monitoring:" + VERSION,
        "-c",
        "for program in /usr/bin/victoria-metrics /usr/bin/vmalert /usr/bin/prometheus-*; do"
            + " dd if=$program iflag=nocache count=0; done");
  }

  /** Where the limit of a container is too low for its program, it reads that without an end. */
  private static void readsItsProgramsOnce(StackWithCtl stack) {
    for (String service : List.of("victoriametrics", "vmalert", "alertmanager", "node-exporter")) {
      String counters =
          Testbed.docker("exec", stack.container(service), "busybox", "cat", "/proc/1/io");
      assertThat(counters).contains("read_bytes: ");
      long bytes =
          Long.parseLong(counters.replaceFirst("(?sm).*^read_bytes: (\\d+)$.*", "$1").strip());
      assertThat(bytes).as("bytes that %s read from the disk", service).isLessThan(MOST_READ);
    }
  }

  private static void seesEachJob(StackWithCtl stack) throws Exception {
    for (int at = 0; at < 5; at++) {
      SiteThroughProxy.open(stack.settings()).get("/api/version", Optional.empty());
    }
    awaitData(stack, "sum(http_requests_total{job=\"booking-backend\",colour=\"blue\"}) > 0");
    awaitData(stack, "nginx_connections_active{job=\"nginx\"}");
    awaitData(stack, "node_memory_MemAvailable_bytes{job=\"node-exporter\"}");
    awaitData(stack, "up{job=\"booking-backend\",colour=\"green\"} == 0");
    // vmalert and the figures of bookingctl.
    stack.ctl(Map.of("BOOKING_MONITORING", "small"), "doctor", "--round").expectSuccess();
    awaitData(stack, "booking_doctor_timestamp_seconds");
  }

  private static void awaitData(StackWithCtl stack, String query) throws Exception {
    String address =
        "http://127.0.0.1:8428/api/v1/query?query="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    Poller poller = new Poller(PATIENT, BETWEEN);
    while (true) {
      String answer =
          Testbed.docker(
              "exec",
              stack.container("victoriametrics"),
              "busybox",
              "wget",
              "-q",
              "-O",
              "-",
              address);
      if (Json.tree(answer, "the answer").path("data", "result").stream().findAny().isPresent()) {
        return;
      }
      assertThat(poller.lookAgain()).as("data of %s in %s", query, answer).isTrue();
    }
  }

  private void refusesChannelsThatAlertmanagerCannotUse(StackWithCtl stack) throws IOException {
    Path webhook = stack.folder().resolve("secrets/notify-webhook");
    Path config = stack.folder().resolve("monitoring/alertmanager/alertmanager.yml");
    String before = Files.readString(config);
    Files.writeString(webhook, "no-address");
    ProcessResult refused = stack.ctl(small, "apply");
    assertThat(refused.code()).isNotZero();
    assertThat(refused.output())
        .contains("Alertmanager does not accept the notification channels: unsupported scheme")
        .doesNotContain("no-address");
    assertThat(config).hasContent(before);
    Files.delete(webhook);
  }

  private static void sendsAnAlert(StackWithCtl stack, List<String> received) throws Exception {
    Testbed.docker("stop", stack.container("server-blue"));
    Poller poller = new Poller(PATIENT, BETWEEN);
    while (received.stream()
        .noneMatch(each -> each.contains("ServiceDown") && each.contains("booking-backend"))) {
      assertThat(poller.lookAgain()).as("an alert among %s", received).isTrue();
    }
    assertThat(received.getFirst()).startsWith("/garden?template=yes&title=");
    Testbed.docker("start", stack.container("server-blue"));
  }

  private void goesWithoutATrace(StackWithCtl stack) throws Exception {
    small.put("BOOKING_MONITORING", "none");
    assertThat(stack.ctl(small, "apply").expectSuccess().output())
        .contains("Stopping the monitoring");
    assertThat(stack.compose("ps", "--all", "--services").lines())
        .doesNotContain("victoriametrics", "vmalert", "alertmanager", "node-exporter");
    assertThat(stack.folder().resolve("monitoring/alertmanager/alertmanager.yml")).doesNotExist();
    assertThat(stack.folder().resolve("images.env"))
        .content()
        .doesNotContain("BOOKING_MONITORING_IMAGE");
    assertThat(stack.ctl(small, "apply").expectSuccess().output()).doesNotContain("the monitoring");
  }

  /** At each address of this machine, as containers cannot reach its loopback. */
  private static HttpServer listen(List<String> received) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(exchange.getRequestURI() + "\n" + body);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
