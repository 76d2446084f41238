package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What bookingctl remembers between two runs. A file that is there is whole, or an error that says
 * how to mend it; it is never taken for nothing.
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

  /** Why a file cannot be read; empty where it can be. */
  static Optional<OpsException> fault(Reading reading) {
    try {
      var _ = reading.read();
      return Optional.empty();
    } catch (OpsException e) {
      return Optional.of(e);
    }
  }

  /** The failure to read a file that is lost or not whole. */
  static OpsException damaged(Path file, String because) {
    return OpsException.refused("read " + file, because.replaceFirst("\\.\\s*$", ""), REPAIR);
  }
}
