package family.garden.platform.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that bookingctl writes, as it is and as it must not be. */
class KeeperReportTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final String WHOLE =
      """
      {"at": "2026-11-30T11:40:00Z", "siteWell": true, "findings": {"urgent": 1, "hints": 2},
       "backup": {"madeAt": "2026-11-30T02:00:00Z", "verifiedAt": "2026-11-30T02:05:00Z",
                  "copiedAt": "2026-11-30T02:06:00Z"},
       "deploy": {"operation": "deploy", "version": "1.2.3-rc.1", "done": false,
                  "finishedAt": "2026-11-29T10:00:00Z"},
       "certificateEnds": "2027-01-30T00:00:00Z", "later": {"unknown": [1]}}
      """;

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  KeeperReportTest() {}

  @Test
  void readsAllOfIt() throws IOException {
    assertThat(read(WHOLE))
        .contains(
            new KeeperReport(
                Instant.parse("2026-11-30T11:40:00Z"),
                true,
                1,
                2,
                Instant.parse("2026-11-30T02:00:00Z"),
                Instant.parse("2026-11-30T02:05:00Z"),
                Instant.parse("2026-11-30T02:06:00Z"),
                Instant.parse("2026-11-29T10:00:00Z"),
                "deploy",
                "1.2.3-rc.1",
                false,
                Instant.parse("2027-01-30T00:00:00Z")));
  }

  @Test
  void doesWithoutWhatIsMissing() throws IOException {
    assertThat(read("{\"at\": \"%s\"}".formatted(NOW)))
        .contains(
            new KeeperReport(
                NOW, null, null, null, null, null, null, null, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{",
        "\"2026-11-30T12:00:00Z\"",
        "{\"at\": 5}",
        "{\"at\": \"yesterday\"}",
        "{\"at\": \"2026-11-30T09:59:59Z\"}",
        "{\"at\": \"2026-11-30T12:10:01Z\"}",
        "{\"at\": \"-1000000-01-01T00:00:00Z\"}"
      })
  void believesNoOther(String text) throws IOException {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void believesNoFieldOfAnotherKind() throws IOException {
    String wrong =
        """
        {"at": "2026-11-30T12:00:00Z", "siteWell": "yes", "findings": {"urgent": -1, "hints": 1.5},
         "backup": {"madeAt": "+1000000-01-01T00:00:00Z"}, "deploy": {"operation": "<b>", "done": 1,
         "version": "%s"}, "certificateEnds": ["2027-01-30T00:00:00Z"]}
        """
            .formatted("9".repeat(61));
    assertThat(read(wrong))
        .contains(
            new KeeperReport(
                NOW, null, null, null, null, null, null, null, null, null, null, null));
  }

  @Test
  void readsNoLargeFileAndNoFolder() throws IOException {
    assertThat(read(WHOLE + " ".repeat(SmallFile.MOST_BYTES))).isEmpty();
    assertThat(KeeperReport.read(folder, clock(NOW))).isEmpty();
    assertThat(KeeperReport.read(folder.resolve("missing"), clock(NOW))).isEmpty();
  }

  @Test
  void judgesBackupsCertificatesAndFindings() throws IOException {
    KeeperReport report = read(WHOLE).orElseThrow();
    assertThat(Judgement.findings(report).light()).isEqualTo(Light.Bad);
    assertThat(Judgement.backup(report, NOW).light()).isEqualTo(Light.Good);
    assertThat(Judgement.backup(report, NOW.plus(Duration.ofHours(21))).light())
        .isEqualTo(Light.Bad);
    assertThat(Judgement.deploy(report).light()).isEqualTo(Light.Attention);
    assertThat(Judgement.certificate(report, NOW).light()).isEqualTo(Light.Good);
    Instant ends = Instant.parse("2027-01-30T00:00:00Z");
    assertThat(Judgement.certificate(report, ends.minus(Duration.ofDays(27))).light())
        .isEqualTo(Light.Attention);
    assertThat(Judgement.certificate(report, ends.plus(Duration.ofDays(1))).light())
        .isEqualTo(Light.Bad);
  }

  private Optional<KeeperReport> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("report.json"), text);
    return KeeperReport.read(file, clock(NOW));
  }

  private static Clock clock(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }
}
