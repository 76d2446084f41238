package family.garden.platform.box;

import family.garden.platform.box.BoxState.BackupPart;
import family.garden.platform.box.BoxState.CardPart;
import family.garden.platform.box.BoxState.CertificatePart;
import family.garden.platform.box.BoxState.DeployPart;
import family.garden.platform.box.BoxState.FindingsPart;
import family.garden.platform.box.BoxState.MailPart;
import family.garden.platform.box.BoxState.PowerPart;
import family.garden.platform.box.BoxState.RoomPart;
import family.garden.platform.box.BoxState.SitePart;
import family.garden.platform.box.BoxState.TemperaturePart;
import family.garden.platform.config.Configuration;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks at the box: at the machine itself, and at what bookingctl has reported. */
@Singleton
final class Box {
  private final Configuration configuration;
  private final MailQueue mail;
  private final Clock clock;
  private final String version;
  private final String commit;
  private final Host host = new Host(Path.of("/proc"), Path.of("/sys"), Path.of("/"));

  Box(
      Configuration configuration,
      MailQueue mail,
      Clock clock,
      @ConfigProperty(name = "booking.version") String version,
      @ConfigProperty(name = "booking.commit") String commit) {
    this.configuration = configuration;
    this.mail = mail;
    this.clock = clock;
    this.version = version;
    this.commit = commit;
  }

  /** The state of the box now. */
  BoxState look() {
    Instant now = clock.instant();
    Optional<KeeperReport> report =
        Optional.ofNullable(configuration.boxReport())
            .flatMap(file -> KeeperReport.read(file, clock));
    SitePart site =
        new SitePart(
            Light.badIf(report.map(KeeperReport::siteWell).filter(well -> !well).isPresent()),
            configuration.publicUrl(),
            version,
            commit,
            configuration.colour(),
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
    FindingsPart findings =
        report.map(Judgement::findings).orElse(new FindingsPart(Light.Unknown, null, null));
    RoomPart memory = Judgement.memory(host.memory());
    RoomPart disk = Judgement.disk(host.disk());
    CardPart card = Judgement.card(host.card());
    TemperaturePart temperature = Judgement.temperature(host.temperature());
    PowerPart power = Judgement.power(host.voltage());
    BackupPart backup =
        report
            .map(found -> Judgement.backup(found, now))
            .orElse(new BackupPart(Light.Unknown, null, null, null));
    DeployPart deploy =
        report.map(Judgement::deploy).orElse(new DeployPart(Light.Unknown, null, null, null, null));
    CertificatePart certificate =
        report
            .map(found -> Judgement.certificate(found, now))
            .orElse(new CertificatePart(Light.Unknown, null));
    MailPart letters = Judgement.mail(mail, now);
    return new BoxState(
        Light.worst(
            List.of(
                site.light(),
                findings.light(),
                memory.light(),
                disk.light(),
                card.light(),
                temperature.light(),
                power.light(),
                backup.light(),
                deploy.light(),
                certificate.light(),
                letters.light())),
        now,
        report.map(KeeperReport::at).orElse(null),
        site,
        findings,
        memory,
        disk,
        card,
        temperature,
        power,
        backup,
        deploy,
        certificate,
        letters);
  }
}
