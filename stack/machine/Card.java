import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Brings what the emulated machine wrote onto its card. While it runs, the emulator writes down each
 * write and each flush (in the format of the kernel's dm-log-writes) and leaves the card alone.
 *
 * <p>{@code java Card.java LOG CARD}: all of it, as after a shutdown.
 *
 * <p>{@code java Card.java LOG CARD cut}: as after a power cut. What was written before the last
 * flush is there; each write after it is there, is lost, or is there in part, by chance.
 */
final class Card {
  private static final long MAGIC = 0x6a736677736872L;
  private static final int SECTOR = 512;

  /** In sectors. A write that was under way at the end leaves a gap of zeros, and others after it. */
  private static final int LONGEST_GAP = 1 << 15;

  private static final int FLUSH = 1;
  private static final int DISCARD = 4;

  /** A write: which bytes of the log belong where on the card. */
  private record Write(long from, long to, long length) {}

  private final FileChannel log;
  private final List<Write> writes = new ArrayList<>();
  private int flushed;

  private Card(FileChannel log) throws IOException {
    this.log = log;
    if (read(0).getLong() != MAGIC) {
      throw new IOException("it begins unlike a log of writes");
    }
    long at = SECTOR;
    for (int zeros = 0; zeros < LONGEST_GAP; zeros++) {
      ByteBuffer entry = read(at);
      long sector = entry.getLong();
      long length = entry.getLong() * SECTOR;
      long flags = entry.getLong();
      at += SECTOR;
      if (length > 0 || flags != 0) {
        zeros = 0;
      }
      if ((flags & DISCARD) == 0 && length > 0) {
        writes.add(new Write(at, sector * SECTOR, length));
        at += length;
      }
      if ((flags & FLUSH) != 0) {
        flushed = writes.size();
      }
    }
  }

  /** Zeros beyond the end, which end the log. */
  private ByteBuffer read(long at) throws IOException {
    ByteBuffer sector = ByteBuffer.allocate(SECTOR).order(ByteOrder.LITTLE_ENDIAN);
    while (sector.hasRemaining() && log.read(sector, at + sector.position()) >= 0) {
      // until it is full
    }
    return sector.clear();
  }

  private String all(FileChannel card) throws IOException {
    for (Write write : writes) {
      copy(write, write.length, card);
    }
    return "all %,d writes".formatted(writes.size());
  }

  private String cut(FileChannel card, Random chance) throws IOException {
    for (Write write : writes.subList(0, flushed)) {
      copy(write, write.length, card);
    }
    int lost = 0;
    int torn = 0;
    List<Write> unflushed = writes.subList(flushed, writes.size());
    for (Write write : unflushed) {
      switch (chance.nextInt(3)) {
        case 0 -> lost++;
        case 1 -> copy(write, write.length, card);
        default -> {
          torn++;
          copy(write, chance.nextLong(write.length / SECTOR) * SECTOR, card);
        }
      }
    }
    return "%,d writes that were flushed; of %,d later ones %,d lost and %,d torn"
        .formatted(flushed, unflushed.size(), lost, torn);
  }

  private void copy(Write write, long length, FileChannel card) throws IOException {
    for (long done = 0; done < length; ) {
      long moved = log.transferTo(write.from + done, length - done, card.position(write.to + done));
      if (moved == 0) {
        throw new IOException("the log ends within a write");
      }
      done += moved;
    }
  }

  public static void main(String... arguments) {
    if (arguments.length < 2) {
      System.err.println("Usage: java Card.java LOG CARD [cut]");
      System.exit(64);
    }
    try (FileChannel log = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.READ);
        FileChannel card = FileChannel.open(Path.of(arguments[1]), StandardOpenOption.WRITE)) {
      Card written = new Card(log);
      System.out.println(
          "The card has "
              + (arguments.length == 2 ? written.all(card) : written.cut(card, new Random()))
              + ".");
    } catch (IOException e) {
      System.err.println(
          "Tried to bring " + arguments[0] + " onto " + arguments[1] + ", failed: " + e.getMessage());
      System.exit(74);
    }
  }
}
