package family.garden.ops.deploy;

import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Only one bookingctl changes the site at a time. The kernel keeps the lock and forgets it with the
 * process that held it, however that ended; who holds it stands in the file.
 */
final class Lock implements AutoCloseable {
  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @param what it is wanted for
   * @throws Trouble if another one has it, and who that is
   */
  static Lock take(Path state, String what) throws Trouble {
    Path file = state.resolve("lock");
    try {
      Files.createDirectories(state);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        String holder = Files.readString(file).strip();
        channel.close();
        throw Trouble.refused(
            what,
            "another one is at work: " + holder,
            "Wait until it is done. If its process is gone, so is its lock.");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              "process %d, since %s, to %s%n"
                  .formatted(
                      ProcessHandle.current().pid(),
                      Instant.now().truncatedTo(ChronoUnit.SECONDS),
                      what)
                  .getBytes(StandardCharsets.UTF_8)));
      return new Lock(channel);
    } catch (IOException e) {
      throw Trouble.refused(
          "take the lock " + file, e.toString(), "See whether the state folder can be written.");
    }
  }

  @Override
  public void close() throws Trouble {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw Trouble.refused("give the lock back", e.toString(), "It ends with this process.");
    }
  }
}
