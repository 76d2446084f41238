package family.garden.ops.disk;

import family.garden.ops.process.Poller;
import family.garden.ops.process.Undo;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Held by one bookingctl at a time. The kernel releases the lock when the process ends in any way;
 * the file names the holder.
 */
public final class Lock implements AutoCloseable {
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param what what is tried, as in "Tried to …"
   * @throws OpsException if another process has it; the message names the holder
   */
  public static Lock take(Path file, String what) throws OpsException {
    return await(file, what, Duration.ZERO);
  }

  /** What is done while a lock is held. */
  public interface Work<T> {
    T run() throws OpsException;
  }

  /** Works with the lock; does nothing, and returns empty, if another process has it. */
  public static <T> Optional<T> ifFree(Path file, String what, Work<Optional<T>> work)
      throws OpsException {
    FileChannel channel;
    try {
      Files.createDirectories(Durable.folder(file));
      channel = open(file);
      if (!isTaken(channel)) {
        channel.close();
        return Optional.empty();
      }
    } catch (IOException e) {
      throw Durable.failed("take the lock " + file, e);
    }
    try (Lock _ = held(channel, what)) {
      return work.run();
    } catch (IOException e) {
      throw Durable.failed("take the lock " + file, e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static Lock held(FileChannel channel, String what) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(holder(what).getBytes(StandardCharsets.UTF_8)));
    return new Lock(channel);
  }

  /** As {@link #take}, but waits for the holder up to the limit. */
  public static Lock await(Path file, String what, Duration limit) throws OpsException {
    return await(file, what, limit, _ -> {});
  }

  /**
   * As {@link #take}, but waits for the holder up to the limit.
   *
   * @param waiting gets the name of the holder once, if the lock is not free
   */
  public static Lock await(Path file, String what, Duration limit, Consumer<String> waiting)
      throws OpsException {
    try {
      Files.createDirectories(Durable.folder(file));
      FileChannel channel = open(file);
      Poller poller = new Poller(limit, BETWEEN);
      boolean isWaiting = false;
      while (!isTaken(channel)) {
        if (!isWaiting) {
          isWaiting = true;
          waiting.accept(Files.readString(file).strip());
        }
        if (!poller.lookAgain()) {
          channel.close();
          throw OpsException.refused(
              what,
              "another one is at work: " + Files.readString(file).strip(),
              "Wait until it is done. If its process is gone, so is its lock.");
        }
      }
      return held(channel, what);
    } catch (IOException e) {
      throw Durable.failed("take the lock " + file, e);
    }
  }

  /**
   * Whether a process holds it now; another process that tries at this very moment may be refused.
   *
   * @throws OpsException if the file cannot be opened
   */
  public static boolean isHeld(Path file) throws OpsException {
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return lock == null;
    } catch (OverlappingFileLockException thisProcess) {
      return true;
    } catch (IOException e) {
      throw Durable.failed("look whether anybody holds the lock " + file, e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException thisProcess) {
      return false;
    }
  }

  private static String holder(String what) {
    return "process %d, since %s, to %s%n"
        .formatted(
            ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS), what);
  }

  @Override
  public void close() throws OpsException {
    // A channel refuses a thread that is interrupted.
    Undo.run(this::giveBack);
  }

  private void giveBack() throws OpsException {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw Durable.failed("give a lock back", e);
    }
  }
}
