package family.garden.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The programs of this machine that tests call. */
public final class Programs {
  private Programs() {}

  /** Whether this machine has a program of this name. */
  public static boolean isInstalled(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  /** The first of these names that is installed; the test is skipped, and says so, without any. */
  public static String require(String debianPackage, String... names) {
    for (String name : names) {
      if (isInstalled(name)) {
        return name;
      }
    }
    return Assumptions.abort("Not installed here: Debian's package " + debianPackage);
  }

  /** The test is skipped, and says why, for anybody but root. */
  public static void requireRoot(String why) {
    Assumptions.assumeTrue(run("id", "-u").output().strip().equals("0"), why);
  }

  /** Runs a program to its end, without input. */
  public static ProcessResult run(String... command) {
    return run(Map.of(), List.of(command));
  }

  /** Runs a program to its end, without input. */
  public static ProcessResult run(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return run(Map.of(), all);
  }

  /**
   * Runs a program to its end, without input.
   *
   * @param environment on top of that of this process
   * @throws AssertionError if it cannot be started
   */
  public static ProcessResult run(Map<String, String> environment, List<String> command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new ProcessResult(process.waitFor(), output);
    } catch (IOException e) {
      // Without the arguments, which may hold a token.
      throw new AssertionError(
          "Tried to run " + command.getFirst() + ", failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Kills processes by SIGKILL, and waits for at most 30 s until all have ended. */
  public static void kill(List<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }
}
