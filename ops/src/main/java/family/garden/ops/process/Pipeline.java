package family.garden.ops.process;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Commands joined by pipes: each reads the output of the one before it. */
public final class Pipeline {
  /** SIGPIPE: a later stage ended first, and its failure is the one that matters. */
  private static final int BROKEN_PIPE = 128 + 13;

  private Pipeline() {}

  /**
   * Runs all of them to their end and checks the exit code of each; a shell checks only the last.
   *
   * @param from the input of the first command; none if null
   * @param into the file for the output of the last command; if null, the result holds it
   * @return the result of the stage that failed, otherwise of the last
   * @throws OpsException as {@link Processes#run}
   */
  public static ProcessResult run(
      @Nullable Path from, List<Command> commands, @Nullable Path into, Duration limit)
      throws OpsException {
    List<ProcessBuilder> builders = new ArrayList<>();
    for (Command command : commands) {
      ProcessBuilder builder = new ProcessBuilder(Undo.apart(command.arguments()));
      Environment.prepare(builder, command);
      builders.add(builder);
    }
    if (from != null) {
      builders.getFirst().redirectInput(from.toFile());
    }
    if (into != null) {
      builders.getLast().redirectOutput(into.toFile());
    }
    List<Process> processes = start(builders, commands);
    CompletableFuture<String> stdout =
        into == null
            ? Processes.read(processes.getLast().getInputStream())
            : CompletableFuture.completedFuture("");
    List<CompletableFuture<String>> stderrs =
        processes.stream().map(each -> Processes.read(each.getErrorStream())).toList();
    try {
      if (from == null) {
        processes.getFirst().getOutputStream().close();
      }
      for (int stage = commands.size() - 1; stage >= 0; stage--) {
        Processes.await(processes.get(stage), commands.get(stage), limit);
      }
    } catch (IOException e) {
      throw new IllegalStateException("This is a fault in bookingctl: " + e.getMessage(), e);
    } finally {
      processes.stream().filter(Process::isAlive).forEach(Processes::end);
    }
    List<ProcessResult> results = new ArrayList<>();
    for (int stage = 0; stage < commands.size(); stage++) {
      boolean last = stage == commands.size() - 1;
      results.add(
          new ProcessResult(
              commands.get(stage),
              processes.get(stage).exitValue(),
              last ? stdout.join() : "",
              stderrs.get(stage).join()));
    }
    return worst(results);
  }

  private static List<Process> start(List<ProcessBuilder> builders, List<Command> commands)
      throws OpsException {
    commands.forEach(CommandLog::begins);
    try {
      return ProcessBuilder.startPipeline(builders);
    } catch (IOException e) {
      String programs =
          String.join(" and ", commands.stream().map(c -> c.arguments().getFirst()).toList());
      throw OpsException.refused(
          "start " + programs,
          String.valueOf(e.getMessage()),
          "Install what is missing, or see whether it is on the PATH.");
    }
  }

  private static ProcessResult worst(List<ProcessResult> results) {
    return results.stream()
        .filter(each -> !each.isSuccess() && each.code() != BROKEN_PIPE)
        .findFirst()
        .or(() -> results.stream().filter(each -> !each.isSuccess()).findFirst())
        .orElse(results.getLast());
  }
}
