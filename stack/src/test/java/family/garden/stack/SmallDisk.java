package family.garden.stack;

import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few megabytes, in a file, for the database's user. */
final class SmallDisk implements AutoCloseable {
  private final String device;

  private SmallDisk(String device) {
    this.device = device;
  }

  static SmallDisk make(Path folder, int megabytes) throws IOException {
    Path file = folder.resolve("disk.img");
    try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
      empty.setLength(megabytes * 1024L * 1024L);
    }
    run("mkfs.ext4", "-q", "-m", "0", "-E", "root_owner=10003:10000", file.toString());
    return new SmallDisk(run("losetup", "--find", "--show", file.toString()).strip());
  }

  String device() {
    return device;
  }

  private static String run(String... command) {
    ProcessResult outcome = Programs.run(List.of(command));
    Assumptions.assumeTrue(
        outcome.code() == 0, () -> "No small disk can be made here: " + outcome.output());
    return outcome.output();
  }

  @Override
  public void close() {
    run("losetup", "--detach", device);
  }
}
