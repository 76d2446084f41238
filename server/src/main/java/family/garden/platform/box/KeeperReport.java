package family.garden.platform.box;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bookingctl} knows of the box and the server cannot see. {@code bookingctl doctor}
 * writes it as JSON into a file that the server reads; each field may be missing.
 *
 * @param at when bookingctl looked
 * @param siteWell whether the site answered through the proxy
 * @param urgent how many urgent findings the doctor has
 * @param hints how many others
 * @param backupMadeAt when the newest verified backup was made
 * @param backupVerifiedAt when it was verified
 * @param backupCopiedAt when it was copied off the box
 * @param deployedAt when the last deploy or rollback ended
 * @param deployOperation its name, like "deploy"
 * @param deployVersion the version that was to serve
 * @param deployDone whether that version serves; false where it was undone
 * @param certificateEnds when browsers begin to refuse the site
 */
record KeeperReport(
    Instant at,
    @Nullable Boolean siteWell,
    @Nullable Integer urgent,
    @Nullable Integer hints,
    @Nullable Instant backupMadeAt,
    @Nullable Instant backupVerifiedAt,
    @Nullable Instant backupCopiedAt,
    @Nullable Instant deployedAt,
    @Nullable String deployOperation,
    @Nullable String deployVersion,
    @Nullable Boolean deployDone,
    @Nullable Instant certificateEnds) {
  /** A timer runs the doctor every half hour; an older file says nothing of today. */
  static final Duration VALID = Duration.ofHours(2);

  /** How far the clock may have been set back since the file was written. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the report.
   *
   * @return empty if there is none, it is no such JSON, larger than {@value SmallFile#MOST_BYTES}
   *     bytes, older than {@link #VALID}, or dated ahead
   */
  static Optional<KeeperReport> read(Path file, Clock clock) {
    return SmallFile.read(file).flatMap(KeeperReport::parse).filter(report -> report.isOf(clock));
  }

  private boolean isOf(Clock clock) {
    Duration age = Duration.between(at, clock.instant());
    return age.compareTo(VALID) <= 0 && age.compareTo(AHEAD.negated()) >= 0;
  }

  private static Optional<KeeperReport> parse(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      JsonNode findings = json.path("findings");
      JsonNode backup = json.path("backup");
      JsonNode deploy = json.path("deploy");
      return Optional.ofNullable(instant(json.path("at")))
          .map(
              at ->
                  new KeeperReport(
                      at,
                      flag(json.path("siteWell")),
                      count(findings.path("urgent")),
                      count(findings.path("hints")),
                      instant(backup.path("madeAt")),
                      instant(backup.path("verifiedAt")),
                      instant(backup.path("copiedAt")),
                      instant(deploy.path("finishedAt")),
                      word(deploy.path("operation")),
                      word(deploy.path("version")),
                      flag(deploy.path("done")),
                      instant(json.path("certificateEnds"))));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Instant instant(JsonNode node) {
    try {
      Instant instant = node.isTextual() ? Instant.parse(node.textValue()) : null;
      return instant == null || instant.getEpochSecond() < 0 || isFarAhead(instant)
          ? null
          : instant;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** After the year 9999, which other programs cannot read. */
  private static boolean isFarAhead(Instant instant) {
    return instant.getEpochSecond() > 253_402_300_799L;
  }

  private static @Nullable Boolean flag(JsonNode node) {
    return node.isBoolean() ? node.booleanValue() : null;
  }

  private static @Nullable Integer count(JsonNode node) {
    return node.canConvertToInt() && node.isIntegralNumber() && node.intValue() >= 0
        ? node.intValue()
        : null;
  }

  private static @Nullable String word(JsonNode node) {
    return node.isTextual() && node.textValue().matches("[\\w.+-]{1,60}") ? node.textValue() : null;
  }
}
