package family.garden.survival;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in memory that can be filled to the last byte; needs root on Linux. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** A disk of so many mebibytes; skips the test where none can be mounted. */
  static SmallDisk of(int mebibytes) throws IOException {
    Path folder = Files.createTempDirectory("small-disk");
    try {
      run(
          "mount",
          "-t",
          "tmpfs",
          "-o",
          "size=" + mebibytes + "m",
          "garden-test",
          folder.toString());
      return new SmallDisk(folder);
    } catch (IOException notAllowed) {
      Files.delete(folder);
      return abort("skipped: no right to mount a small disk: " + notAllowed.getMessage());
    }
  }

  Path folder() {
    return folder;
  }

  /** Leaves no room. */
  void fill() throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream ballast = Files.newOutputStream(ballast())) {
      while (true) {
        ballast.write(block);
      }
    } catch (IOException full) {
      if (folder.toFile().getUsableSpace() > 0) {
        throw full;
      }
    }
  }

  /** Makes room again. */
  void free() throws IOException {
    Files.delete(ballast());
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  private static void run(String... command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + ": " + output.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
    Files.delete(folder);
  }
}
