package family.garden.ops.backup;

import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Held by one process at a time; the kernel lets it go with the process. */
final class Lock implements AutoCloseable {
  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it, or says that somebody has it. */
  static Lock take(Path folder, String what) throws Trouble {
    return await(folder, what, Duration.ZERO);
  }

  /** Takes it as soon as it is free; says that somebody has it after that long. */
  static Lock await(Path folder, String what, Duration limit) throws Trouble {
    Path file = Durable.folder(folder).resolve("." + what + ".lock");
    long end = System.nanoTime() + limit.toNanos();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      while (!isTaken(channel)) {
        if (System.nanoTime() >= end) {
          channel.close();
          throw Trouble.refused(
              "work on the " + what + " in " + folder,
              "another bookingctl does just that",
              "Wait until it is done, and run this again.");
        }
        Side.pause();
      }
      return new Lock(channel);
    } catch (IOException e) {
      throw Durable.failed("lock " + file, e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException thisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws Trouble {
    try {
      channel.close();
    } catch (IOException e) {
      throw Durable.failed("unlock", e);
    }
  }
}
