package family.garden.survival;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A control group of Linux with a hard limit of memory, version 1 or 2. */
final class MemoryLimit implements AutoCloseable {
  private static final Path ROOT = Path.of("/sys/fs/cgroup");

  private final Path group;
  private final boolean first;

  private MemoryLimit(Path group, boolean first) {
    this.group = group;
    this.first = first;
  }

  /**
   * A group with a limit; skips the test where none can be made.
   *
   * @param bytes the most that the processes in it may use, with their part of the file cache
   */
  static MemoryLimit of(long bytes) {
    boolean first = Files.isDirectory(ROOT.resolve("memory"));
    assumeTrue(
        first || Files.exists(ROOT.resolve("cgroup.controllers")),
        "skipped: a hard memory limit needs Linux with control groups");
    Path parent = first ? ROOT.resolve("memory") : ROOT;
    MemoryLimit limit = new MemoryLimit(parent.resolve("garden-" + UUID.randomUUID()), first);
    try {
      Files.createDirectory(limit.group);
      limit.write(first ? "memory.limit_in_bytes" : "memory.max", bytes);
      return limit;
    } catch (IOException notAllowed) {
      limit.close();
      return abort("skipped: no right to make a control group with a memory limit: " + notAllowed);
    }
  }

  /** Puts a process in; what it has used before stays on the old account. */
  void hold(long pid) throws IOException {
    write("cgroup.procs", pid);
  }

  /** The most that was ever used, in bytes; with the file cache, which gives way when needed. */
  long peak() throws IOException {
    return read(first ? "memory.max_usage_in_bytes" : "memory.peak");
  }

  /** Processes that were killed for want of memory. */
  long kills() throws IOException {
    for (String line :
        Files.readAllLines(group.resolve(first ? "memory.oom_control" : "memory.events"))) {
      if (line.startsWith("oom_kill ")) {
        return Long.parseLong(line.substring("oom_kill ".length()).strip());
      }
    }
    return 0;
  }

  private void write(String file, long value) throws IOException {
    Files.writeString(group.resolve(file), Long.toString(value));
  }

  private long read(String file) throws IOException {
    return Long.parseLong(Files.readString(group.resolve(file)).strip());
  }

  /** Removes the group, once its processes have ended. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(group);
    } catch (IOException e) {
      System.err.println("The control group " + group + " stays: " + e.getMessage());
    }
  }
}
