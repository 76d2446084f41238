package family.garden.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The server as a child of this process, which prints to the same terminal. */
final class ServerProcess {
  /** Longer than the server takes to drain the requests in flight. */
  private static final int STOP_SECONDS = 20;

  private final List<String> command;
  private final Map<String, String> environment;
  private final Path pidFile;

  /**
   * An argument of every server of this data folder, by which the launcher recognises a server that
   * was left over.
   */
  private final String tag;

  private @Nullable Process process;

  /**
   * @param command the program with its arguments, without a command of the jar
   */
  ServerProcess(List<String> command, Map<String, String> environment, DataFolder folder) {
    this.command = command;
    this.environment = environment;
    this.pidFile = pidFile(folder);
    this.tag = tag(folder);
  }

  /** Stops the server of a killed run of this folder. */
  static void stopOrphan(DataFolder folder) {
    try {
      Optional<ProcessHandle> found = PidFile.process(pidFile(folder));
      if (found.isPresent() && PidFile.runsWith(found.get(), tag(folder))) {
        System.out.printf(
            "Stopping the server (process %d), left over from a run that was killed …%n",
            found.get().pid());
        stop(found.get());
      }
      Files.deleteIfExists(pidFile(folder));
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to stop a server left over from a killed run, failed because %s."
              .formatted(LauncherException.reason(e)));
    }
  }

  void start(String subcommand) {
    List<String> arguments = new ArrayList<>(command);
    arguments.add(1, tag);
    arguments.add(subcommand);
    ProcessBuilder builder = new ProcessBuilder(arguments).inheritIO();
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      process = builder.start();
      Files.writeString(pidFile, process.pid() + "\n");
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to start the server, failed because %s.".formatted(LauncherException.reason(e)));
    }
  }

  /** The process that was started last. */
  Process process() {
    if (process == null) {
      throw new IllegalStateException("The server was not started.");
    }
    return process;
  }

  /** Stops the server, which first answers the requests in flight. */
  void stop() {
    if (process != null) {
      stop(process.toHandle());
    }
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      // The next start notices that the process no longer runs.
    }
  }

  private static void stop(ProcessHandle server) {
    server.destroy();
    try {
      server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      System.err.printf(
          "The server did not stop within %d seconds and is ended by force.%n", STOP_SECONDS);
      server.destroyForcibly();
      server.onExit().join();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path pidFile(DataFolder folder) {
    return folder.resolve("run").resolve("server.pid");
  }

  private static String tag(DataFolder folder) {
    return "-Dbooking.data=" + folder.path();
  }
}
