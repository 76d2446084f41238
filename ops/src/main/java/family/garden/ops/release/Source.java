package family.garden.ops.release;

import family.garden.ops.result.OpsException;
import family.garden.ops.site.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Where releases are published: small files in a folder or behind an address. */
sealed interface Source {
  /** More than any description has. */
  int MOST_BYTES = 64 * 1024;

  /**
   * Reads one file whole.
   *
   * @param name with / between folders
   * @throws OpsException if it is not there, too large, or cannot be reached
   */
  byte[] read(String name) throws OpsException;

  static Source of(String source) throws OpsException {
    if (source.isEmpty()) {
      throw OpsException.refused(
          "look for releases",
          "BOOKING_RELEASES is not set",
          "Set it to the folder or the address where they are published.");
    }
    return source.startsWith("/")
        ? new Folder(Path.of(source))
        : new Address(URI.create(source.endsWith("/") ? source : source + "/"));
  }

  private static byte[] small(byte[] bytes, String what) throws OpsException {
    if (bytes.length > MOST_BYTES) {
      throw failed(what, "it is larger than 64 KB");
    }
    return bytes;
  }

  private static OpsException failed(String what, String because) {
    return OpsException.refused(
        "read " + what,
        because,
        "See whether BOOKING_RELEASES is right and can be reached; nothing was touched.");
  }

  /** On this machine, or mounted. */
  record Folder(Path folder) implements Source {
    @Override
    public byte[] read(String name) throws OpsException {
      Path file = folder.resolve(name);
      try (InputStream from = Files.newInputStream(file)) {
        return small(from.readNBytes(MOST_BYTES + 1), file.toString());
      } catch (IOException e) {
        throw failed(file.toString(), "it cannot be read (" + e.getMessage() + ")");
      }
    }
  }

  /** On any web server. */
  record Address(URI base) implements Source {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public byte[] read(String name) throws OpsException {
      URI address = base.resolve(name);
      try {
        Request.Answer answer = Request.get(address).following().send(LIMIT);
        if (answer.status() != 200) {
          throw failed(address.toString(), "the answer was " + answer.status());
        }
        return small(answer.bytes(), address.toString());
      } catch (IOException e) {
        throw failed(address.toString(), "it cannot be reached (" + e + ")");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed(address.toString(), "it was interrupted");
      }
    }
  }
}
