package family.garden.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All files of a folder with when they changed and how large they are, to compare before and after.
 */
record Tree(SortedMap<String, String> files) {
  static Tree of(Path folder) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.toList()) {
        files.put(path.toString(), Files.getLastModifiedTime(path) + " " + Files.size(path));
      }
    }
    return new Tree(files);
  }
}
