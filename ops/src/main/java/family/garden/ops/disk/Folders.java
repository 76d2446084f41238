package family.garden.ops.disk;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists and deletes what is in folders. */
public final class Folders {
  private Folders() {}

  /** Everything in a folder by name; nothing where there is no folder. */
  public static List<Path> in(Path folder) throws OpsException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw Durable.failed("look into " + folder, e);
    }
  }

  /** Deletes a file, or a folder with all that is in it; nothing where there is none. */
  public static void delete(Path path) throws OpsException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw Durable.failed("delete " + path, e);
    }
  }
}
