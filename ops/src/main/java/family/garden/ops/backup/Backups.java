package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.disk.Private;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Backups of the database: made, proven, kept and listed. */
public final class Backups {
  private static final Duration ARCHIVED = Duration.ofSeconds(90);

  private final Settings settings;
  private final Progress progress;
  private final Shelf shelf;
  private final Live live;
  private final OffBox offBox;
  private final Path keyFile;

  public Backups(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.shelf = new Shelf(settings.places().backups());
    this.live = new Live(settings);
    this.offBox = new OffBox(settings);
    this.keyFile = settings.places().secrets().resolve("backup-key");
  }

  /**
   * A dump of this moment, restored and found the same, and copied off the box where there is such
   * a place.
   *
   * @throws Trouble that says what failed; such a backup is not called good
   */
  public Backup createProven(String reason) throws Trouble {
    return create(Kind.DUMP, reason);
  }

  /** Like {@link #createProven}, of either kind. */
  public Backup create(Kind kind, String reason) throws Trouble {
    if (offBox.isSet()) {
      offBox.expectThere();
    }
    try (Lock _ = lock("make a backup")) {
      Key key = Key.loadOrMake(keyFile, shelf.isEmpty(), progress);
      progress.touches();
      Manifest made = new Creation(live, key, shelf, progress).create(kind, reason);
      if (made.journal().isPresent()) {
        progress.step("Waiting until the journal up to then is archived");
        Shipping shipping = shipping(key);
        shipping.awaitArchived(made.systemId(), made.journal().orElseThrow().last(), ARCHIVED);
        shipping.ship();
      }
      Manifest proven = prove(made, key);
      Manifest kept = copyOff(proven, key);
      new Pruning(shelf, offBox, progress).prune(readable(key), settings.backup().keep());
      return kept.backup();
    }
  }

  /**
   * Restores backups into a scratch database once more, and remembers how that went.
   *
   * @param ids which; the newest of each kind if empty
   */
  public List<Backup> verify(List<String> ids, Place from) throws Trouble {
    try (Lock _ = lock("prove a backup")) {
      Key key = Key.load(keyFile);
      if (from == Place.OFF_BOX) {
        return new Elsewhere(settings, live, key, offBox, progress).verify(ids);
      }
      List<Backup> all = new ArrayList<>();
      for (String id : ids.isEmpty() ? shelf.newest() : ids) {
        all.add(verify(id, key));
      }
      return all;
    }
  }

  private Backup verify(String id, Key key) throws Trouble {
    progress.step("Proving " + id);
    Manifest manifest;
    try {
      manifest = shelf.read(id, key);
    } catch (Trouble wrong) {
      return Backup.unreadable(id, wrong);
    }
    try {
      return prove(manifest, key).backup();
    } catch (Trouble wrong) {
      return manifest.faulty(String.valueOf(wrong.getMessage())).backup();
    }
  }

  private Manifest prove(Manifest manifest, Key key) throws Trouble {
    try {
      new Proof(settings, live, key, shelf, progress).prove(manifest);
    } catch (Trouble wrong) {
      // Kept, but never called good.
      Private.write(
          shelf.manifest(manifest.id()),
          manifest.faulty(String.valueOf(wrong.getMessage())).sealed(key));
      throw wrong;
    }
    Manifest proven = manifest.proven(Instant.now());
    Private.write(shelf.manifest(manifest.id()), proven.sealed(key));
    return proven;
  }

  /** The manifest goes last, so that what is listed there is whole. */
  private Manifest copyOff(Manifest manifest, Key key) throws Trouble {
    if (!offBox.isSet()) {
      progress.warn("BOOKING_BACKUP_TARGET is not set: a broken card takes the backups with it.");
      return manifest;
    }
    progress.step("Copying it off the box");
    Path folder = shelf.folder(manifest.id());
    offBox.put(folder, manifest.id(), "--exclude=" + Manifest.FILE);
    Manifest copied = manifest.offBox(Instant.now());
    Private.write(shelf.manifest(manifest.id()), copied.sealed(key));
    offBox.putFile(shelf.manifest(manifest.id()), manifest.id() + "/" + Manifest.FILE);
    offBox.compare(folder, manifest.id());
    return copied;
  }

  /** Takes the finished pieces of the journal off the box; how many. */
  public Shipped ship() throws Trouble {
    if (!live.hasVolume("journal")) {
      throw Trouble.refused(
          "take the journal off the box",
          "there is no volume " + live.volume("journal"),
          "See whether the stack was ever started.");
    }
    Key key = Key.loadOrMake(keyFile, shelf.isEmpty(), progress);
    Shipping shipping = shipping(key);
    progress.touches();
    int pieces = shipping.ship();
    Optional<String> gap = Optional.empty();
    Optional<Manifest> base =
        readable(key).stream().filter(m -> m.kind() == Kind.BASE).reduce((a, b) -> b);
    if (base.isPresent()) {
      gap = shipping.gapAfter(base.get());
    } else {
      progress.warn("There is no base backup: the journal alone restores nothing.");
    }
    return new Shipped(pieces, offBox.isSet(), gap);
  }

  private Shipping shipping(Key key) {
    return new Shipping(live, key, shelf, offBox, progress);
  }

  /** Deletes what need not be kept, here and off the box. */
  public Pruned prune() throws Trouble {
    try (Lock _ = lock("delete backups")) {
      Key key = Key.load(keyFile);
      progress.touches();
      return new Pruning(shelf, offBox, progress).prune(readable(key), settings.backup().keep());
    }
  }

  /** All of them, the oldest first; also those that cannot be read, with what is wrong. */
  public List<Backup> list() throws Trouble {
    if (shelf.ids().isEmpty()) {
      return List.of();
    }
    Key key = Key.load(keyFile);
    List<Backup> all = new ArrayList<>();
    for (String id : shelf.ids()) {
      try {
        all.add(shelf.read(id, key).backup());
      } catch (Trouble wrong) {
        all.add(Backup.unreadable(id, wrong));
      }
    }
    return all;
  }

  private List<Manifest> readable(Key key) throws Trouble {
    List<Manifest> all = new ArrayList<>();
    for (String id : shelf.ids()) {
      try {
        all.add(shelf.read(id, key));
      } catch (Trouble wrong) {
        progress.warn(String.valueOf(wrong.getMessage()));
      }
    }
    return all;
  }

  /** Where the key is; never the key. */
  public KeyPlace key() {
    return new KeyPlace(keyFile.toString(), Files.exists(keyFile));
  }

  private Lock lock(String what) throws Trouble {
    return Lock.take(Private.folder(shelf.root()).resolve(".backups.lock"), what);
  }

  /** Holds off other work on the backups until it is closed. */
  public Restore restore(Place from) throws Trouble {
    Lock lock = lock("restore a backup");
    try {
      Key key = Key.load(keyFile);
      return new Restore(settings, live, key, shelf, offBox, progress, from, lock);
    } catch (Trouble e) {
      lock.close();
      throw e;
    }
  }
}
