package family.garden.platform.box;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files of other programs, with a bound. */
final class SmallFile {
  static final int MOST_BYTES = 16 * 1024;

  private SmallFile() {}

  /** The text; empty if there is none, it cannot be read, or it is larger than the bound. */
  static Optional<String> read(Path file) {
    // A pipe in its place would never end.
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      return bytes.length > MOST_BYTES
          ? Optional.empty()
          : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
