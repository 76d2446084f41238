package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.database.Fingerprint;
import family.garden.ops.database.Postgres;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Lock;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Processes;
import family.garden.ops.report.ExitCode;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
  private final Live live;
  private final Key key;
  private final Shelf shelf;
  private final OffBox offBox;
  private final Progress progress;
  private final boolean isFromOffBox;
  private final Lock lock;

  Restore(
      Settings settings,
      Live live,
      Key key,
      Shelf shelf,
      OffBox offBox,
      Progress progress,
      Place from,
      Lock lock) {
    this.settings = settings;
    this.live = live;
    this.key = key;
    this.shelf = shelf;
    this.offBox = offBox;
    this.progress = progress;
    this.isFromOffBox = from == Place.OFF_BOX;
    this.lock = lock;
  }

  /**
   * Finds the way; nothing is changed but what is fetched from off the box.
   *
   * @param to a moment, the id of a backup, or null for as late as there is
   */
  public RestorePlan plan(@Nullable String to) throws Trouble {
    if (isFromOffBox) {
      progress.step("Fetching what there is off the box");
      Private.folder(shelf.root());
      offBox.fetch("", shelf.root(), "--include=*/" + Manifest.FILE);
    } else if (live.hasVolume("journal")) {
      new Shipping(live, key, shelf, offBox, progress).ship();
    }
    Instant time = to == null || shelf.ids().contains(to) ? null : time(to);
    Manifest backup = to != null && time == null ? shelf.read(to, key) : newest(time);
    if (isFromOffBox) {
      fetch(backup);
    }
    String target =
        time != null
            ? RestorePlan.targetTime(time)
            : to != null ? "recovery_target_name=" + backup.id() : "";
    return new RestorePlan(
        backup,
        chain(backup, target),
        target,
        to == null ? "as late as the journal goes" : time == null ? backup.madeAt().toString() : to,
        isFromOffBox,
        live.hasVolume("database")
            ? Optional.of("17.before-" + Shelf.TIME.format(Instant.now()))
            : Optional.empty());
  }

  private static Instant time(String text) throws Trouble {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw Trouble.refused(
          "restore to \"" + text + "\"",
          "it is neither the id of a backup nor a time like 2026-11-25T20:15:00Z",
          "\"bookingctl backup list\" shows the ids.");
    }
  }

  /** The last proven base before that time. */
  private Manifest newest(@Nullable Instant time) throws Trouble {
    List<Manifest> bases = new ArrayList<>();
    for (String id : shelf.ids()) {
      if (id.endsWith(Kind.BASE.word())) {
        try {
          Manifest each = shelf.read(id, key);
          if (each.provenAt().isPresent() && (time == null || !each.madeAt().isAfter(time))) {
            bases.add(each);
          }
        } catch (Trouble damaged) {
          progress.warn(String.valueOf(damaged.getMessage()));
        }
      }
    }
    return bases.stream()
        .reduce((older, newer) -> newer)
        .orElseThrow(
            () ->
                Trouble.refused(
                    "find a base to restore from",
                    time == null
                        ? "no base backup is proven"
                        : "no proven base backup is from before " + time,
                    "Name a backup by its id, or look off the box with --from off-box."));
  }

  private void fetch(Manifest backup) throws Trouble {
    progress.step("Fetching the backup " + backup.id() + " and its journal");
    offBox.fetch(backup.id(), shelf.folder(backup.id()));
    if (backup.kind() == Kind.BASE) {
      Path journal = Private.folder(shelf.journal(backup.systemId()));
      offBox.fetch(Shelf.JOURNAL + "/" + backup.systemId(), journal, "--ignore-existing");
    }
  }

  private JournalChain chain(Manifest backup, String target) throws Trouble {
    if (backup.kind() == Kind.DUMP) {
      return new JournalChain(List.of(), Optional.empty());
    }
    NavigableSet<String> there = shelf.pieces(backup.systemId());
    Manifest.Span span = backup.journal().orElseThrow();
    JournalChain.between(span, there).expectWhole();
    if (target.startsWith("recovery_target_name")) {
      return JournalChain.between(span, there);
    }
    JournalChain chain = JournalChain.after(span, there, histories(backup.systemId(), there));
    if (target.isEmpty()) {
      chain.expectWhole();
    }
    return chain;
  }

  private Map<String, String> histories(String systemId, NavigableSet<String> there)
      throws Trouble {
    Map<String, String> texts = new HashMap<>();
    Path opened = shelf.root().resolve(".history");
    for (String name : there) {
      if (name.endsWith(JournalChain.HISTORY)) {
        try {
          Processes.runInto(
                  opened, key.decrypt().with(shelf.piece(systemId, name).toString()), SHORT)
              .expectDone("open " + name, Proof.USE_ANOTHER);
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
  public Restored run(RestorePlan plan) throws Trouble {
    Manifest backup = plan.backup();
    String image = live.image();
    Proof proof = new Proof(settings, live, key, shelf, progress);
    proof.expectSound(backup, image);
    if (!live.hasVolume("database")) {
      progress.step("Making the volume of the database");
      Processes.run(live.engine().compose("create", Live.SERVICE), START)
          .expectDone("make the volume of the database", "See whether the engine works.");
    }
    String name = settings.stack() + "-restore";
    Side side = new Side(settings, image, name, live.volume("database"), NEW, Side.Use.KEPT);
    Fingerprint there;
    side.close();
    try {
      if (plan.isAllOfIt()) {
        progress.step("Stopping the servers");
        stop("server-blue", "server-green");
      }
      clear(side);
      progress.step("Restoring " + plan.moment() + " beside what is there");
      if (backup.kind() == Kind.DUMP) {
        proof.restoreDump(backup, side);
      } else {
        proof.restoreBase(backup, side, plan.chain().pieces(), plan.target());
      }
      there = lookAt(side, plan, proof);
      progress.step("Ending it in order");
      side.stop();
      side.close();
    } catch (Trouble wrong) {
      side.close();
      clear(side);
      if (plan.isAllOfIt() && plan.aside().isPresent()) {
        start();
        throw wrong.as(ExitCode.UNDONE);
      }
      throw wrong;
    }
    exchange(side, plan.aside());
    return new Restored(
        plan.moment(),
        backup.id(),
        there.tables(),
        there.rows(),
        plan.aside(),
        progress.elapsed().toSeconds());
  }

  /** What an earlier restore left unfinished. */
  private static void clear(Side side) throws Trouble {
    side.tool("rm", "-rf", NEW, NEW + ".new", NEW + "-journal")
        .expectDone("clear away an unfinished restore", "See whether the disk is read-only.");
  }

  private Fingerprint lookAt(Side side, RestorePlan plan, Proof proof) throws Trouble {
    progress.step("Looking at what was restored");
    if (plan.isExact()) {
      proof.compare(plan.backup(), side);
    }
    // The secrets of this machine may be newer than the backup.
    side.letIn(password());
    try (Session session = side.session()) {
      return session.fingerprint();
    }
  }

  private String password() throws Trouble {
    Path file = settings.places().secrets().resolve("database-password");
    try {
      String password = Files.readString(file).strip();
      if (password.matches("[A-Za-z0-9+/=_-]+")) {
        return password;
      }
    } catch (IOException e) {
      throw Durable.failed("read " + file, e);
    }
    throw Trouble.refused(
        "read " + file, "a password must be of A-Z a-z 0-9 + / = _ -", "Put it right.");
  }

  private void exchange(Side side, Optional<String> aside) throws Trouble {
    String old = Postgres.HOME + "/" + aside.orElse("17.before");
    try {
      progress.step("Stopping the servers and the database");
      stop("server-blue", "server-green", "database", "cache");
      progress.step("Exchanging the data");
      side.tool(
              "sh",
              "-euc",
              "[ ! -e \"$0\" ] || mv \"$0\" \"$1\"; mv \"$2\" \"$0\"; rm -rf \"$2-journal\"; sync",
              Postgres.DATA,
              old,
              NEW)
          .expectDone("exchange the data", "See whether the disk is read-only.");
      start();
    } catch (Trouble wrong) {
      undo(side, old);
      throw wrong.as(ExitCode.UNDONE);
    }
  }

  private void stop(String... services) throws Trouble {
    Processes.run(live.engine().compose("stop").with(services), START)
        .expectDone("stop the stack", "Nothing was exchanged; start it again.");
  }

  private void start() throws Trouble {
    progress.step("Starting everything");
    Processes.run(live.engine().composeAsDeployed("up", "--detach", "--wait"), START)
        .expectDone("start the stack on what was restored", "The old data is in its place again.");
  }

  private void undo(Side side, String old) throws Trouble {
    progress.step("Putting the old data back");
    try {
      stop("server-blue", "server-green", "database");
      side.tool(
              "sh",
              "-euc",
              "[ ! -e \"$1\" ] || { [ ! -e \"$0\" ] || mv \"$0\" \"$1.failed\"; mv \"$1\" \"$0\"; }; sync",
              Postgres.DATA,
              old)
          .expectDone("put the old data back", "It is " + old + " in the volume; name it 17.");
      start();
    } catch (Trouble worse) {
      throw worse.as(ExitCode.NEEDS_A_PERSON);
    }
  }

  @Override
  public void close() throws Trouble {
    lock.close();
  }
}
