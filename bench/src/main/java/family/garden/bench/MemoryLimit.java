package family.garden.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hard limit on the memory of one process by a control group: the kernel reclaims memory above
 * it, and kills the process if it cannot. Needs the rights of root.
 */
final class MemoryLimit implements AutoCloseable {
  private final Path group;
  private final boolean unified;

  private MemoryLimit(Path group, boolean unified) {
    this.group = group;
    this.unified = unified;
  }

  /** A group with this limit; empty if this machine does not support one. */
  static Optional<MemoryLimit> of(int megabytes) {
    boolean unified = Files.exists(Path.of("/sys/fs/cgroup/cgroup.controllers"));
    Path root = Path.of(unified ? "/sys/fs/cgroup" : "/sys/fs/cgroup/memory");
    MemoryLimit limit = new MemoryLimit(root.resolve("booking-bench-" + megabytes), unified);
    try {
      Files.createDirectories(limit.group);
      limit.change(megabytes);
      return Optional.of(limit);
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** Changes the limit. */
  void change(int megabytes) throws IOException {
    Files.writeString(
        group.resolve(unified ? "memory.max" : "memory.limit_in_bytes"),
        Long.toString(megabytes * 1024L * 1024L));
  }

  /** The name of the group for container engines. */
  String name() {
    return "/" + group.getFileName();
  }

  /** How many processes the kernel killed because of the limit. */
  long killed() {
    String file = unified ? "memory.events" : "memory.oom_control";
    return value(file, "oom_kill ");
  }

  /** Returns the command that runs {@code command} under the limit from its first instruction. */
  List<String> around(List<String> command) {
    String enter = "echo $$ > " + group.resolve("cgroup.procs") + " && exec \"$@\"";
    List<String> all = new ArrayList<>(List.of("sh", "-c", enter, "limited"));
    all.addAll(command);
    return all;
  }

  /** The peak, in bytes, including the page cache. */
  long peak() {
    return number(unified ? "memory.peak" : "memory.max_usage_in_bytes");
  }

  /** Anonymous memory at the moment, in bytes: what cannot be read from a file again. */
  long anonymous() {
    return value("memory.stat", unified ? "anon " : "total_rss ");
  }

  private long value(String file, String name) {
    try {
      return Files.readAllLines(group.resolve(file)).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.substring(name.length())))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new Failure("Tried to read %s, failed: %s".formatted(file, e.getMessage()));
    }
  }

  private long number(String file) {
    try {
      return Long.parseLong(Files.readString(group.resolve(file)).strip());
    } catch (IOException e) {
      throw new Failure("Tried to read %s, failed: %s".formatted(file, e.getMessage()));
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(group);
    } catch (IOException e) {
      System.err.println("The control group " + group + " stays: " + e.getMessage());
    }
  }
}
