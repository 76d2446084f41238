package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.database.Fingerprint;
import family.garden.ops.database.Postgres;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Lock;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Processes;
import family.garden.ops.process.Undo;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database back: recovers it in a container of its own beside the one that still serves,
 * looks at it, and only then exchanges the two. The old data is set aside, never deleted.
 */
public final class Restore implements AutoCloseable {
  private static final Duration SHORT = Duration.ofMinutes(1);
  private static final Duration START = Duration.ofMinutes(10);
  private static final String NEW = Postgres.DATA + ".restoring";

  private final Settings settings;
  private final LiveDatabase live;
  private final Key key;
  private final BackupRepository repository;
  private final RemoteCopy remoteCopy;
  private final Progress progress;
  private final boolean isFromRemoteCopy;
  private final Lock lock;

  Restore(
      Settings settings,
      LiveDatabase live,
      Key key,
      BackupRepository repository,
      RemoteCopy remoteCopy,
      Progress progress,
      Place from,
      Lock lock) {
    this.settings = settings;
    this.live = live;
    this.key = key;
    this.repository = repository;
    this.remoteCopy = remoteCopy;
    this.progress = progress;
    this.isFromRemoteCopy = from == Place.REMOTE;
    this.lock = lock;
  }

  /**
   * Finds the way; nothing is changed but what is fetched from off the box.
   *
   * @param to a moment, the id of a backup, or null for as late as there is
   */
  public RestorePlan plan(@Nullable String to) throws OpsException {
    Instant asked = to == null || isId(to) ? null : time(to);
    if (isFromRemoteCopy) {
      progress.step("Fetching what there is off the box");
      Private.folder(repository.root());
      remoteCopy.fetch("", repository.root(), "--include=*/" + Manifest.FILE);
    } else if (live.hasVolume("wal")) {
      new Shipping(live, key, repository, remoteCopy, progress).takeOutUntilNow();
    }
    Manifest backup = to != null && asked == null ? repository.read(to, key) : newest(asked);
    if (isFromRemoteCopy) {
      fetch(backup);
    }
    boolean hasOld = live.hasVolume("database");
    // Where there is an old database, it may know of more than was archived.
    boolean isAfterEnd =
        asked != null
            && !hasOld
            && repository.newestSegment(backup.systemId()).filter(asked::isAfter).isPresent();
    String target =
        asked != null
            ? isAfterEnd ? "" : RestorePlan.targetTime(asked)
            : to != null ? "recovery_target_name=" + backup.id() : "";
    return new RestorePlan(
        backup,
        chain(backup, target),
        target,
        moment(to, asked, isAfterEnd, backup),
        isFromRemoteCopy,
        hasOld
            ? Optional.of("17.before-" + BackupRepository.TIME.format(Instant.now()))
            : Optional.empty());
  }

  private static String moment(
      @Nullable String to, @Nullable Instant asked, boolean isAfterEnd, Manifest backup) {
    if (to == null) {
      return "as late as the WAL goes";
    }
    if (isAfterEnd) {
      return "as late as the WAL goes, which ends before " + to;
    }
    return asked == null ? backup.madeAt().toString() : to;
  }

  private static boolean isId(String text) {
    return text.endsWith("-" + BackupType.BASE.word())
        || text.endsWith("-" + BackupType.DUMP.word());
  }

  private static Instant time(String text) throws OpsException {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      Instant now = Instant.now();
      if (time.isAfter(now)) {
        throw OpsException.refused(
            "restore to " + text,
            "that is in the future; by the clock of this machine it is "
                + now.truncatedTo(ChronoUnit.SECONDS),
            "Name a moment that is over, or leave --to out for as late as there is.");
      }
      return time;
    } catch (DateTimeParseException e) {
      throw OpsException.refused(
          "restore to \"" + text + "\"",
          "it is neither the id of a backup nor a time like 2026-11-25T20:15:00Z",
          "\"bookingctl backup list\" shows the ids.");
    }
  }

  /** The last verified base before that time. */
  private Manifest newest(@Nullable Instant time) throws OpsException {
    List<Manifest> bases = new ArrayList<>();
    for (String id : repository.ids()) {
      if (id.endsWith(BackupType.BASE.word())) {
        try {
          Manifest each = repository.read(id, key);
          if (each.verifiedAt().isPresent() && (time == null || !each.madeAt().isAfter(time))) {
            bases.add(each);
          }
        } catch (OpsException damaged) {
          progress.warn(String.valueOf(damaged.getMessage()));
        }
      }
    }
    return bases.stream()
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                OpsException.refused(
                    "find a base to restore from",
                    time == null
                        ? "no base backup is verified"
                        : "no verified base backup is from before " + time,
                    "Name a backup by its id, or look off the box with --from remote."));
  }

  private void fetch(Manifest backup) throws OpsException {
    progress.step("Fetching the backup " + backup.id() + " and its WAL");
    remoteCopy.fetch(backup.id(), repository.folder(backup.id()));
    if (backup.type() == BackupType.BASE) {
      Path wal = Private.folder(repository.wal(backup.systemId()));
      remoteCopy.fetch(BackupRepository.WAL + "/" + backup.systemId(), wal, "--ignore-existing");
    }
  }

  private WalChain chain(Manifest backup, String target) throws OpsException {
    if (backup.type() == BackupType.DUMP) {
      return new WalChain(List.of(), Optional.empty());
    }
    NavigableSet<String> there = repository.segments(backup.systemId());
    WalRange range = backup.wal().orElseThrow();
    WalChain.between(range, there).expectWhole();
    if (target.startsWith("recovery_target_name")) {
      return WalChain.between(range, there);
    }
    WalChain chain = WalChain.after(range, there, histories(backup.systemId(), there));
    if (target.isEmpty()) {
      chain.expectWhole();
    }
    return chain;
  }

  private Map<String, String> histories(String systemId, NavigableSet<String> there)
      throws OpsException {
    Map<String, String> texts = new HashMap<>();
    Path opened = repository.root().resolve(".history");
    for (String name : there) {
      if (name.endsWith(WalChain.HISTORY)) {
        try {
          Processes.runInto(
                  opened, key.decrypt().with(repository.segment(systemId, name).toString()), SHORT)
              .expectSuccess("open " + name, BackupVerifier.USE_ANOTHER);
          try (var plain = new GZIPInputStream(Files.newInputStream(opened))) {
            texts.put(name, new String(plain.readAllBytes(), StandardCharsets.UTF_8));
          }
        } catch (IOException e) {
          throw Durable.failed("read " + name, e);
        } finally {
          Folders.delete(opened);
        }
      }
    }
    return texts;
  }

  /** Does what was planned. */
  public Restored run(RestorePlan plan) throws OpsException {
    Manifest backup = plan.backup();
    String image = live.image();
    BackupVerifier verifier = new BackupVerifier(settings, live, key, repository, progress);
    verifier.expectSound(backup, image);
    if (!live.hasVolume("database")) {
      progress.step("Making the volume of the database");
      Processes.run(live.engine().compose("create", LiveDatabase.SERVICE), START)
          .expectSuccess("make the volume of the database", "See whether the engine works.");
    }
    String name = settings.stack() + "-restore";
    ScratchDatabase scratch =
        new ScratchDatabase(
            settings, image, name, live.volume("database"), NEW, ScratchDatabase.Use.KEPT);
    SandboxContainer.removeAll(live.engine(), settings.stack());
    Fingerprint there;
    try {
      there = prepare(plan, verifier, scratch);
    } catch (OpsException wrong) {
      Undo.run(() -> backOut(scratch, plan));
      throw plan.isServedUntilEnd() ? wrong : wrong.as(ExitCode.UNDONE);
    } catch (RuntimeException fault) {
      Undo.run(() -> backOut(scratch, plan));
      throw fault;
    }
    exchange(scratch, plan.aside());
    return new Restored(
        plan.moment(),
        backup.id(),
        there.tables(),
        there.rows(),
        plan.aside(),
        progress.elapsed().toSeconds());
  }

  /** All that can be done while the old data is where it is. */
  private Fingerprint prepare(RestorePlan plan, BackupVerifier verifier, ScratchDatabase scratch)
      throws OpsException {
    if (plan.isAllOfIt()) {
      progress.step("Stopping the servers");
      stop("server-blue", "server-green");
    }
    clear(scratch);
    progress.step("Restoring " + plan.moment() + " beside what is there");
    if (plan.backup().type() == BackupType.DUMP) {
      verifier.restoreDump(plan.backup(), scratch);
    } else {
      recover(plan, verifier, scratch);
    }
    Fingerprint there = lookAt(scratch, plan, verifier);
    progress.step("Ending it in order");
    scratch.stop();
    scratch.close();
    return there;
  }

  /** PostgreSQL refuses a moment after which nothing was written: then the end is that moment. */
  private void recover(RestorePlan plan, BackupVerifier verifier, ScratchDatabase scratch)
      throws OpsException {
    try {
      verifier.restoreBase(plan.backup(), scratch, plan.chain().segments(), plan.target());
    } catch (OpsException early) {
      if (plan.isExact() || !ScratchDatabase.isTargetNotReached(early)) {
        throw early;
      }
      progress.info("Nothing is in the WAL after that moment: restoring as late as there is");
      scratch.close();
      clear(scratch);
      verifier.restoreBase(plan.backup(), scratch, plan.chain().segments(), "");
    }
  }

  /** The site serves as before. */
  private void backOut(ScratchDatabase scratch, RestorePlan plan) throws OpsException {
    progress.undoes("Undoing what was done");
    try {
      SandboxContainer.removeAll(live.engine(), settings.stack());
      clear(scratch);
      if (!plan.isServedUntilEnd()) {
        start();
      }
      progress.stepDone();
    } catch (OpsException worse) {
      progress.failed();
      throw worse.as(ExitCode.NEEDS_A_PERSON);
    }
  }

  /** What an earlier restore left unfinished. */
  private static void clear(ScratchDatabase scratch) throws OpsException {
    scratch
        .tool("rm", "-rf", NEW, NEW + ".new", NEW + "-wal")
        .expectSuccess("clear away an unfinished restore", "See whether the disk is read-only.");
  }

  private Fingerprint lookAt(ScratchDatabase scratch, RestorePlan plan, BackupVerifier verifier)
      throws OpsException {
    progress.step("Looking at what was restored");
    if (plan.isExact()) {
      verifier.compare(plan.backup(), scratch);
    }
    // The secrets of this machine may be newer than the backup.
    scratch.letIn(password());
    try (PsqlSession session = scratch.session()) {
      return session.fingerprint();
    }
  }

  private String password() throws OpsException {
    Path file = settings.places().secrets().resolve("database-password");
    try {
      String password = Files.readString(file).strip();
      if (password.matches("[A-Za-z0-9+/=_-]+")) {
        return password;
      }
    } catch (IOException e) {
      throw Durable.failed("read " + file, e);
    }
    throw OpsException.refused(
        "read " + file, "a password must be of A-Z a-z 0-9 + / = _ -", "Put it right.");
  }

  private void exchange(ScratchDatabase scratch, Optional<String> aside) throws OpsException {
    String old = Postgres.HOME + "/" + aside.orElse("17.before");
    try {
      progress.step("Stopping the servers and the database");
      stop("server-blue", "server-green", "database", "cache");
      progress.step("Exchanging the data");
      scratch
          .tool(
              "sh",
              "-euc",
              "[ ! -e \"$0\" ] || mv \"$0\" \"$1\"; mv \"$2\" \"$0\"; rm -rf \"$2-wal\"; sync",
              Postgres.DATA,
              old,
              NEW)
          .expectSuccess("exchange the data", "See whether the disk is read-only.");
      start();
    } catch (OpsException wrong) {
      Undo.run(() -> undo(scratch, old));
      throw wrong.as(ExitCode.UNDONE);
    } catch (RuntimeException fault) {
      Undo.run(() -> undo(scratch, old));
      throw fault;
    }
  }

  private void stop(String... services) throws OpsException {
    Processes.run(live.engine().compose("stop").with(services), START)
        .expectSuccess("stop the stack", "Nothing was exchanged; start it again.");
  }

  private void start() throws OpsException {
    progress.step("Starting everything");
    Processes.run(live.engine().composeAsDeployed("up", "--detach", "--wait"), START)
        .expectSuccess(
            "start the stack on what was restored", "The old data is in its place again.");
  }

  private void undo(ScratchDatabase scratch, String old) throws OpsException {
    progress.undoes("Putting the old data back");
    try {
      // Its last program may still be at the exchange.
      SandboxContainer.removeAll(live.engine(), settings.stack());
      stop("server-blue", "server-green", "database");
      scratch
          .tool(
              "sh",
              "-euc",
              "[ ! -e \"$1\" ] || { [ ! -e \"$0\" ] || mv \"$0\" \"$1.failed\"; mv \"$1\" \"$0\"; }; sync",
              Postgres.DATA,
              old)
          .expectSuccess("put the old data back", "It is " + old + " in the volume; name it 17.");
      start();
      clear(scratch);
      progress.stepDone();
    } catch (OpsException worse) {
      progress.failed();
      throw worse.as(ExitCode.NEEDS_A_PERSON);
    }
  }

  @Override
  public void close() throws OpsException {
    lock.close();
  }
}
