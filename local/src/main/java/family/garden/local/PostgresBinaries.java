package family.garden.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, unpacked once per version into the user's cache folder.
 *
 * <p>Not into the data folder, which is backed up, nor under {@code /tmp}, where others may write
 * and cleaning jobs delete files.
 */
public final class PostgresBinaries {
  private final Path folder;

  private PostgresBinaries(Path folder) {
    this.folder = folder;
  }

  /**
   * The programs, unpacked if they are not yet.
   *
   * @throws LauncherException if there are none for this system, or they cannot be unpacked
   */
  public static PostgresBinaries unpack() {
    Path cache = cache();
    try {
      Path folder = cache.resolve("postgres-" + digest());
      if (!Files.exists(folder)) {
        System.out.println("Unpacking PostgreSQL into " + folder + " …");
        Files.createDirectories(cache);
        Path half = Files.createTempDirectory(cache, "unpacking-");
        try {
          unpackInto(half);
          Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
          // Another run, for another data folder, was faster; its copy is the same.
        } finally {
          deleteTree(half);
        }
      }
      return new PostgresBinaries(folder);
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.CANNOT_CREATE,
          "Tried to unpack PostgreSQL into %s, failed because %s. It needs 60 MB there; XDG_CACHE_HOME names another place."
              .formatted(cache, LauncherException.reason(e)));
    }
  }

  private static Path cache() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path base =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(set);
    return base.resolve("booking").toAbsolutePath();
  }

  private static InputStream archive() throws IOException {
    String system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
    try {
      return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
          system, System.getProperty("os.arch"));
    } catch (IllegalStateException e) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to start a PostgreSQL, failed because none is packed for %s on %s. Set BOOKING_DATABASE_URL, BOOKING_DATABASE_USER and BOOKING_DATABASE_PASSWORD to use one of your own."
              .formatted(system, System.getProperty("os.arch")));
    }
  }

  private static String digest() throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpackInto(Path target) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive()))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          file.toFile().setExecutable((entry.getMode() & 0100) != 0);
        }
      }
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /**
   * The command line for one of the programs. PostgreSQL refuses to run as root, so for root it
   * runs in a user namespace in which nobody is root.
   */
  List<String> command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    } else if ("root".equals(System.getProperty("user.name"))) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to start PostgreSQL, failed because it does not run as root here. Run ./booking as an ordinary user.");
    }
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
