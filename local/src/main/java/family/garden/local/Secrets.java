package family.garden.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The generated secrets, each a file that only its owner may read. */
public final class Secrets {
  private static final int BYTES = 32;

  private final DataFolder folder;

  public Secrets(DataFolder folder) {
    this.folder = folder;
  }

  /**
   * The file of a secret: 32 random bytes, base64url. It is created once. If data already depends
   * on it, a missing secret is an error, because a new one would only hide the loss.
   *
   * @throws LauncherException if it is gone from a folder that has a database
   */
  public Path file(String name) {
    Path file = folder.resolve("secrets").resolve(name);
    try {
      if (!Files.exists(file)) {
        if (Marker.hasDatabase(folder.path())) {
          throw new LauncherException(
              LauncherException.WRONG_DATA,
              "Tried to read %s, failed because it is missing, and the database depends on it. Restore it from a backup."
                  .formatted(file));
        }
        create(file);
      }
      return file;
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.CANNOT_CREATE,
          "Tried to write %s, failed because %s. Make the data folder writable for you."
              .formatted(file, LauncherException.reason(e)));
    }
  }

  private void create(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path half = folder.resolve("run").resolve(file.getFileName().toString());
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(half, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
