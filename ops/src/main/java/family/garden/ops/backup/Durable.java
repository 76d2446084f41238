package family.garden.ops.backup;

import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that are there, whole and on the disk, or not at all; for their owner only. */
final class Durable {
  private Durable() {}

  /** Writes a file aside, and gives it its name when all of it is on the disk. */
  static void write(Path file, String text) throws Trouble {
    Path aside = file.resolveSibling("." + file.getFileName() + ".new");
    try {
      Files.deleteIfExists(aside);
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
      move(aside, file);
    } catch (IOException e) {
      throw failed("write " + file, e);
    }
  }

  /** Brings a file to the disk and gives it its name. */
  static void move(Path from, Path to) throws Trouble {
    try {
      Files.setPosixFilePermissions(
          from,
          PosixFilePermissions.fromString(Files.isDirectory(from) ? "rwx------" : "rw-------"));
      sync(from);
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
      sync(directory(to));
    } catch (IOException e) {
      throw failed("name " + from + " " + to.getFileName(), e);
    }
  }

  private static Path directory(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("/") : parent;
  }

  static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Makes a folder for its owner only, if it is not there. */
  static Path folder(Path folder) throws Trouble {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return folder;
    } catch (IOException e) {
      throw failed("make the folder " + folder, e);
    }
  }

  /** Everything in a folder by name; nothing where there is no folder. */
  static List<Path> in(Path folder) throws Trouble {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw failed("look into " + folder, e);
    }
  }

  static void delete(Path path) throws Trouble {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw failed("delete " + path, e);
    }
  }

  static Trouble failed(String tried, IOException why) {
    return Trouble.refused(
        tried,
        why.getClass().getSimpleName() + ": " + why.getMessage(),
        "See whether the disk is full or read-only.");
  }
}
