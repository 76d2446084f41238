package family.garden.platform.box;

import family.garden.platform.box.BoxState.BackupPart;
import family.garden.platform.box.BoxState.CardPart;
import family.garden.platform.box.BoxState.CertificatePart;
import family.garden.platform.box.BoxState.DeployPart;
import family.garden.platform.box.BoxState.FindingsPart;
import family.garden.platform.box.BoxState.MailPart;
import family.garden.platform.box.BoxState.PowerPart;
import family.garden.platform.box.BoxState.RoomPart;
import family.garden.platform.box.BoxState.TemperaturePart;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which light a part of the box has; the limits are those of {@code bookingctl doctor}. */
final class Judgement {
  private static final long MIB = 1024 * 1024;
  private static final long MB = 1_000_000;

  /** A Pi slows itself down at 80 °C. */
  private static final double WARM = 70;

  private static final double HOT = 80;

  /** One backup is made each day. */
  private static final Duration OLD_BACKUP = Duration.ofHours(30);

  private static final Duration LATE_MAIL = Duration.ofMinutes(15);
  private static final Duration STUCK_MAIL = Duration.ofDays(1);

  private Judgement() {}

  static RoomPart memory(Optional<Host.Room> room) {
    return room(room, 60 * MIB, 40 * MIB);
  }

  static RoomPart disk(Optional<Host.Room> room) {
    return room(room, 1000 * MB, 300 * MB);
  }

  private static RoomPart room(Optional<Host.Room> room, long attention, long bad) {
    return room.map(
            found ->
                new RoomPart(
                    Light.atLeast(found.free(), attention, bad), found.total(), found.free()))
        .orElse(new RoomPart(Light.Unknown, null, null));
  }

  static CardPart card(Optional<Host.Card> card) {
    return card.map(
            found -> {
              double wear = found.wear().orElse(0);
              Light light =
                  found.readOnly() || wear > 1
                      ? Light.Bad
                      : wear >= 0.9 ? Light.Attention : Light.Good;
              return new CardPart(
                  light,
                  found.name(),
                  found.readOnly(),
                  found.written(),
                  found.wear().isPresent() ? wear : null);
            })
        .orElse(new CardPart(Light.Unknown, null, null, null, null));
  }

  static TemperaturePart temperature(OptionalDouble celsius) {
    if (celsius.isEmpty()) {
      return new TemperaturePart(Light.Unknown, null);
    }
    double degrees = celsius.getAsDouble();
    Light light = degrees >= HOT ? Light.Bad : degrees >= WARM ? Light.Attention : Light.Good;
    return new TemperaturePart(light, degrees);
  }

  static PowerPart power(Optional<Host.Voltage> voltage) {
    return voltage
        .map(
            found ->
                new PowerPart(
                    found.low() ? Light.Bad : found.wasLow() ? Light.Attention : Light.Good,
                    found.low(),
                    found.wasLow()))
        .orElse(new PowerPart(Light.Unknown, null, null));
  }

  static FindingsPart findings(KeeperReport report) {
    Integer urgent = report.urgent();
    Integer hints = report.hints();
    if (urgent == null || hints == null) {
      return new FindingsPart(Light.Unknown, null, null);
    }
    Light light = urgent > 0 ? Light.Bad : hints > 0 ? Light.Attention : Light.Good;
    return new FindingsPart(light, urgent, hints);
  }

  /** Bad where there is none that was verified, and after a day without another one. */
  static BackupPart backup(KeeperReport report, Instant now) {
    Instant made = report.backupMadeAt();
    Light light;
    if (made == null || made.plus(OLD_BACKUP).isBefore(now)) {
      light = Light.Bad;
    } else {
      light = report.backupCopiedAt() == null ? Light.Attention : Light.Good;
    }
    return new BackupPart(light, made, report.backupVerifiedAt(), report.backupCopiedAt());
  }

  static DeployPart deploy(KeeperReport report) {
    Boolean done = report.deployDone();
    Light light = done == null ? Light.Unknown : done ? Light.Good : Light.Attention;
    return new DeployPart(
        light, report.deployOperation(), report.deployVersion(), done, report.deployedAt());
  }

  /** It is renewed 28 days before its end. */
  static CertificatePart certificate(KeeperReport report, Instant now) {
    Instant ends = report.certificateEnds();
    return ends == null
        ? new CertificatePart(Light.Unknown, null)
        : new CertificatePart(Light.atLeast(Duration.between(now, ends).toDays(), 28, 7), ends);
  }

  static MailPart mail(MailQueue mail, Instant now) {
    Instant oldest = mail.oldest().orElse(null);
    Duration age = oldest == null ? Duration.ZERO : Duration.between(oldest, now);
    Light light =
        age.compareTo(STUCK_MAIL) > 0
            ? Light.Bad
            : age.compareTo(LATE_MAIL) > 0 ? Light.Attention : Light.Good;
    return new MailPart(light, mail.isOn(), mail.waiting(), oldest);
  }
}
