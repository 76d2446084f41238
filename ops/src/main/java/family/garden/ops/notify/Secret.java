package family.garden.ops.notify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A secret in a file of its own, without the end of its line. */
final class Secret {
  private Secret() {}

  /** Reads it; empty where there is no such file. */
  static Optional<String> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IOException(file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }
}
