package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.testkit.Programs;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which writes survive on the card of the emulated Pi ({@code stack/machine/Card.java}). */
class CardIT {
  private static final int SECTOR = 512;
  private static final int FLUSHED = 20;
  private static final int ALL = 80;

  @TempDir private Path folder;
  private final ByteBuffer log = ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN);

  /** The write with number n is a sector full of n + 1, at sector n. */
  @BeforeEach
  void write() throws IOException {
    log.putLong(0x6a736677736872L).putLong(1);
    log.position(SECTOR);
    for (int n = 0; n < ALL; n++) {
      if (n == FLUSHED) {
        entry(0, 0, 1);
      }
      if (n == ALL - 1) {
        // A write that was in progress and is not in the log.
        log.position(log.position() + 3 * SECTOR);
      }
      entry(n, 1, 0);
      log.put(filled(n + 1));
    }
    Files.write(folder.resolve("log"), log.array());
    Files.write(folder.resolve("card"), new byte[ALL * SECTOR]);
  }

  private void entry(long sector, long sectors, long flags) {
    int at = log.position();
    log.putLong(sector).putLong(sectors).putLong(flags);
    log.position(at + SECTOR);
  }

  private static byte[] filled(int value) {
    byte[] sector = new byte[SECTOR];
    Arrays.fill(sector, (byte) value);
    return sector;
  }

  @Test
  void keepsEverythingAtAShutdown() throws IOException {
    assertThat(written()).containsExactlyElementsOf(numbers(0, ALL));
  }

  @Test
  void keepsWhatWasFlushedAtAPowerCutAndLosesSomeOfTheRest() throws IOException {
    List<Integer> written = written("cut");
    assertThat(written).containsAll(numbers(0, FLUSHED));
    assertThat(written).hasSizeGreaterThan(FLUSHED).hasSizeLessThan(ALL);
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  /** The writes that are on the card afterwards. */
  private List<Integer> written(String... more) throws IOException {
    Programs.run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Testbed.file("machine/Card.java"),
                folder.resolve("log").toString(),
                folder.resolve("card").toString()),
            more)
        .expectSuccess();
    ByteBuffer card = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("card")));
    return numbers(0, ALL).stream()
        .filter(n -> card.slice(n * SECTOR, SECTOR).equals(ByteBuffer.wrap(filled(n + 1))))
        .toList();
  }
}
