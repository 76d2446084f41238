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
  private static final List<Named> CHECKS =
      List.of(
          new Named("engine", new EngineCheck()),
          new Named("site", new SiteCheck()),
          new Named("services", new ServicesCheck()),
          new Named("colours", new ColoursCheck()),
          new Named("state", new StateFilesCheck()),
          new Named("half-deploy", new HalfDeployCheck()),
          new Named("units", new UnitsCheck()),
          new Named("writable", new WritableCheck()),
          new Named("disk", new DiskCheck()),
          new Named("memory", new MemoryCheck()),
          new Named("power", new PowerCheck()),
          new Named("clock", new ClockCheck()),
          new Named("certificate", new CertificateCheck()),
          new Named("backup-key", new KeyCheck()),
          new Named("backup", new BackupCheck()),
          new Named("remote-copy", new RemoteCopyCheck()),
          new Named("wal", new WalCheck()),
          new Named("images", new ImagesCheck()),
          new Named("upgrade", new UpgradeCheck()),
          new Named("drift", new DriftCheck()),
          new Named("secrets", new SecretsCheck()),
          new Named("smoke", new SmokeCheck()),
          new Named("scratch", new ScratchCheck()),
          new Named("old-data", new OldDataCheck()),
          new Named("recovery", new RecoveryCheck()),
          new Named("ports", new PortsCheck()),
          new Named("alerts", new AlertsCheck()),
          new Named("notice", new NoticeCheck()));

  private Doctor() {}

  /** A check and its name, one word that the runbook explains. */
  record Named(String name, StackCheck check) {}

  /** Runs the checks, and reports the result to the servers, whose administrators see it. */
  public static Diagnosis examine(Settings settings, StackStatus status, Progress progress) {
    Diagnosis diagnosis = examine(CHECKS, settings, status, progress);
    BoxReport.of(status, diagnosis).publish(settings);
    return diagnosis;
  }

  static Diagnosis examine(
      List<Named> checks, Settings settings, StackStatus status, Progress progress) {
    List<Finding> findings = new ArrayList<>();
    List<String> unavailable = new ArrayList<>(status.unavailable());
    List<String> absent = new ArrayList<>();
    int looked = 0;
    progress.begin("Looking for what is wrong");
    for (Named named : checks) {
      progress.step(named.name());
      Optional<String> missing = named.check().absent();
      if (missing.isPresent()) {
        absent.add(named.name() + ": " + missing.get());
        continue;
      }
      try {
        for (Finding finding : named.check().look(settings, status)) {
          findings.add(finding.of(named.name()));
        }
        looked++;
      } catch (OpsException e) {
        unavailable.add(named.name() + ": " + e.getMessage());
      }
    }
    progress.done();
    findings.sort(Comparator.comparingInt((Finding found) -> found.isUrgent() ? 0 : 1));
    return new Diagnosis(findings, looked, unavailable, absent);
  }
}
