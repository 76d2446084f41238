package family.garden.contract.garden;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs tasks at the same moment. */
public final class Together {
  private Together() {}

  /** The results in the order of the tasks; all tasks begin once all are ready. */
  public static <T> List<T> run(List<Callable<T>> tasks) {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          tasks.stream()
              .map(
                  task ->
                      threads.submit(
                          () -> {
                            start.await(10, TimeUnit.SECONDS);
                            return task.call();
                          }))
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("One of those who ran together failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The same task, several times at once. */
  public static <T> List<T> run(int times, Callable<T> task) {
    return run(Stream.generate(() -> task).limit(times).toList());
  }
}
