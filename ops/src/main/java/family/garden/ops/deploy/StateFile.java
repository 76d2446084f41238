package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads what bookingctl remembers between two runs. A damaged file is an error that says how to
 * mend it; it never counts as missing.
 */
final class StateFile {
  static final String REPAIR = "\"bookingctl repair\" rebuilds it from what is on this machine.";

  private StateFile() {}

  /** The JSON in a file; empty where there is no such file. */
  static <T> Optional<T> read(Path file, Class<T> type) throws OpsException {
    Optional<String> text = Durable.read(file);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.read(text.get(), type, file.toString()));
    } catch (OpsException e) {
      throw damaged(
          file,
          text.get().isBlank()
              ? "it is empty"
              : "it is cut off or damaged: "
                  + e.because().replaceFirst("^.*?that was expected: ", ""));
    }
  }

  /** Reads a file, only to see whether that is possible. */
  interface Reading {
    Object read() throws OpsException;
  }

  static Optional<OpsException> fault(Reading reading) {
    try {
      var _ = reading.read();
      return Optional.empty();
    } catch (OpsException e) {
      return Optional.of(e);
    }
  }

  static OpsException damaged(Path file, String because) {
    return OpsException.refused("read " + file, because.replaceFirst("\\.\\s*$", ""), REPAIR);
  }
}
