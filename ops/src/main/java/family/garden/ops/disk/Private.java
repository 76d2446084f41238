package family.garden.ops.disk;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Writes files and folders for their owner only; each is whole and on the disk, or missing. */
public final class Private {
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private Private() {}

  /** Lets others than its owner read a file, before it has its name. */
  public interface Readers {
    void allow(Path file) throws IOException;
  }

  /** Writes a file aside, and gives it its name when all of it is on the disk. */
  public static void write(Path file, String text) throws OpsException {
    write(file, text, _ -> {});
  }

  /** As {@link #write(Path, String)}, for other readers. */
  public static void write(Path file, String text, Readers readers) throws OpsException {
    Path aside = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.deleteIfExists(aside);
      Files.createFile(aside, only(FILE));
      Files.writeString(aside, text);
      readers.allow(aside);
      name(aside, file);
    } catch (IOException e) {
      throw Durable.failed("write " + file, e);
    }
  }

  /** Brings a file or folder to the disk and gives it its name. */
  public static void move(Path from, Path to) throws OpsException {
    try {
      Files.setPosixFilePermissions(from, Files.isDirectory(from) ? FOLDER : FILE);
      name(from, to);
    } catch (IOException e) {
      throw Durable.failed("name " + from + " " + to.getFileName(), e);
    }
  }

  private static void name(Path from, Path to) throws IOException {
    Durable.sync(from);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Durable.sync(Durable.folder(to));
  }

  public static Path folder(Path folder) throws OpsException {
    try {
      return Files.createDirectories(folder, only(FOLDER));
    } catch (IOException e) {
      throw Durable.failed("make the folder " + folder, e);
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> only(Set<PosixFilePermission> owner) {
    return PosixFilePermissions.asFileAttribute(owner);
  }
}
