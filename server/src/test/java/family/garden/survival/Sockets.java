package family.garden.survival;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What Linux knows of TCP connections. */
final class Sockets {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final String ESTABLISHED = "01";

  private Sockets() {}

  /** Connections to {@code port}, counted at its end; skips the test where nobody can tell. */
  static int established(int port) throws IOException {
    assumeTrue(Files.isReadable(TABLES.getFirst()), "only Linux lists its connections");
    String local = ":%04X".formatted(port).toUpperCase(Locale.ROOT);
    int count = 0;
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        try (Stream<String> lines = Files.lines(table)) {
          count +=
              (int)
                  lines
                      .map(line -> line.strip().split("\\s+"))
                      .filter(fields -> fields[1].endsWith(local) && fields[3].equals(ESTABLISHED))
                      .count();
        }
      }
    }
    return count;
  }
}
