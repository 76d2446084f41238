package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import family.garden.ops.status.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All checks, one after the other; whatever one of them finds, the others look too. */
public final class Doctor {
  private static final List<Check> CHECKS =
      List.of(
          new EngineCheck(),
          new SiteCheck(),
          new PartsCheck(),
          new ColoursCheck(),
          new HalfDeployCheck(),
          new DiskCheck(),
          new MemoryCheck(),
          new ClockCheck(),
          new CertificateCheck(),
          new BackupCheck(),
          new JournalCheck(),
          new ImagesCheck(),
          new RenewalCheck(),
          new SecretsCheck(),
          new PortsCheck(),
          new AlertsCheck(),
          new NoticeCheck());

  private Doctor() {}

  public static Diagnosis examine(Settings settings, Seen seen, Progress progress) {
    List<Finding> findings = new ArrayList<>();
    List<String> blind = new ArrayList<>();
    for (Check check : CHECKS) {
      progress.step("Looking at: " + check.name());
      try {
        findings.addAll(check.look(settings, seen));
      } catch (Trouble e) {
        blind.add(check.name() + ": " + e.getMessage());
      }
    }
    findings.sort(Comparator.comparingInt((Finding found) -> found.urgent() ? 0 : 1));
    return new Diagnosis(findings, CHECKS.size(), blind);
  }
}
