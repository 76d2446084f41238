package family.garden.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An {@code up} in a process of its own, with all that it and its children print. */
final class RunningUp implements AutoCloseable {
  private static final int TIMEOUT_SECONDS = 60;

  private final Process process;
  private final BufferedReader reader;
  private final List<String> lines = new ArrayList<>();

  private RunningUp(Process process) {
    this.process = process;
    this.reader = process.inputReader();
    // A test that waits for words that never come fails instead of hanging.
    Thread.startVirtualThread(
        () -> {
          try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
              process.descendants().forEach(ProcessHandle::destroyForcibly);
              process.destroyForcibly();
            }
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  static RunningUp start(Path data, int port, String... options) throws IOException {
    return start(Map.of(), data, port, options);
  }

  static RunningUp start(Map<String, String> environment, Path data, int port, String... options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("up", "--data", data.toString(), "--port", "" + port));
    arguments.addAll(List.of(options));
    return start(environment, arguments);
  }

  static RunningUp start(Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-XX:TieredStopAtLevel=1",
                "-Dbooking.home=/nowhere",
                "-cp",
                System.getProperty("java.class.path"),
                StandInMain.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("BOOKING_"));
    builder.environment().putAll(environment);
    return new RunningUp(builder.start());
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  RunningUp awaitReady() throws IOException {
    awaitLine("Booking is ready");
    return this;
  }

  /** Reads on until a line holds the text. */
  void awaitLine(String text) throws IOException {
    String line;
    do {
      line = reader.readLine();
      if (line == null) {
        throw new AssertionError("It ended without saying \"" + text + "\":\n" + output());
      }
      lines.add(line);
    } while (!line.contains(text));
  }

  /**
   * Asks it to stop, as a service manager does; {@code Process.destroy} would close its output too.
   */
  RunningUp terminate() {
    process.toHandle().destroy();
    return this;
  }

  /** Ends it as the kernel does when memory runs out: its children live on. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Reads to the end and gives the exit code. */
  int awaitEnd() throws IOException, InterruptedException {
    reader.lines().forEach(lines::add);
    return process.waitFor();
  }

  String output() {
    return String.join("\n", lines);
  }

  long pid() {
    return process.pid();
  }

  static ProcessHandle server(Path data) throws IOException {
    return handle(data.resolve("run/server.pid"));
  }

  static ProcessHandle postgres(Path data) throws IOException {
    return handle(data.resolve("postgres/postmaster.pid"));
  }

  private static ProcessHandle handle(Path pidFile) throws IOException {
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    return ProcessHandle.of(pid).orElseThrow();
  }

  @Override
  public void close() {
    process.toHandle().destroy();
    process.onExit().orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
  }
}
