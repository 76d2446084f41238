package family.garden.ops.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The memory of a container, from its control group (version 2 or 1). It counts as the statistics
 * of the engine do, which take two seconds.
 *
 * @param root /, except in tests
 */
public record ContainerMemory(Path root) {
  /** Bytes; empty if the process does not run or its group cannot be read. */
  public Optional<Long> of(long process) {
    if (process <= 0) {
      return Optional.empty();
    }
    try {
      for (String line : Files.readAllLines(root.resolve("proc/" + process + "/cgroup"))) {
        List<String> parts = List.of(line.split(":", 3));
        String folder = parts.getLast().substring(1);
        if (parts.get(1).equals("memory")) {
          Path group = root.resolve("sys/fs/cgroup/memory").resolve(folder);
          return used(group, "memory.usage_in_bytes", "total_inactive_file ");
        }
        if (parts.get(1).isEmpty()
            && Files.exists(root.resolve("sys/fs/cgroup").resolve(folder + "/memory.current"))) {
          Path group = root.resolve("sys/fs/cgroup").resolve(folder);
          return used(group, "memory.current", "inactive_file ");
        }
      }
    } catch (IOException e) {
      // It ended meanwhile, or this is not root.
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Long> used(Path group, String total, String cold) throws IOException {
    long bytes = Long.parseLong(Files.readString(group.resolve(total)).strip());
    long files =
        Files.readAllLines(group.resolve("memory.stat")).stream()
            .filter(line -> line.startsWith(cold))
            .mapToLong(line -> Long.parseLong(line.substring(cold.length())))
            .findFirst()
            .orElse(0);
    return Optional.of(Math.max(0, bytes - files));
  }
}
