package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Command;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.process.Undo;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The copy that survives this machine, with the same folders as the {@link BackupRepository}. */
final class RemoteCopy {
  private static final Duration LIMIT = Duration.ofHours(2);

  /** rclone ends with it where the folder is not there. */
  private static final int NO_FOLDER = 3;

  private final String target;
  private final Path configuration;
  private final Path backups;

  RemoteCopy(Settings settings) {
    target = settings.backup().target();
    backups = settings.places().backups();
    configuration = settings.places().secrets().resolve("rclone.conf");
  }

  boolean isSet() {
    return !target.isEmpty();
  }

  /** As rclone names it; empty where there is none. */
  String target() {
    return target;
  }

  /**
   * Refuses a folder that is not on another disk: where none is mounted, it is on the very card
   * that may fail.
   */
  void expectThere() throws OpsException {
    if (!isSet()) {
      throw OpsException.refused(
          "reach the remote copy",
          "BOOKING_BACKUP_TARGET is not set",
          "Set it to a folder of another disk or to what rclone knows.");
    }
    Optional<String> fault = fault();
    if (fault.isPresent()) {
      throw OpsException.refused(
          "reach " + target,
          fault.get(),
          "See whether its disk is mounted (\"findmnt --target %s\" shows what is); the first time, make the folder on it."
              .formatted(target));
    }
  }

  /** Why the target cannot be used now; looks at folders of this machine only. */
  Optional<String> fault() throws OpsException {
    if (!target.startsWith("/")) {
      return Optional.empty();
    }
    Path folder = Path.of(target);
    if (!Files.isDirectory(folder)) {
      return Optional.of("there is no such folder");
    }
    for (Path card : List.of(backups, folder.getRoot())) {
      if (device(folder).equals(device(card))) {
        return Optional.of(
            "it is on the same file system as %s: a broken card would take both".formatted(card));
      }
    }
    return Optional.empty();
  }

  /** The file system that a folder is on, or will be. */
  private static Object device(Path folder) throws OpsException {
    try {
      Path there = folder;
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      return Files.getAttribute(there, "unix:dev");
    } catch (IOException e) {
      throw Durable.failed("look at " + folder, e);
    }
  }

  void put(Path folder, String as, String... more) throws OpsException {
    run("copy " + folder + " to " + there(as), "copy", folder.toString(), there(as), more);
  }

  void putFile(Path file, String as) throws OpsException {
    run("copy " + file + " to " + there(as), "copyto", file.toString(), there(as));
  }

  /**
   * Reads the copy of a folder back and compares it. Otherwise rclone would only look at the size
   * of files where the other side knows no checksums, as many a disk at home does not.
   */
  void compare(Path folder, String as, String... more) throws OpsException {
    run(
        "compare " + folder + " with " + there(as),
        "check",
        folder.toString(),
        there(as),
        Stream.concat(Stream.of("--one-way", "--download"), Stream.of(more))
            .toArray(String[]::new));
  }

  /** Does something that needs it; why it cannot be reached, where it cannot. */
  static Optional<String> whereReachable(Undo.Deed deed) throws OpsException {
    try {
      deed.run();
      return Optional.empty();
    } catch (OpsException unreachable) {
      Poller.throwIfInterrupted();
      return Optional.of(unreachable.getMessage());
    }
  }

  void putWal(Path folder, String... more) throws OpsException {
    String as = WalStore.FOLDER + "/" + folder.getFileName();
    put(
        folder,
        as,
        Stream.concat(Stream.of("--include=*" + WalStore.SUFFIX), Stream.of(more))
            .toArray(String[]::new));
  }

  void fetchManifests(BackupRepository into) throws OpsException {
    fetch("", into.root(), "--include=*/" + Manifest.FILE);
  }

  /** Fetches a backup, and for a base the WAL of its database. */
  void fetch(Manifest backup, BackupRepository into) throws OpsException {
    fetch(backup.id(), into.folder(backup.id()));
    if (backup.type() == BackupType.BASE) {
      Path wal = Private.folder(into.wal().folder(backup.systemId()));
      fetch(WalStore.FOLDER + "/" + backup.systemId(), wal, "--ignore-existing");
    }
  }

  /** Fetches what is missing here. */
  void fetch(String from, Path folder, String... more) throws OpsException {
    run("fetch " + there(from), "copy", there(from), folder.toString(), more);
  }

  /** Names of the files, with their folders, below one of its folders; none if it is not there. */
  List<String> files(String below, String... more) throws OpsException {
    expectThere();
    Command command = call("lsf", there(below), "--files-only").with("--recursive").with(more);
    ProcessResult outcome = Processes.run(command, LIMIT);
    if (outcome.code() == NO_FOLDER) {
      return List.of();
    }
    return outcome
        .expectSuccess("look into " + there(below), advice())
        .lines()
        .filter(line -> !line.isBlank())
        .toList();
  }

  void delete(String below, Collection<String> names) throws OpsException {
    if (names.isEmpty()) {
      return;
    }
    expectThere();
    expectGone(
        call("delete", there(below), "--files-from", "-").withInput(String.join("\n", names)),
        "delete old files in " + there(below));
  }

  void purge(String folder) throws OpsException {
    if (folder.isEmpty()) {
      throw new IllegalArgumentException("all of the remote copy is never deleted");
    }
    expectThere();
    Command command = call("purge", there(folder));
    ProcessResult outcome = Processes.run(command, LIMIT);
    // Servers of WebDAV tell in their own words that there is no such folder.
    if (!outcome.isSuccess() && !files(folder).isEmpty()) {
      outcome.expectSuccess("delete " + there(folder), advice());
    }
  }

  /** Files that never were there count as deleted. */
  private void expectGone(Command command, String tried) throws OpsException {
    ProcessResult outcome = Processes.run(command, LIMIT);
    if (outcome.code() != NO_FOLDER) {
      outcome.expectSuccess(tried, advice());
    }
  }

  private void run(String tried, String verb, String from, String to, String... more)
      throws OpsException {
    expectThere();
    Processes.run(call(verb, from, to).with(more), LIMIT).expectSuccess(tried, advice());
  }

  private Command call(String... arguments) {
    Command command =
        Command.of("rclone")
            .with(arguments)
            // Small rather than quick.
            .with("--transfers=1", "--checkers=1", "--buffer-size=0", "--retries=2")
            .with(
                "--low-level-retries=3",
                "--contimeout=20s",
                "--timeout=60s",
                "--stats=0",
                "--log-level=ERROR");
    return Files.exists(configuration)
        ? command.with("--config", configuration.toString())
        : command.withEnvironment(Map.of("RCLONE_CONFIG", "/dev/null"));
  }

  private String there(String name) {
    return name.isEmpty() ? target : target + "/" + name;
  }

  private String advice() {
    return "See whether "
        + target
        + " can be reached and has room; what rclone knows of it is in "
        + configuration
        + ".";
  }
}
