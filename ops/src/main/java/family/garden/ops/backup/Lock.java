package family.garden.ops.backup;

import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held by one process at a time; the kernel lets it go with the process. */
final class Lock implements AutoCloseable {
  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes it, or says that somebody has it. */
  static Lock take(Path folder, String what) throws Trouble {
    Path file = Durable.folder(folder).resolve("." + what + ".lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw Trouble.refused(
            "work on the " + what + " in " + folder,
            "another bookingctl does just that",
            "Wait until it is done, and run this again.");
      }
      return new Lock(channel);
    } catch (IOException e) {
      throw Durable.failed("lock " + file, e);
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
