package family.garden.ops.backup;

import family.garden.ops.database.JournalPiece;
import family.garden.ops.database.Postgres;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Lock;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Outcome;
import family.garden.ops.process.Patience;
import family.garden.ops.process.Processes;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes finished pieces of the journal out of the archive, encrypts them and takes them off the
 * box.
 */
final class Shipping {
  private static final Duration SHORT = Duration.ofSeconds(60);
  static final Duration ARCHIVED_WITHIN = Duration.ofSeconds(90);
  private static final String ARCHIVED = ".gz";

  private final Live live;
  private final Key key;
  private final Shelf shelf;
  private final OffBox offBox;
  private final Progress progress;

  Shipping(Live live, Key key, Shelf shelf, OffBox offBox, Progress progress) {
    this.live = live;
    this.key = key;
    this.shelf = shelf;
    this.offBox = offBox;
    this.progress = progress;
  }

  /**
   * All that is finished; how many pieces are off the box now, or encrypted where there is no
   * other.
   */
  int ship() throws Trouble {
    awakenTimeout();
    try (var _ = lock()) {
      takeAll();
      return sendAll();
    }
  }

  /** As {@link #ship}, as far as that needs nothing but this machine. */
  void takeOut() throws Trouble {
    try (var _ = lock()) {
      takeAll();
    }
  }

  private Lock lock() throws Trouble {
    return Lock.await(
        Private.folder(shelf.root()).resolve(".journal.lock"),
        "ship the journal",
        Duration.ofMinutes(10));
  }

  /**
   * Takes out all that was written until now, so that a restore to any moment before it finds a
   * transaction after that moment. Where the database does not run, all that it had finished.
   */
  void takeOutUntilNow() throws Trouble {
    try (Session session = live.session()) {
      String systemId = session.one("SELECT system_identifier FROM pg_control_system();");
      session.ask("SELECT pg_current_xact_id();");
      String last = session.one("SELECT pg_walfile_name(pg_switch_wal());");
      awaitArchived(systemId, last, ARCHIVED_WITHIN);
    } catch (Trouble notRunning) {
      Patience.throwIfInterrupted();
      progress.warn("What was written last is not in the archive: " + notRunning.getMessage());
    }
    takeOut();
  }

  private void takeAll() throws Trouble {
    for (Path database : Folders.in(live.mountpoint("journal"))) {
      String systemId = database.getFileName().toString();
      if (!systemId.matches("\\d+")) {
        continue;
      }
      Private.folder(shelf.journal(systemId));
      Private.folder(shelf.outgoing(systemId));
      for (Path piece : Folders.in(database)) {
        String name = piece.getFileName().toString();
        if (!name.startsWith(".") && name.endsWith(ARCHIVED)) {
          take(piece, systemId, name.substring(0, name.length() - ARCHIVED.length()));
        }
      }
    }
  }

  private int sendAll() throws Trouble {
    int taken = 0;
    for (Path outgoing : Folders.in(shelf.root().resolve(Shelf.OUTGOING))) {
      taken += send(outgoing.getFileName().toString());
    }
    return taken;
  }

  /** Since when the oldest finished piece waits in the archive. */
  static Optional<Instant> oldestArchived(Live live) throws Trouble {
    Optional<Instant> oldest = Optional.empty();
    for (Path database : Folders.in(live.mountpoint("journal"))) {
      oldest = Shelf.earlier(oldest, Shelf.oldest(database, ARCHIVED));
    }
    return oldest;
  }

  /**
   * After a start, PostgreSQL heeds archive_timeout only when its checkpointer has woken up for
   * another reason, which may take as long as checkpoint_timeout (15 minutes). Reading its settings
   * again wakes it. Where the database does not run, nothing waits in it.
   */
  private void awakenTimeout() throws Trouble {
    String asleep =
        "SELECT pg_reload_conf() FROM pg_stat_archiver"
            + " WHERE greatest(last_archived_time, pg_conf_load_time())"
            + " <= pg_postmaster_start_time() + interval '5 s'";
    Outcome outcome = Processes.run(live.program(Postgres.query(asleep)), SHORT);
    if (!outcome.isDone()) {
      progress.warn("The database does not answer; what it has archived is taken all the same.");
    }
  }

  /** Encrypts a piece; only then it leaves the archive. */
  private void take(Path piece, String systemId, String name) throws Trouble {
    Path there = shelf.piece(systemId, name);
    try {
      if (Files.exists(there)) {
        expectSame(piece, there);
      } else {
        Path aside = there.resolveSibling("." + name + ".new");
        Processes.runInto(aside, key.encrypt().with(piece.toString()), SHORT)
            .expectDone("encrypt " + piece, "See whether the disk is full.");
        Private.move(aside, there);
      }
      Files.delete(piece);
    } catch (IOException e) {
      throw Durable.failed("take " + piece + " out of the archive", e);
    }
  }

  /** Handed over twice: the plug was pulled in between. */
  private void expectSame(Path piece, Path there) throws Trouble, IOException {
    Path opened = there.resolveSibling("." + piece.getFileName() + ".opened");
    try {
      Processes.runInto(opened, key.decrypt().with(there.toString()), SHORT)
          .expectDone("open " + there, Proof.USE_ANOTHER);
      if (Files.mismatch(opened, piece) >= 0) {
        throw Trouble.refused(
            "take " + piece + " out of the archive",
            there + " has its name and another content",
            "Two databases write with the same identity: stop one, then make a base backup.");
      }
    } finally {
      Files.deleteIfExists(opened);
    }
  }

  private int send(String systemId) throws Trouble {
    List<Path> pieces =
        Folders.in(shelf.outgoing(systemId)).stream()
            .filter(each -> each.getFileName().toString().endsWith(Shelf.PIECE))
            .toList();
    if (pieces.isEmpty()) {
      return 0;
    }
    if (offBox.isSet()) {
      offBox.put(
          shelf.outgoing(systemId),
          Shelf.JOURNAL + "/" + systemId,
          "--no-traverse",
          "--include=*" + Shelf.PIECE);
    }
    for (Path each : pieces) {
      Private.move(each, shelf.journal(systemId).resolve(each.getFileName()));
    }
    return pieces.size();
  }

  /** Waits until a piece is in the archive or was taken out of it already. */
  void awaitArchived(String systemId, String name, Duration limit) throws Trouble {
    Path archived = live.mountpoint("journal").resolve(systemId).resolve(name + ARCHIVED);
    Patience patience = new Patience(limit, Duration.ofMillis(200));
    while (!Files.exists(archived) && !Files.exists(shelf.piece(systemId, name))) {
      if (!patience.lookAgain()) {
        throw Trouble.refused(
            "wait until the piece " + name + " of the journal is archived",
            "it is not after " + limit.toSeconds() + " s",
            "See in the log of the database why archive-journal fails.");
      }
    }
  }

  /** Whether restores to now would end at a gap; the keeper is told. */
  Optional<String> gapAfter(Manifest base) throws Trouble {
    Manifest.Span span = base.journal().orElseThrow();
    long timeline = JournalPiece.of(span.first(), span.size()).orElseThrow().timeline();
    List<String> same =
        shelf.pieces(base.systemId()).stream()
            .filter(
                each ->
                    JournalPiece.of(each, span.size())
                        .filter(piece -> piece.timeline() == timeline)
                        .isPresent())
            .toList();
    Optional<String> gap = JournalChain.after(span, new TreeSet<>(same), Map.of()).missing();
    gap.ifPresent(
        name ->
            progress.warn(
                "The journal has a gap at %s: nothing after it can be restored. Make a base backup: "
                        .formatted(name)
                    + "bookingctl backup create --base"));
    return gap;
  }
}
