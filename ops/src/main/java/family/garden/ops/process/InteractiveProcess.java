package family.garden.ops.process;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that answers line by line and keeps its state in between, like psql. */
public final class InteractiveProcess implements AutoCloseable {
  private final Command command;
  private final Process process;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> stderr;

  private InteractiveProcess(Command command, Process process) {
    this.command = command;
    this.process = process;
    this.stderr = Processes.read(process.getErrorStream());
    // An empty Optional tells the reader that there are no more lines.
    var _ =
        Processes.readLines(process, line -> lines.add(Optional.of(line)))
            .whenComplete((stdout, failed) -> lines.add(Optional.empty()));
  }

  public static InteractiveProcess begin(Command command) throws OpsException {
    return new InteractiveProcess(
        command, Processes.start(new ProcessBuilder(command.arguments()), command));
  }

  /**
   * Writes a line to the program and reads its answer.
   *
   * @param last the line with which the program ends its answer; not part of the answer
   * @throws OpsException if the program ends before, or writes nothing for that long
   */
  public List<String> ask(String text, String last, Duration limit) throws OpsException {
    List<String> answer = new ArrayList<>();
    try {
      OutputStream to = process.getOutputStream();
      to.write((text + "\n").getBytes(StandardCharsets.UTF_8));
      to.flush();
      while (true) {
        Optional<String> line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
          throw failed("it wrote nothing for " + limit.toSeconds() + " s");
        }
        if (line.isEmpty()) {
          throw failed("it ended: " + stderr.join().strip());
        }
        if (line.get().equals(last)) {
          return answer;
        }
        answer.add(line.get());
      }
    } catch (IOException e) {
      throw failed("it ended: " + stderr.join().strip());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("bookingctl was interrupted");
    }
  }

  private OpsException failed(String because) {
    return OpsException.refused(
        "get an answer from \"" + command + "\"", because, "See whether it still runs.");
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (process.waitFor(10, TimeUnit.SECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It has ended already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Processes.end(process);
  }
}
