package family.garden.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything of one installation, and the lock on it.
 *
 * <p>A folder that is not ours, or that a newer version wrote, is refused before anything in it is
 * touched. Nothing here ever deletes what a person put there.
 */
public final class DataFolder {
  private static final String LOCK = "lock";
  private static final long MEGABYTE = 1024 * 1024;

  /** PostgreSQL halts when it cannot write; refusing to start is the gentler way to say it. */
  private static final long LEAST_FREE_MEGABYTES = 64;

  /** What may lie in a folder of which we are the first to take possession. */
  private static final Set<String> HARMLESS = Set.of(LOCK, "lost+found", ".DS_Store");

  private Path path;
  private @Nullable FileChannel lockFile;

  public DataFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /**
   * Takes the folder into possession, creating it if need be.
   *
   * @throws LauncherException if it is somebody else's, of another format, in use or not writable
   */
  public void open() {
    try {
      Files.createDirectories(path);
      // One name for one folder: by it the processes of a killed run are found again.
      path = path.toRealPath();
      if (!Marker.exists(path)) {
        requireEmpty();
      }
      lock();
      requireRoom();
      Marker.readOrCreate(path);
      for (String folder : List.of("secrets", "log", "run")) {
        Files.createDirectories(path.resolve(folder));
      }
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.CANNOT_CREATE,
          "Tried to use the data folder %s, failed because %s. Make it writable for you, or choose another with --data."
              .formatted(path, LauncherException.reason(e)));
    }
  }

  private void requireEmpty() throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      List<String> foreign =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !HARMLESS.contains(name))
              .sorted()
              .limit(3)
              .toList();
      if (!foreign.isEmpty()) {
        throw new LauncherException(
            LauncherException.WRONG_DATA,
            "Tried to use %s as the data folder, failed because it holds other things (%s …). Choose a new or an empty folder with --data."
                .formatted(path, String.join(", ", foreign)));
      }
    }
  }

  private void requireRoom() throws IOException {
    long free = Files.getFileStore(path).getUsableSpace() / MEGABYTE;
    if (free < LEAST_FREE_MEGABYTES) {
      throw new LauncherException(
          LauncherException.CANNOT_CREATE,
          "Tried to use the data folder %s, failed because its disk is full (%d MB free, at least %d are needed). Make room, or choose another folder with --data."
              .formatted(path, free, LEAST_FREE_MEGABYTES));
    }
  }

  private void lock() throws IOException {
    Path file = path.resolve(LOCK);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      // Read only after the lock was refused: its holder has written it by then, or is about to.
      String holder = Files.readString(file).strip();
      throw new LauncherException(
          LauncherException.IN_USE,
          holder.isEmpty()
              ? "The data folder %s is in use by another process. Stop that one or choose another with --data."
                  .formatted(path)
              : "The data folder %s is in use by process %s. Stop that one (Ctrl-C, or kill %s) or choose another with --data."
                  .formatted(path, holder, holder));
    }
    lockFile = channel;
    // Through the locked channel: closing any other one on this file would give the lock up.
    String pid = ProcessHandle.current().pid() + "\n";
    channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Lets go of the folder. */
  public void close() {
    if (lockFile != null) {
      try {
        lockFile.close();
      } catch (IOException e) {
        // The operating system lets go of it at the latest when this process ends.
      }
    }
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }
}
