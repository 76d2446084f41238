package family.garden.ops.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.doctor.Diagnosis;
import family.garden.ops.doctor.SomeStatus;
import family.garden.ops.json.Json;
import family.garden.ops.notify.Listener;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds of the doctor, with channels and a receiver of pings that really listen. */
class DoctorRoundTest {
  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");

  @TempDir private Path folder;
  private final ByteArrayOutputStream warnings = new ByteArrayOutputStream();

  @Test
  void notifiesOnceOfWhatIsNewAndOnceOfWhatIsGone() throws Exception {
    try (Listener ntfy = new Listener(200)) {
      round(ntfy, urgent("disk", "3 % are free on /"), hint("upgrade", "1.5.0 is there")).run();
      // The same fault with another number.
      round(ntfy, urgent("disk", "2 % are free on /")).run();
      assertThat(titles(ntfy)).containsExactly("booking.family.local: the doctor found a problem");
      assertThat(ntfy.received().getFirst().body())
          .contains("3 % are free")
          .doesNotContain("1.5.0");
      RoundResult result =
          round(ntfy, urgent("disk", "2 % are free on /"), urgent("site", "it is not ready")).run();
      assertThat(result.begun()).isEqualTo(1);
      assertThat(ntfy.received().getLast().body()).contains("not ready").doesNotContain("2 %");
      round(ntfy, urgent("site", "it is not ready")).run();
      assertThat(titles(ntfy).getLast()).isEqualTo("booking.family.local: solved, 1 still open");
      round(ntfy).run();
      round(ntfy).run();
      assertThat(titles(ntfy)).hasSize(4);
      assertThat(titles(ntfy).getLast()).isEqualTo("booking.family.local: all is well again");
      assertThat(ntfy.received().getLast().body()).contains("it is not ready");
    }
  }

  @Test
  void triesAgainWhereNoChannelTookIt() throws Exception {
    try (Listener broken = new Listener(500)) {
      RoundResult result = round(broken, urgent("disk", "it is full")).run();
      assertThat(result.exitCode()).isEqualTo(ExitCode.NOT_WELL);
    }
    try (Listener ntfy = new Listener(200)) {
      RoundResult result = round(ntfy, urgent("disk", "it is full")).run();
      assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(titles(ntfy)).hasSize(1);
    }
  }

  @Test
  void doesNotCallGoneWhatItCouldNotLookAt() throws Exception {
    try (Listener ntfy = new Listener(200)) {
      round(ntfy, urgent("disk", "it is full")).run();
      Settings settings = settings(ntfy);
      new DoctorRound(settings, progress(), () -> examined(List.of(), List.of("disk: it is away")))
          .run();
      assertThat(ntfy.received().getLast().body()).contains("could not look at disk: it is away");
      assertThat(titles(ntfy)).hasSize(2);
      round(ntfy).run();
      assertThat(ntfy.received().getLast().body()).contains("it is full").contains("it is away");
    }
  }

  /** Alertmanager sends them itself. */
  @Test
  void leavesAlertsToAlertmanager() throws Exception {
    try (Listener ntfy = new Listener(200)) {
      round(ntfy, urgent("alerts", "ServiceDown is open")).run();
      assertThat(ntfy.received()).isEmpty();
    }
  }

  @Test
  void keepsNoMoreThanABoundedFile() throws Exception {
    List<Finding> many = new ArrayList<>();
    for (int at = 0; at < 500; at++) {
      many.add(urgent("check-" + "x".repeat(at), "y".repeat(5000)));
    }
    try (Listener ntfy = new Listener(200)) {
      round(ntfy, many.toArray(Finding[]::new)).run();
      assertThat(Files.size(news())).isLessThan(80_000);
    }
  }

  @Test
  void beginsAnewWhereItsFileIsDamaged() throws Exception {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(news(), "{\"findings\": [nu");
    try (Listener ntfy = new Listener(200)) {
      round(ntfy, urgent("disk", "it is full")).run();
      assertThat(titles(ntfy)).hasSize(1);
    }
  }

  @Test
  void doesNotLookWhileADeployIsUnderWayAndPingsAllTheSame() throws Exception {
    try (Listener ping = new Listener(200)) {
      Settings settings = SomeSettings.in(folder, state(), ping(ping));
      try (Lock _ = Lock.take(settings.places().state().resolve("lock"), "deploy 1.4.0")) {
        RoundResult result =
            new DoctorRound(
                    settings,
                    progress(),
                    () -> {
                      throw new AssertionError("It looked.");
                    })
                .run();
        assertThat(result.examined()).isFalse();
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
      }
      assertThat(ping.received())
          .extracting(Listener.Received::path)
          .containsExactly("/ping/secret-id");
    }
  }

  @Test
  void isNotStoppedByAPingThatFailsAndKeepsItsAddressSecret() throws Exception {
    try (Listener ping = new Listener(404)) {
      Settings settings = SomeSettings.in(folder, state(), ping(ping));
      RoundResult result =
          new DoctorRound(settings, progress(), () -> examined(List.of(), List.of())).run();
      assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
    }
    assertThat(warnings.toString(StandardCharsets.UTF_8))
        .contains("127.0.0.1 was not told that this box is alive: it answered 404")
        .doesNotContain("secret-id");
  }

  @Test
  void publishesFiguresOnlyWhereTheMonitoringRuns() throws Exception {
    Path metrics = folder.resolve("monitoring/metrics/bookingctl.prom");
    String place = "BOOKING_MONITORING_FOLDER=" + folder.resolve("monitoring");
    Settings none = SomeSettings.in(folder, state(), place);
    new DoctorRound(none, progress(), () -> examined(List.of(), List.of())).run();
    assertThat(metrics).doesNotExist();
    Settings small = SomeSettings.in(folder, state(), place, "BOOKING_MONITORING=small");
    new DoctorRound(small, progress(), () -> examined(List.of(), List.of())).run();
    assertThat(metrics).content().contains("booking_doctor_timestamp_seconds 1795636800\n");
  }

  private DoctorRound round(Listener ntfy, Finding... findings) throws IOException, OpsException {
    return new DoctorRound(
        settings(ntfy), progress(), () -> examined(List.of(findings), List.of()));
  }

  private Settings settings(Listener ntfy) throws IOException, OpsException {
    return SomeSettings.in(folder, state(), "BOOKING_NOTIFY_NTFY=" + ntfy.address("/garden"));
  }

  private String state() {
    return "BOOKING_STATE=" + folder.resolve("state");
  }

  private static String ping(Listener listener) {
    return "BOOKING_PING_URL=" + listener.address("/ping/secret-id");
  }

  private Path news() {
    return folder.resolve("state/doctor-news.json");
  }

  private Progress progress() {
    return new Progress(new PrintStream(warnings, true, StandardCharsets.UTF_8), false);
  }

  private static DoctorRound.Examined examined(List<Finding> findings, List<String> unavailable) {
    return new DoctorRound.Examined(
        new SomeStatus().at(NOW), new Diagnosis(findings, 28, unavailable, List.of()));
  }

  private static Finding urgent(String check, String message) {
    return new Finding(check, Finding.Severity.URGENT, message, "Do something.");
  }

  private static Finding hint(String check, String message) {
    return new Finding(check, Finding.Severity.HINT, message, "Do something.");
  }

  private static List<String> titles(Listener listener) throws OpsException {
    List<String> titles = new ArrayList<>();
    for (Listener.Received received : listener.received()) {
      titles.add(Json.tree(received.body(), "it").path("title").text());
    }
    return titles;
  }
}
