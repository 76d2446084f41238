package family.garden.ops.process;

import family.garden.ops.result.OpsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Starts processes and waits for them. */
public final class Processes {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int TIMES = 3;

  private Processes() {}

  /**
   * Runs a command to its end.
   *
   * @param limit after this time the command is ended
   * @throws OpsException if it cannot be started, takes longer, or this thread is interrupted; a
   *     command that ends with another code than 0 is an {@link ProcessResult}
   */
  public static ProcessResult run(Command command, Duration limit) throws OpsException {
    Process process = start(new ProcessBuilder(command.arguments()), command);
    CompletableFuture<String> stdout = read(process.getInputStream());
    CompletableFuture<String> stderr = read(process.getErrorStream());
    feed(process, command.input());
    await(process, command, limit);
    return new ProcessResult(command, process.exitValue(), stdout.join(), stderr.join());
  }

  /**
   * Runs a program that always prints something. A container engine under load may lose all output
   * and still report success; then the program is run again.
   *
   * @param tried what the command is for, as in "Tried to …"
   * @throws OpsException as {@link #run}, if it fails, or prints nothing each time
   */
  public static String ask(Command command, Duration limit, String tried, String advice)
      throws OpsException {
    for (int time = 1; ; time++) {
      String stdout = run(command, limit).expectSuccess(tried, advice);
      if (!stdout.isBlank()) {
        return stdout;
      }
      if (time == TIMES) {
        throw OpsException.refused(
            tried, "\"%s\" printed nothing, %d times".formatted(command, TIMES), advice);
      }
      var _ = new Poller(PAUSE, PAUSE).lookAgain();
    }
  }

  /**
   * Runs a command and writes its output, however large, into a file.
   *
   * @throws OpsException as {@link #run}
   */
  public static ProcessResult runInto(Path file, Command command, Duration limit)
      throws OpsException {
    Process process =
        start(new ProcessBuilder(command.arguments()).redirectOutput(file.toFile()), command);
    CompletableFuture<String> stderr = read(process.getErrorStream());
    feed(process, command.input());
    await(process, command, limit);
    return new ProcessResult(command, process.exitValue(), "", stderr.join());
  }

  /**
   * Runs a command and passes each line of its output on as it comes.
   *
   * @param each is called by another thread, which ends before this returns
   * @throws OpsException as {@link #run}
   */
  public static ProcessResult runInto(Consumer<String> each, Command command, Duration limit)
      throws OpsException {
    Process process = start(new ProcessBuilder(command.arguments()), command);
    CompletableFuture<String> stdout = readLines(process, each);
    CompletableFuture<String> stderr = read(process.getErrorStream());
    feed(process, command.input());
    await(process, command, limit);
    return new ProcessResult(command, process.exitValue(), stdout.join(), stderr.join());
  }

  /**
   * Runs a command at the terminal of the keeper, without a time limit, and returns its exit code.
   *
   * @throws OpsException if it cannot be started, or this thread is interrupted
   */
  public static int handOver(Command command) throws OpsException {
    Process process = start(new ProcessBuilder(command.arguments()).inheritIO(), command);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw OpsException.refused("run " + command, "it was interrupted", "Run the command again.");
    }
  }

  static Process start(ProcessBuilder builder, Command command) throws OpsException {
    Environment.prepare(builder, command);
    CommandLog.begins(command);
    try {
      return builder.command(Undo.apart(builder.command())).start();
    } catch (IOException e) {
      throw OpsException.refused(
          "start " + command.arguments().getFirst(),
          String.valueOf(e.getMessage()),
          "Install it, or see whether it is on the PATH.");
    }
  }

  private static void feed(Process process, String input) {
    try (OutputStream to = process.getOutputStream()) {
      to.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The process ended before it read all input; its exit code tells why.
      return;
    }
  }

  static CompletableFuture<String> read(InputStream from) {
    return inBackground(
        () -> {
          try (from) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            return "";
          }
        });
  }

  static CompletableFuture<String> readLines(Process process, Consumer<String> each) {
    return inBackground(
        () -> {
          try (BufferedReader from = process.inputReader(StandardCharsets.UTF_8)) {
            from.lines().forEach(each);
          } catch (IOException | UncheckedIOException e) {
            // The process was ended; its exit code tells why.
          }
          return "";
        });
  }

  private static CompletableFuture<String> inBackground(Supplier<String> work) {
    return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().daemon().start(task));
  }

  static void await(Process process, Command command, Duration limit) throws OpsException {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      end(process);
      throw OpsException.refused(
          "run " + command,
          "it took longer than " + limit.toSeconds() + " s",
          "It was ended; find out what it waited for.");
    } catch (InterruptedException e) {
      end(process);
      Thread.currentThread().interrupt();
      throw OpsException.refused("run " + command, "it was interrupted", "Run the command again.");
    }
  }

  static void end(Process process) {
    process.destroy();
    process.onExit().completeOnTimeout(process, GRACE.toMillis(), TimeUnit.MILLISECONDS).join();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
