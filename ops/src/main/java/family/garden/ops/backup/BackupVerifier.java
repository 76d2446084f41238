package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.database.Fingerprint;
import family.garden.ops.database.Postgres;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Command;
import family.garden.ops.process.Pipeline;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.process.Undo;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import family.garden.ops.smoke.Smoke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Restores a backup from its encrypted file into a scratch database, as a person would in an
 * emergency, compares what is there with what was in the live one, and starts Booking on it.
 */
final class BackupVerifier {
  static final String USE_ANOTHER =
      "Do not rely on this one; \"bookingctl backup list\" shows those that are proven.";

  private static final Duration START = Duration.ofMinutes(10);
  private static final Duration SHORT = Duration.ofSeconds(60);

  private final Settings settings;
  private final LiveDatabase live;
  private final Key key;
  private final BackupRepository shelf;
  private final Progress progress;

  BackupVerifier(
      Settings settings, LiveDatabase live, Key key, BackupRepository shelf, Progress progress) {
    this.settings = settings;
    this.live = live;
    this.key = key;
    this.shelf = shelf;
    this.progress = progress;
  }

  /**
   * Does it, and leaves nothing behind.
   *
   * @throws OpsException that says what is wrong with the backup
   */
  void prove(Manifest manifest) throws OpsException {
    String image = live.image();
    expectSound(manifest, image);
    String name = settings.stack() + "-scratch";
    ScratchDatabase side =
        new ScratchDatabase(
            settings, image, name, name, Postgres.DATA, ScratchDatabase.Use.SCRATCH);
    clear(name);
    try {
      Processes.run(live.engine().call("volume", "create", name), SHORT)
          .expectSuccess("make room for a scratch database", "See whether the disk is full.");
      restore(manifest, side);
      progress.step("Comparing it with the live database of that moment");
      compare(manifest, side);
      tryOut(manifest, side);
    } catch (OpsException wrong) {
      progress.undoes("Undoing what was done");
      throw wrong;
    } finally {
      Undo.run(() -> tidy(name));
      progress.stepDone();
    }
  }

  /** What failed before matters more than what is left; the next run clears it away. */
  private void tidy(String volume) {
    try {
      clear(volume);
    } catch (OpsException left) {
      progress.warn(String.valueOf(left.getMessage()));
    }
  }

  /** Again and again: the engine may still make a container whose call was interrupted. */
  private void clear(String volume) throws OpsException {
    Poller poller = new Poller(SHORT, Duration.ofSeconds(1));
    ProcessResult removed;
    do {
      SandboxContainer.removeAll(live.engine(), settings.stack());
      removed = Processes.run(live.engine().call("volume", "rm", "--force", volume), SHORT);
    } while (!removed.isSuccess() && poller.lookAgain());
    removed.expectSuccess("remove the scratch database " + volume, "See what holds its volume.");
  }

  /** What can be seen without restoring. */
  void expectSound(Manifest manifest, String image) throws OpsException {
    String tried = "use the backup " + manifest.id();
    int version = live.majorVersion(image);
    if (manifest.postgres() != version) {
      throw OpsException.refused(
          tried,
          "it is of PostgreSQL %d, the image of the database is of PostgreSQL %d"
              .formatted(manifest.postgres(), version),
          "Restore it with a release that has PostgreSQL " + manifest.postgres() + ".");
    }
    Path file = shelf.folder(manifest.id()).resolve(manifest.kind().file());
    try {
      long bytes = Files.exists(file) ? Files.size(file) : -1;
      if (bytes < 0) {
        throw OpsException.refused(tried, file + " is missing", USE_ANOTHER);
      }
      if (bytes != manifest.bytes()) {
        throw OpsException.refused(
            tried,
            "%s has %d bytes, not the %d that were written"
                .formatted(file, bytes, manifest.bytes()),
            USE_ANOTHER);
      }
      if (!BackupCreator.sha256(file).equals(manifest.sha256())) {
        throw OpsException.refused(
            tried, file + " is not what was written: its SHA-256 is another", USE_ANOTHER);
      }
    } catch (IOException e) {
      throw Durable.failed("read " + file, e);
    }
  }

  /** Up to the moment at which the backup was made. */
  private void restore(Manifest manifest, ScratchDatabase side) throws OpsException {
    if (manifest.kind() == BackupType.DUMP) {
      progress.step("Starting a scratch database and reading the dump into it");
      restoreDump(manifest, side);
    } else {
      progress.step("Unpacking the base and its journal for a scratch database");
      Manifest.Span span = manifest.journal().orElseThrow();
      WalChain chain = WalChain.between(span, shelf.pieces(manifest.systemId()));
      chain.expectWhole();
      restoreBase(manifest, side, chain.pieces(), "recovery_target_name=" + manifest.id());
    }
  }

  void restoreDump(Manifest manifest, ScratchDatabase side) throws OpsException {
    side.start(List.of());
    side.awaitReady(START);
    Path file = shelf.folder(manifest.id()).resolve(manifest.kind().file());
    Pipeline.run(
            file, List.of(key.decrypt(), side.in(Postgres.load())), null, Duration.ofMinutes(30))
        .expectSuccess("restore the backup " + manifest.id(), USE_ANOTHER);
  }

  /**
   * Unpacks a base, hands it the journal and lets it recover.
   *
   * @param target where to stop, as postgresql.conf has it; empty for the end of the journal
   */
  void restoreBase(Manifest manifest, ScratchDatabase side, List<String> pieces, String target)
      throws OpsException {
    String tried = "unpack the backup " + manifest.id();
    Path file = shelf.folder(manifest.id()).resolve(manifest.kind().file());
    side.feed(file, key.decrypt(), Postgres.unpackBase(side.data()))
        .expectSuccess(tried, USE_ANOTHER);
    side.tool(Postgres.verifyBase(side.data())).expectSuccess(tried, USE_ANOTHER);
    String journal = side.data() + "-journal";
    unpackJournal(manifest.systemId(), pieces, side, journal);
    progress.step("Recovering");
    // Where the live database lies in the same volume, it may have a journal not archived yet.
    side.start(Postgres.recovery(journal, Postgres.DATA + "/pg_wal", target));
    side.awaitReady(START);
  }

  private void unpackJournal(
      String systemId, List<String> pieces, ScratchDatabase side, String folder)
      throws OpsException {
    Path staging = shelf.root().resolve(".opened");
    Folders.delete(staging);
    try {
      Private.folder(staging);
      for (String piece : pieces) {
        open(systemId, piece, staging.resolve(piece + ".gz"));
      }
      Command packs = Command.of("tar", "-c", "-C", staging.toString(), ".");
      side.feed(null, packs, Postgres.unpackJournal(folder))
          .expectSuccess("unpack the journal", "See whether the disk is full.");
    } finally {
      Folders.delete(staging);
    }
  }

  private void open(String systemId, String piece, Path to) throws OpsException {
    Processes.runInto(to, key.decrypt().with(shelf.piece(systemId, piece).toString()), SHORT)
        .expectSuccess("open the piece " + piece + " of the journal", USE_ANOTHER);
  }

  void compare(Manifest manifest, ScratchDatabase side) throws OpsException {
    Fingerprint there;
    try (PsqlSession session = side.session()) {
      there = session.fingerprint();
    }
    // What people wrote first, then what surrounds it.
    List<String> differences =
        manifest.fingerprint().differences(there).stream()
            .sorted(Comparator.comparing(each -> !each.startsWith("content ")))
            .toList();
    if (!differences.isEmpty()) {
      int shown = Math.min(10, differences.size());
      throw OpsException.refused(
          "prove the backup " + manifest.id(),
          "%d facts of the restored database are not those of the live one:\n  %s"
              .formatted(differences.size(), String.join("\n  ", differences.subList(0, shown))),
          USE_ANOTHER);
    }
    progress.detail(
        "the same: %d tables, %d rows, %d facts in all"
            .formatted(there.tables(), there.rows(), there.facts().size()));
  }

  /**
   * Starts the program on it and does what people do. A program that does not work on the live
   * database either says nothing of the backup, and one that is to be replaced may well not.
   */
  private void tryOut(Manifest manifest, ScratchDatabase side) throws OpsException {
    Optional<String> image = live.serverImage();
    if (image.isEmpty()) {
      progress.warn("Booking was not started on it, for no server was deployed here yet.");
      return;
    }
    progress.step("Starting Booking on it: log in, look, have a booking validated");
    Smoke smoke = new Smoke(settings, progress);
    try (ScratchServer server = new ScratchServer(settings, side)) {
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
        "prove the backup " + manifest.id(),
        "Booking does not work on it: %s\n".formatted(wrong.getMessage()),
        USE_ANOTHER);
  }
}
