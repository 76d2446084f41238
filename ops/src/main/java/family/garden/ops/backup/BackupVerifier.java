package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.database.Postgres;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.process.Undo;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import family.garden.ops.smoke.Smoke;
import java.time.Duration;
import java.util.Optional;

/**
 * Restores a backup from its encrypted file into a scratch database, as a person would in an
 * emergency, compares what is there with what was in the live one, and starts Booking on it.
 */
record BackupVerifier(
    Settings settings, LiveDatabase live, Key key, BackupRepository repository, Progress progress) {
  static final String USE_ANOTHER =
      "Do not rely on this one; \"bookingctl backup list\" shows those that are verified.";

  private static final Duration SHORT = Duration.ofSeconds(60);

  private DatabaseRestorer restorer() {
    return new DatabaseRestorer(live, key, repository, progress);
  }

  /** Verifies a backup that can be read. */
  interface Verification {
    Manifest of(Manifest manifest) throws OpsException;
  }

  /** Verifies a backup; what is wrong with it is part of the result. */
  static Backup report(BackupRepository repository, String id, Key key, Verification verification)
      throws OpsException {
    Manifest manifest;
    try {
      manifest = repository.read(id, key);
    } catch (OpsException wrong) {
      return Backup.unreadable(id, wrong);
    }
    try {
      return verification.of(manifest).backup();
    } catch (OpsException wrong) {
      Poller.throwIfInterrupted();
      return manifest.faulty(wrong.getMessage()).backup();
    }
  }

  /** Verifies a backup, and leaves nothing behind; fails with what is wrong with it. */
  void verify(Manifest manifest) throws OpsException {
    String image = live.image();
    restorer().expectSound(manifest, image);
    restoreAndCompare(manifest, image);
  }

  /** Like {@link #verify}, without reading the file for its checksum a second time. */
  void verifyNew(Manifest manifest) throws OpsException {
    String image = live.image();
    restorer().expectSameVersion(manifest, image);
    restoreAndCompare(manifest, image);
  }

  private void restoreAndCompare(Manifest manifest, String image) throws OpsException {
    String name = settings.stack() + "-scratch";
    ScratchDatabase scratch =
        new ScratchDatabase(
            settings, image, name, name, Postgres.DATA, ScratchDatabase.Use.SCRATCH);
    clear(name);
    try {
      Processes.run(live.engine().call("volume", "create", name), SHORT)
          .expectSuccess("make room for a scratch database", "See whether the disk is full.");
      restore(manifest, scratch);
      progress.step("Comparing it with the live database of that moment");
      restorer().compare(manifest, scratch);
      tryOut(manifest, scratch);
    } catch (OpsException wrong) {
      progress.undoes("Undoing what was done");
      throw wrong;
    } finally {
      Undo.run(() -> tidy(name));
      progress.stepDone();
    }
  }

  /** Says only what is left, for what failed before matters more; the next run clears it away. */
  private void tidy(String volume) {
    try {
      clear(volume);
    } catch (OpsException failure) {
      progress.touches();
      progress.warn(failure.getMessage());
    }
  }

  /** Tries again and again: the engine may still make a container whose call was interrupted. */
  private void clear(String volume) throws OpsException {
    Poller poller = new Poller(SHORT, Duration.ofSeconds(1));
    ProcessResult removed;
    do {
      live.removeSandboxes();
      removed = Processes.run(live.engine().call("volume", "rm", "--force", volume), SHORT);
    } while (!removed.isSuccess() && poller.lookAgain());
    removed.expectSuccess("remove the scratch database " + volume, "See what holds its volume.");
  }

  private void restore(Manifest manifest, ScratchDatabase scratch) throws OpsException {
    if (manifest.type() == BackupType.DUMP) {
      progress.step("Starting a scratch database and reading the dump into it");
      restorer().restoreDump(manifest, scratch);
    } else {
      progress.step("Unpacking the base and its WAL for a scratch database");
      WalRange range = manifest.wal().orElseThrow();
      WalChain chain = WalChain.between(range, repository.wal().segments(manifest.systemId()));
      chain.expectWhole();
      restorer()
          .restoreBase(
              manifest, scratch, chain.segments(), new RecoveryTarget.RestorePoint(manifest.id()));
    }
  }

  /**
   * Starts the program on it and does what people do. A program that does not work on the live
   * database either says nothing of the backup, and one that is to be replaced may well not.
   */
  private void tryOut(Manifest manifest, ScratchDatabase scratch) throws OpsException {
    Optional<String> image = live.serverImage();
    if (image.isEmpty()) {
      progress.warn("Booking was not started on it, for no server was deployed here yet.");
      return;
    }
    progress.step("Starting Booking on it: log in, look, have a booking validated");
    Smoke smoke = new Smoke(settings, progress);
    try (ScratchServer server = new ScratchServer(settings, scratch)) {
      server.start(image.get());
      smoke.test(server, manifest.madeAt());
    } catch (OpsException wrong) {
      Poller.throwIfInterrupted();
      expectLiveWorks(smoke, manifest, wrong);
    }
  }

  private void expectLiveWorks(Smoke smoke, Manifest manifest, OpsException wrong)
      throws OpsException {
    try {
      Site server = live.server();
      smoke.logOut(server, smoke.test(server));
    } catch (OpsException same) {
      progress.warn(
          "Booking does not work on it, and not on the live database either: " + same.getMessage());
      return;
    }
    throw OpsException.refused(
        "verify the backup " + manifest.id(),
        "Booking does not work on it: %s\n".formatted(wrong.getMessage()),
        USE_ANOTHER);
  }
}
