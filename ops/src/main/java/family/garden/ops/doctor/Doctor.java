package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All checks, one after the other; whatever one of them finds, the others look too. */
public final class Doctor {
  private static final List<Check> CHECKS =
      List.of(
          new EngineCheck(),
          new SiteCheck(),
          new ServicesCheck(),
          new ColoursCheck(),
          new StateFilesCheck(),
          new HalfDeployCheck(),
          new UnitsCheck(),
          new WritableCheck(),
          new DiskCheck(),
          new MemoryCheck(),
          new PowerCheck(),
          new ClockCheck(),
          new CertificateCheck(),
          new KeyCheck(),
          new BackupCheck(),
          new RemoteCopyCheck(),
          new WalCheck(),
          new ImagesCheck(),
          new RenewalCheck(),
          new DriftCheck(),
          new SecretsCheck(),
          new SmokeCheck(),
          new ScratchCheck(),
          new OldDataCheck(),
          new RecoveryCheck(),
          new PortsCheck(),
          new AlertsCheck(),
          new NoticeCheck());

  private Doctor() {}

  public static Diagnosis examine(Settings settings, StackStatus seen, Progress progress) {
    return examine(CHECKS, settings, seen, progress);
  }

  static Diagnosis examine(
      List<Check> checks, Settings settings, StackStatus seen, Progress progress) {
    List<Finding> findings = new ArrayList<>();
    List<String> blind = new ArrayList<>(seen.blind());
    List<String> absent = new ArrayList<>();
    int looked = 0;
    progress.begin("Looking for what is wrong");
    for (Check check : checks) {
      progress.step(check.name());
      Optional<String> missing = check.absent();
      if (missing.isPresent()) {
        absent.add(check.name() + ": " + missing.get());
        continue;
      }
      try {
        findings.addAll(check.look(settings, seen));
        looked++;
      } catch (OpsException e) {
        blind.add(check.name() + ": " + e.getMessage());
      }
    }
    progress.done();
    findings.sort(Comparator.comparingInt((Finding found) -> found.urgent() ? 0 : 1));
    return new Diagnosis(findings, looked, blind, absent);
  }
}
