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
 * The folder with all data of one installation, and the lock on it.
 *
 * <p>The launcher refuses a folder that is not its own, or that a newer version wrote, before it
 * touches anything in it. It never deletes files that a person put there.
 */
public final class DataFolder {
  private static final String LOCK = "lock";
  private static final long MEGABYTE = 1024 * 1024;

  /**
   * PostgreSQL halts when it cannot write, so the launcher refuses to start before that happens.
   */
  private static final long LEAST_FREE_MEGABYTES = 64;

  /** Files that may be in a folder at the first start. */
  private static final Set<String> HARMLESS = Set.of(LOCK, "lost+found", ".DS_Store");

  private Path path;
  private @Nullable FileChannel lockFile;

  public DataFolder(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /**
   * Locks the folder, and creates it if it does not exist.
   *
   * @throws LauncherException if it is somebody else's, of another format, in use or not writable
   */
  public void open() {
    try {
      Files.createDirectories(path);
      // One name for one folder: the launcher finds the processes of a killed run by it.
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
      // Read only after the lock was refused: its holder has then written the file, or is about to.
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
    // Through the locked channel: closing another channel on this file would release the lock.
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

  /** Unlocks the folder. */
  public void close() {
    if (lockFile != null) {
      try {
        lockFile.close();
      } catch (IOException e) {
        // The operating system releases the lock when this process ends.
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
