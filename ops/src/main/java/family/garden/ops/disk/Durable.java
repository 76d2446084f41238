package family.garden.ops.disk;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** Writes so that a power cut leaves the old file or the new one, and never half of one. */
public final class Durable {
  private static final String ADVICE = "See whether the disk is full or read-only.";

  private Durable() {}

  /**
   * Replaces a file whole; its folder is made where it is missing.
   *
   * @throws OpsException if it cannot be written; the old file is left then
   */
  public static void write(Path file, String text) throws OpsException {
    Path folder = folder(file);
    Path aside = folder.resolve("." + file.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              aside,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        all(channel, text);
      }
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(folder);
    } catch (IOException e) {
      throw failed("write " + file, e);
    }
  }

  /**
   * Adds a line to a file; half a line that a power cut left is ended first.
   *
   * @throws OpsException if it cannot be written
   */
  public static void append(Path file, String line) throws OpsException {
    try {
      Files.createDirectories(folder(file));
      boolean isNew = !Files.exists(file);
      boolean half = !isNew && Files.size(file) > 0 && !Files.readString(file).endsWith("\n");
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        all(channel, (half ? "\n" : "") + line + "\n");
      }
      if (isNew) {
        sync(folder(file));
      }
    } catch (IOException e) {
      throw failed("add to " + file, e);
    }
  }

  /**
   * Removes a file, if it is there.
   *
   * @throws OpsException if it is there and cannot be removed
   */
  public static void remove(Path file) throws OpsException {
    try {
      if (Files.deleteIfExists(file)) {
        sync(folder(file));
      }
    } catch (IOException e) {
      throw failed("remove " + file, e);
    }
  }

  /**
   * The content of a file, also where it is no text; empty where there is no such file.
   *
   * @throws OpsException if it is there and cannot be read
   */
  public static Optional<String> read(Path file) throws OpsException {
    try {
      return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("read " + file, e);
    }
  }

  /**
   * When it was written last; empty where there is no such file.
   *
   * @throws OpsException if that cannot be seen
   */
  public static Optional<Instant> writtenAt(Path file) throws OpsException {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw failed("see when " + file + " was written", e);
    }
  }

  /** The folder of a file. */
  public static Path folder(Path file) {
    return file.toAbsolutePath().resolveSibling(".").normalize();
  }

  private static void all(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
  }

  /** Waits until a file, or the list of files in a folder, is on the disk. */
  public static void sync(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** The failure of another action on the disk. */
  public static OpsException failed(String tried, IOException why) {
    return OpsException.refused(tried, why.toString(), ADVICE);
  }
}
