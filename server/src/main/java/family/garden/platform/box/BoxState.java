package family.garden.platform.box;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the box is: a light for each part, and the figures behind it. What nobody could see is null,
 * and its light Unknown.
 *
 * @param light the worst of all parts
 * @param at when the server looked
 * @param reportedAt when bookingctl looked, whose file has the backup, the deploy, the certificate
 *     and the findings of the doctor; null where there is no file, or only an old one
 */
record BoxState(
    Light light,
    Instant at,
    @Nullable Instant reportedAt,
    SitePart site,
    FindingsPart findings,
    RoomPart memory,
    RoomPart disk,
    CardPart card,
    TemperaturePart temperature,
    PowerPart power,
    BackupPart backup,
    DeployPart deploy,
    CertificatePart certificate,
    MailPart mail) {

  record SitePart(
      Light light, String address, String version, String commit, String colour, Instant since) {}

  /** What {@code bookingctl doctor} found. */
  record FindingsPart(Light light, @Nullable Integer urgent, @Nullable Integer hints) {}

  /** Memory or disk, in bytes. */
  record RoomPart(Light light, @Nullable Long total, @Nullable Long free) {}

  /**
   * The memory card.
   *
   * @param written bytes since the machine was started
   * @param wear the share of its life that is used up, where the card tells it
   */
  record CardPart(
      Light light,
      @Nullable String name,
      @Nullable Boolean readOnly,
      @Nullable Long written,
      @Nullable Double wear) {}

  record TemperaturePart(Light light, @Nullable Double celsius) {}

  /** Whether the voltage is or was too low. */
  record PowerPart(Light light, @Nullable Boolean low, @Nullable Boolean wasLow) {}

  record BackupPart(
      Light light,
      @Nullable Instant madeAt,
      @Nullable Instant verifiedAt,
      @Nullable Instant copiedAt) {}

  record DeployPart(
      Light light,
      @Nullable String operation,
      @Nullable String version,
      @Nullable Boolean done,
      @Nullable Instant finishedAt) {}

  record CertificatePart(Light light, @Nullable Instant endsAt) {}

  record MailPart(Light light, boolean on, long waiting, @Nullable Instant oldest) {}
}
