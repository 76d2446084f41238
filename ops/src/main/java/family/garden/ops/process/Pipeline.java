package family.garden.ops.process;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Commands of which each reads what the one before it writes, as bytes that nobody else sees. */
public final class Pipeline {
  /** A stage that wrote to one that had ended already; why that one ended is what matters. */
  private static final int BROKEN_PIPE = 128 + 13;

  private Pipeline() {}

  /**
   * Runs all of them to their end, and asks each how it ended: unlike in a shell, none can fail
   * unseen.
   *
   * @param from what the first reads; nothing if null
   * @param into where the output of the last goes; its outcome holds it if null
   * @return the outcome of the stage that failed, otherwise of the last
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
    List<CompletableFuture<String>> complaints =
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
    List<ProcessResult> outcomes = new ArrayList<>();
    for (int stage = 0; stage < commands.size(); stage++) {
      boolean last = stage == commands.size() - 1;
      outcomes.add(
          new ProcessResult(
              commands.get(stage),
              processes.get(stage).exitValue(),
              last ? stdout.join() : "",
              complaints.get(stage).join()));
    }
    return worst(outcomes);
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

  private static ProcessResult worst(List<ProcessResult> outcomes) {
    return outcomes.stream()
        .filter(each -> !each.isDone() && each.code() != BROKEN_PIPE)
        .findFirst()
        .or(() -> outcomes.stream().filter(each -> !each.isDone()).findFirst())
        .orElse(outcomes.getLast());
  }
}
