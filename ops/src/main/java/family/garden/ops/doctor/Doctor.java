package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Runs all checks one after the other; no finding stops the others. */
public final class Doctor {
  private static final List<StackCheck> CHECKS =
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
          new UpgradeCheck(),
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

  /** Runs the checks, and reports the result to the servers, whose administrators see it. */
  public static Diagnosis examine(Settings settings, StackStatus status, Progress progress) {
    Diagnosis diagnosis = examine(CHECKS, settings, status, progress);
    BoxReport.of(status, diagnosis).publish(settings);
    return diagnosis;
  }

  static Diagnosis examine(
      List<StackCheck> checks, Settings settings, StackStatus status, Progress progress) {
    List<Finding> findings = new ArrayList<>();
    List<String> unavailable = new ArrayList<>(status.unavailable());
    List<String> absent = new ArrayList<>();
    int looked = 0;
    progress.begin("Looking for what is wrong");
    for (StackCheck check : checks) {
      progress.step(check.name());
      Optional<String> missing = check.absent();
      if (missing.isPresent()) {
        absent.add(check.name() + ": " + missing.get());
        continue;
      }
      try {
        findings.addAll(check.look(settings, status));
        looked++;
      } catch (OpsException e) {
        unavailable.add(check.name() + ": " + e.getMessage());
      }
    }
    progress.done();
    findings.sort(Comparator.comparingInt((Finding found) -> found.isUrgent() ? 0 : 1));
    return new Diagnosis(findings, looked, unavailable, absent);
  }
}
